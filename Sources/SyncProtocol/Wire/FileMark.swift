/// What every piece of a file begins with inside of its seal: it ties the bytes of the whole file to its
/// identity and its author, so that no box can be passed off as another's.
enum FileMark {
  /// `content` is BLAKE2b-256 of the whole file, and `digest` as in ``FilePiece/hash(_:)``.
  static func bytes(
    of content: [UInt8], author: PersonNumber, file: FileID,
    _ digest: ([UInt8], Int) -> [UInt8]
  ) -> [UInt8] {
    digest(Array("fieldtui.file.1\n\(author.value)\n\(file)\n".utf8) + content, FileLimits.mark)
  }
}
