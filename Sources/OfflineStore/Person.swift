import Sealing
public import SyncProtocol

/// Someone who uses this laptop.
public struct Person: Equatable, Identifiable, Sendable {
  public var id: Int64

  /// The name in the list at sign-in; everyone at the laptop can read it.
  public var name: String

  /// What a centre enrolled the person as, once one did.
  public var enrolment: Enrolment?

  public init(
    id: Int64, name: String, enrolment: Enrolment? = nil
  ) {
    self.id = id
    self.name = name
    self.enrolment = enrolment
  }
}

/// What a centre knows a person as.
public struct Enrolment: Equatable, Sendable {
  public var number: PersonNumber
  public var role: Role
  public var area: AreaCode

  /// What the centre calls itself.
  public var centreTitle: String

  public init(
    number: PersonNumber, role: Role, area: AreaCode, centreTitle: String
  ) {
    self.number = number
    self.role = role
    self.area = area
    self.centreTitle = centreTitle
  }
}

/// What a person says about himself once, so that no form has to ask again; kept sealed.
public struct Profile: Equatable, Codable, Sendable {
  public var name: String
  public var position: String

  /// Village, municipal community, or another kind of place, by the form's own choice name.
  public var siteKind: String

  /// The subdistrict, six digits.
  public var area: AreaCode?

  /// The number of the village in its subdistrict, หมู่ที่, from 1.
  public var moo: Int?
  public var villageName: String

  /// `th` or `en`.
  public var language: String

  /// After how many minutes without a key the screen is locked; nil where the person never chose.
  public var lockMinutes: Int?

  public init(
    name: String, position: String = "", siteKind: String = "", area: AreaCode? = nil,
    moo: Int? = nil, villageName: String = "", language: String = "th"
  ) {
    self.name = name
    self.position = position
    self.siteKind = siteKind
    self.area = area
    self.moo = moo
    self.villageName = villageName
    self.language = language
  }

  public static let usualMinutesToLock = 5
  /// What a person may choose.
  public static let lockMinutesChoices = 2...15

  /// After how many minutes without a key the screen is locked.
  public var minutesToLock: Int {
    let range = Self.lockMinutesChoices
    return max(range.lowerBound, min(lockMinutes ?? Self.usualMinutesToLock, range.upperBound))
  }

  /// The village's eight digits, when the subdistrict and the number are known.
  public var village: AreaCode? {
    guard let area, let moo, (0...99).contains(moo) else { return nil }
    return AreaCode(area.description + (moo < 10 ? "0\(moo)" : "\(moo)"))
  }
}

/// What opens a person's records: in memory only, and locked again when it is let go.
public struct Keyring: Sendable {
  /// Whose keys they are.
  public let person: Int64

  let dataKey: SecretBytes
  let signing: SigningKeys
  let box: BoxKeys

  /// The public key that this person's records and decisions are signed with.
  public var signingKey: [UInt8] { signing.publicKey }

  /// The public key that returned records are sealed to.
  public var boxKey: [UInt8] { box.publicKey }

  /// Signs as this person.
  public func sign(_ bytes: [UInt8]) -> [UInt8] { signing.sign(bytes) }

  /// What the centre sealed to this person; nil when it was sealed to another, or was changed.
  public func opened(_ sealed: [UInt8]) -> [UInt8]? {
    // Why it does not open makes no difference to anybody: it is asked for again.
    try? box.open(sealed)
  }

  /// Seals a value for one column of one row of this person's.
  func seal(_ bytes: [UInt8], as place: SealedPlace) -> [UInt8] {
    SealedValue.seal(bytes, with: dataKey, for: place.context(of: person))
  }

  func open(_ sealed: [UInt8], as place: SealedPlace) throws(SealingError) -> [UInt8] {
    try SealedValue.open(sealed, with: dataKey, for: place.context(of: person))
  }
}

/// Where a sealed value belongs; it opens nowhere else.
enum SealedPlace {
  case signSecret, boxSecret, profile
  case title(RecordID), draft(RecordID), submission(RecordID)
  case reviewSummary(RecordID), remarks(RecordID)
  case attachment(RecordID, String), sentFile(RecordID, String)
  case digestKey

  func context(of person: Int64) -> String {
    switch self {
    case .signSecret: "person/sign/\(person)"
    case .boxSecret: "person/box/\(person)"
    case .profile: "person/profile/\(person)"
    case .digestKey: "person/digest/\(person)"
    case .title(let id): "record/title/\(id)/\(person)"
    case .draft(let id): "record/draft/\(id)/\(person)"
    case .submission(let id): "record/submission/\(id)/\(person)"
    case .reviewSummary(let id): "review/summary/\(id)/\(person)"
    case .remarks(let id): "review/remarks/\(id)/\(person)"
    case .attachment(let id, let name): "record/file/\(id)/\(person)/\(name)"
    case .sentFile(let id, let name): "record/sent-file/\(id)/\(person)/\(name)"
    }
  }
}
