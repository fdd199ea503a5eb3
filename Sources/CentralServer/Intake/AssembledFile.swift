import Compression
import Sealing
import SyncProtocol

/// A file put together from its pieces, and shown to be what its author had.
enum AssembledFile {
  /// Why there is no file.
  enum Failure: Error, Equatable {
    case incomplete
    /// A piece does not open, or together they are not what was cut.
    case damaged
  }

  static func content(
    _ header: PieceHeader, _ boxes: [(number: Int, box: [UInt8])], opening keys: BoxKeys
  ) throws(Failure) -> [UInt8] {
    let (given, content) = try part(header, boxes, of: 0..<header.count, opening: keys)
    let mark = header.mark(of: Digest.blake2b(content, count: 32), Digest.blake2b)
    guard given == mark else { throw .damaged }
    return content
  }

  /// Some pieces behind one another, and the mark that all of them bear.
  static func part(
    _ header: PieceHeader, _ boxes: [(number: Int, box: [UInt8])], of numbers: Range<Int>,
    opening keys: BoxKeys
  ) throws(Failure) -> (mark: [UInt8], bytes: [UInt8]) {
    guard boxes.map(\.number) == Array(numbers) else { throw .incomplete }
    var content: [UInt8] = []
    content.reserveCapacity(min(header.size, numbers.count * FileLimits.piece))
    var marks: Set<[UInt8]> = []
    for (number, box) in boxes {
      var piece = header
      piece.number = number
      guard let (mark, bytes) = opened(box, keys), bytes.count == piece.length else {
        throw .damaged
      }
      marks.insert(mark)
      content += bytes
    }
    guard marks.count == 1, let mark = marks.first else { throw .damaged }
    return (mark, content)
  }

  /// The mark and the bytes in a piece's box; nil when it does not open.
  static func opened(_ box: [UInt8], _ keys: BoxKeys) -> (mark: [UInt8], ArraySlice<UInt8>)? {
    let limit = FileLimits.mark + FileLimits.piece
    // Why a stranger's box does not open is of no use to anybody: that it does not is the answer.
    guard let sealed = try? keys.open(box),
      let bytes = try? Zstandard.decompress(sealed, limit: limit),  // The same.
      bytes.count >= FileLimits.mark
    else { return nil }
    return (Array(bytes.prefix(FileLimits.mark)), bytes.dropFirst(FileLimits.mark))
  }
}

extension Centre {
  /// The files of an area's records, each with what it is to its record.
  func files(in area: AreaCode) throws -> [StoredFile] {
    try named(storage.files(in: area))
  }

  /// The files of a record that its answers name.
  func files(of record: RecordID) throws -> [StoredFile] {
    try named(storage.files(of: record)).filter { $0.place == .current }
  }

  /// A file that no answer of the current revision names is not the record's any more.
  private func named(_ files: [StoredFile]) throws -> [StoredFile] {
    var submissions: [RecordID: [UInt8]] = [:]
    return try files.map { file in
      guard file.place == .current else { return file }
      if submissions[file.record] == nil {
        submissions[file.record] = try storage.currentBox(of: file.record).flatMap(submission(in:))
      }
      // What cannot be read names nothing, and its files may be all that there is.
      guard let submission = submissions[file.record] else { return file }
      var file = file
      if !FileLimits.names(file.name, in: submission) { file.place = .replaced }
      return file
    }
  }

  /// A whole file.
  func content(ofFile id: Int) throws -> [UInt8] {
    guard let (header, boxes) = try storage.pieces(ofFile: id, in: 0..<Int.max) else {
      throw AssembledFile.Failure.incomplete
    }
    return try AssembledFile.content(header, boxes, opening: keys.box)
  }
}
