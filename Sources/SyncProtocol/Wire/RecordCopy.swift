/// The text of a record that somebody asked for, on its way back to that person alone.
public struct RecordCopy: Equatable, Sendable {
  /// The key `k` of its frame.
  public static let kind = "copy"

  public var record: RecordID
  public var revision: RevisionHash
  /// Whose box key it is sealed to.
  public var recipient: PersonNumber
  /// A ``CopyBody`` as JSON, compressed and sealed to the recipient.
  public var box: [UInt8]
  /// The centre's Ed25519 signature over ``signedBytes``: anybody can seal to a person's key.
  public var signature: [UInt8]

  public init(
    record: RecordID, revision: RevisionHash, recipient: PersonNumber, box: [UInt8],
    signature: [UInt8] = []
  ) {
    self.record = record
    self.revision = revision
    self.recipient = recipient
    self.box = box
    self.signature = signature
  }

  init?(_ frame: Frame) {
    guard let line = frame.decode(Line.self) else { return nil }
    self.init(
      record: line.id, revision: line.rev, recipient: line.to, box: frame.payload,
      signature: line.sig.bytes)
  }

  public var frame: Frame {
    Frame(
      Line(k: Self.kind, id: record, rev: revision, to: recipient, sig: Base64Bytes(signature)),
      payload: box)
  }

  /// What the centre signs.
  public var signedBytes: [UInt8] {
    Array("fieldtui.copy.1\n\(record)\n\(revision)\n\(recipient.value)\n".utf8) + box
  }

  private struct Line: Codable {
    var k: String
    var id: RecordID
    var rev: RevisionHash
    var to: PersonNumber
    var sig: Base64Bytes
  }
}

/// What a copy carries for its recipient's eyes only.
public struct CopyBody: Equatable, Codable, Sendable {
  public var xml: String
  /// The record's name as its form makes it.
  public var title: String?
  public var form: FormName
  public var finished: Timestamp

  public init(xml: String, title: String?, form: FormName, finished: Timestamp) {
    self.xml = xml
    self.title = title
    self.form = form
    self.finished = finished
  }
}
