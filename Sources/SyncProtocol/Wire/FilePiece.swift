/// The identity of a file on its way to the centre, drawn when it is cut into pieces.
///
/// The same file cut again has another one; a file of the same name in another record too.
public struct FileID: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// The identity of a piece of a file: BLAKE2b-128 of the bytes that its author signed.
public struct PieceHash: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// What is readable of a piece of a file without opening it.
///
/// The author's signature covers exactly these fields as ``WireJSON`` writes them; see
/// ``FilePiece/signedBytes``.
public struct PieceHeader: Hashable, Codable, Sendable {
  public var record: RecordID
  /// The first revision whose answers name the file as it is.
  public var revision: RevisionHash
  public var author: PersonNumber
  public var device: DeviceNumber
  public var village: AreaCode
  public var file: FileID
  /// What the record's answer says: a name made from the question.
  public var name: String
  /// Its place among the pieces of the file, from 0.
  public var number: Int
  public var count: Int
  /// How many bytes the whole file has.
  public var size: Int
  /// Which of the centre's box keys the content is sealed to.
  public var key: Int

  public init(
    record: RecordID, revision: RevisionHash, author: PersonNumber, device: DeviceNumber,
    village: AreaCode, file: FileID, name: String, number: Int, count: Int, size: Int, key: Int
  ) {
    self.record = record
    self.revision = revision
    self.author = author
    self.device = device
    self.village = village
    self.file = file
    self.name = name
    self.number = number
    self.count = count
    self.size = size
    self.key = key
  }

  /// Whether these are a piece's place in a file that may be sent, under a name that is one.
  public var isSound: Bool {
    FileLimits.isName(name) && (0...FileLimits.file).contains(size)
      && count == FileLimits.count(of: size) && (0..<count).contains(number)
  }

  /// How many bytes of the file are in the piece.
  public var length: Int {
    min(FileLimits.piece, size - number * FileLimits.piece)
  }

  /// What every piece of the file is marked with; see ``FileMark``.
  public func mark(of content: [UInt8], _ digest: ([UInt8], Int) -> [UInt8]) -> [UInt8] {
    FileMark.bytes(of: content, author: author, file: file, digest)
  }
}

/// A part of a file that answers a question: sealed once, signed by its author, never changed again.
public struct FilePiece: Equatable, Sendable {
  public var header: PieceHeader
  /// The file's mark and the bytes of the piece, compressed and sealed to the centre.
  public var box: [UInt8]
  /// The author's Ed25519 signature over ``signedBytes``.
  public var signature: [UInt8]

  public init(header: PieceHeader, box: [UInt8], signature: [UInt8]) {
    self.header = header
    self.box = box
    self.signature = signature
  }

  public var signedBytes: [UInt8] { Self.signedBytes(header, box: box) }

  /// The identity; `digest` is BLAKE2b over the bytes with an output of so many bytes.
  public func hash(_ digest: ([UInt8], Int) -> [UInt8]) -> PieceHash? {
    PieceHash(bytes: digest(signedBytes, 16))
  }

  /// What the author signs and the identity is made of.
  public static func signedBytes(_ header: PieceHeader, box: [UInt8]) -> [UInt8] {
    Array("fieldtui.piece.1".utf8) + [0] + WireJSON.encode(header) + [0] + box
  }
}
