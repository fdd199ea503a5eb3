/// The body of `POST /v1/files`: an officer asks which files a record has, or for a part of one.
///
/// The laptop signs the request, and the officer signs this, as with ``LaptopsRequest``.
public struct FilesRequest: Equatable, Codable, Sendable {
  public var person: PersonNumber
  public var record: RecordID
  /// The file of which a part is wanted; nil for the list.
  public var file: FileID?
  /// The first piece that is wanted, and how many at most.
  public var from: Int
  public var most: Int
  /// The number that the request itself is signed with, so that neither can be taken for another.
  public var nonce: String
  /// The officer's Ed25519 signature over ``signedBytes``.
  public var signature: Base64Bytes?

  public init(
    person: PersonNumber, record: RecordID, file: FileID? = nil, from: Int = 0, most: Int = 0,
    nonce: String
  ) {
    self.person = person
    self.record = record
    self.file = file
    self.from = from
    self.most = most
    self.nonce = nonce
  }

  /// What the officer signs: this request without the signature.
  public var signedBytes: [UInt8] {
    var unsigned = self
    unsigned.signature = nil
    return Array("fieldtui.files.1\n".utf8) + WireJSON.encode(unsigned)
  }
}

/// The answer to the question which files a record has.
public struct FilesReply: Equatable, Codable, Sendable {
  public var files: [RecordFile]

  public init(files: [RecordFile]) {
    self.files = files
  }
}

/// A file of a record, as far as it has come to the centre.
public struct RecordFile: Equatable, Codable, Sendable {
  public var file: FileID
  public var author: PersonNumber
  public var name: String
  public var size: Int
  public var count: Int
  /// How many of its pieces are at the centre.
  public var arrived: Int

  public init(
    file: FileID, author: PersonNumber, name: String, size: Int, count: Int, arrived: Int
  ) {
    self.file = file
    self.author = author
    self.name = name
    self.size = size
    self.count = count
    self.arrived = arrived
  }

  public var isWhole: Bool { arrived == count }

  /// What every part of it is marked with, as ``PieceHeader/mark(of:_:)`` says it.
  ///
  /// `content` is BLAKE2b-256 of the whole file.
  public func mark(of content: [UInt8], _ digest: ([UInt8], Int) -> [UInt8]) -> [UInt8] {
    FileMark.bytes(of: content, author: author, file: file, digest)
  }
}

/// The answer to a request for a part of a file: bytes sealed to the officer who asked.
public struct FilePart: Equatable, Sendable {
  /// The request that it answers.
  public var nonce: String
  /// The first piece in it.
  public var from: Int
  /// The mark and the bytes, compressed and sealed.
  public var box: [UInt8]
  /// The centre's Ed25519 signature over ``signedBytes``.
  public var signature: [UInt8]

  public init(nonce: String, from: Int, box: [UInt8], signature: [UInt8] = []) {
    self.nonce = nonce
    self.from = from
    self.box = box
    self.signature = signature
  }

  /// Reads a body; nil when it is none.
  public init?(reading bytes: [UInt8]) {
    // Why it cannot be read makes no difference to anybody: it is asked for again.
    guard let frames = try? FrameReader.frames(in: bytes), frames.count == 1,
      let line = frames[0].decode(Line.self)
    else { return nil }
    self.init(
      nonce: line.nonce, from: line.from, box: frames[0].payload, signature: line.sig.bytes)
  }

  /// The body.
  public var bytes: [UInt8] {
    Frame(Line(nonce: nonce, from: from, sig: Base64Bytes(signature)), payload: box).bytes
  }

  /// What the centre signs.
  public var signedBytes: [UInt8] {
    Array("fieldtui.part.1\n\(nonce)\n\(from)\n".utf8) + box
  }

  private struct Line: Codable {
    var nonce: String
    var from: Int
    var sig: Base64Bytes
  }
}
