/// What a village does with a record at the centre, besides handing in revisions of it.
public enum Step: String, Codable, CaseIterable, Sendable {
  /// Takes the record back, with a reason: it is kept and counts nowhere.
  case retract
  /// Asks for its text, to read again what this laptop has handed in and forgotten.
  case copy
}

/// The identity of a step: BLAKE2b-128 of the bytes that its author signed.
public struct StepHash: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// The identity of an item of any kind.
public struct ItemHash: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// What is readable of a step without opening it.
///
/// The author's signature covers exactly these fields as ``WireJSON`` writes them; see
/// ``StepItem/signedBytes``.
public struct StepHeader: Hashable, Codable, Sendable {
  public var record: RecordID
  /// The revision that the author knows the record by.
  public var revision: RevisionHash
  public var step: Step
  public var author: PersonNumber
  public var device: DeviceNumber
  public var taken: Timestamp
  /// Which of the centre's box keys the words are sealed to.
  public var key: Int

  public init(
    record: RecordID, revision: RevisionHash, step: Step, author: PersonNumber,
    device: DeviceNumber, taken: Timestamp, key: Int
  ) {
    self.record = record
    self.revision = revision
    self.step = step
    self.author = author
    self.device = device
    self.taken = taken
    self.key = key
  }
}

/// A step of a village's on its way to the centre.
public struct StepItem: Equatable, Sendable {
  public var header: StepHeader
  /// A ``DecisionBody`` as JSON, compressed and sealed to the centre.
  public var box: [UInt8]
  /// The author's Ed25519 signature over ``signedBytes``.
  public var signature: [UInt8]

  public init(header: StepHeader, box: [UInt8], signature: [UInt8]) {
    self.header = header
    self.box = box
    self.signature = signature
  }

  public var signedBytes: [UInt8] { Self.signedBytes(header, box: box) }

  /// The identity; `digest` is BLAKE2b over the bytes with an output of so many bytes.
  public func hash(_ digest: ([UInt8], Int) -> [UInt8]) -> StepHash? {
    StepHash(bytes: digest(signedBytes, 16))
  }

  /// What the author signs and the identity is made of.
  public static func signedBytes(_ header: StepHeader, box: [UInt8]) -> [UInt8] {
    Array("fieldtui.step.1".utf8) + [0] + WireJSON.encode(header) + [0] + box
  }
}
