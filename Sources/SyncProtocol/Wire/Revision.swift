/// What is readable of a finished record without opening it.
///
/// The author's signature covers exactly these fields as ``WireJSON`` writes them. A field can be
/// added only together with another opening of ``Revision/signedBytes``.
public struct RevisionHeader: Hashable, Codable, Sendable {
  public var id: RecordID
  /// The revisions that this one replaces: none for the first, two for a merge.
  public var parents: [RevisionHash]
  public var form: FormHash
  public var formID: String
  public var formVersion: String
  public var author: PersonNumber
  public var device: DeviceNumber
  public var village: AreaCode
  public var finished: Timestamp
  /// Which of the centre's box keys the content is sealed to.
  public var key: Int

  public init(
    id: RecordID, parents: [RevisionHash], form: FormHash, formID: String, formVersion: String,
    author: PersonNumber, device: DeviceNumber, village: AreaCode, finished: Timestamp, key: Int
  ) {
    self.id = id
    self.parents = parents
    self.form = form
    self.formID = formID
    self.formVersion = formVersion
    self.author = author
    self.device = device
    self.village = village
    self.finished = finished
    self.key = key
  }
}

/// A finished record: sealed once, signed by its author, never changed again.
public struct Revision: Equatable, Sendable {
  public var header: RevisionHeader
  /// The submission, compressed and sealed to the centre.
  public var box: [UInt8]
  /// The author's Ed25519 signature over ``signedBytes``.
  public var signature: [UInt8]

  public init(header: RevisionHeader, box: [UInt8], signature: [UInt8]) {
    self.header = header
    self.box = box
    self.signature = signature
  }

  public var signedBytes: [UInt8] { Self.signedBytes(header, box: box) }

  /// The identity; `digest` is BLAKE2b over the bytes with an output of so many bytes.
  public func hash(_ digest: ([UInt8], Int) -> [UInt8]) -> RevisionHash? {
    RevisionHash(bytes: digest(signedBytes, 16))
  }

  /// What the author signs and the identity is made of.
  public static func signedBytes(_ header: RevisionHeader, box: [UInt8]) -> [UInt8] {
    signed("fieldtui.revision.1", header, box)
  }
}

/// What is readable of a decision without opening it.
public struct DecisionHeader: Hashable, Codable, Sendable {
  public var record: RecordID
  /// The revision that the officer had in front of him.
  public var judged: RevisionHash
  public var decision: Decision
  public var author: PersonNumber
  public var device: DeviceNumber
  public var decided: Timestamp
  /// Which of the centre's box keys the words are sealed to.
  public var key: Int

  public init(
    record: RecordID, judged: RevisionHash, decision: Decision, author: PersonNumber,
    device: DeviceNumber, decided: Timestamp, key: Int
  ) {
    self.record = record
    self.judged = judged
    self.decision = decision
    self.author = author
    self.device = device
    self.decided = decided
    self.key = key
  }
}

/// An officer's decision on its way to the centre.
public struct DecisionItem: Equatable, Sendable {
  public var header: DecisionHeader
  /// A ``DecisionBody`` as JSON, compressed and sealed to the centre.
  public var box: [UInt8]
  /// The officer's Ed25519 signature over ``signedBytes``.
  public var signature: [UInt8]

  public init(header: DecisionHeader, box: [UInt8], signature: [UInt8]) {
    self.header = header
    self.box = box
    self.signature = signature
  }

  public var signedBytes: [UInt8] { Self.signedBytes(header, box: box) }

  /// The identity; `digest` is BLAKE2b over the bytes with an output of so many bytes.
  public func hash(_ digest: ([UInt8], Int) -> [UInt8]) -> DecisionHash? {
    DecisionHash(bytes: digest(signedBytes, 16))
  }

  /// What the officer signs and the identity is made of.
  public static func signedBytes(_ header: DecisionHeader, box: [UInt8]) -> [UInt8] {
    signed("fieldtui.decision.1", header, box)
  }
}

/// The opening says what is signed, so that no signature can be taken for one of another kind.
private func signed(_ opening: String, _ header: some Encodable, _ box: [UInt8]) -> [UInt8] {
  Array(opening.utf8) + [0] + WireJSON.encode(header) + [0] + box
}
