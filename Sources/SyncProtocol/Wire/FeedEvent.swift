/// A change of a record's state, on its way to somebody it concerns.
public struct FeedEvent: Equatable, Sendable {
  /// The key `k` of its frames.
  public static let kind = "ev"

  /// Its number in the feed of its village, given inside the commit that it tells of.
  public var number: Int64
  public var village: AreaCode
  public var record: RecordID
  public var revision: RevisionHash
  public var state: ReviewState
  /// Who brought it about, in words for the screen.
  public var by: String
  public var time: Timestamp
  /// Whose box key the payload is sealed to.
  public var recipient: PersonNumber
  /// Where the revision stands when it is not the record's current one; a centre of before does not
  /// say it here.
  public var standing: Standing?
  /// What the revision was filled in with; a centre of before does not say it.
  public var form: FormName?
  /// An ``EventBody`` as JSON, compressed and sealed to the recipient; empty when there is none.
  public var payload: [UInt8]

  public init(
    number: Int64, village: AreaCode, record: RecordID, revision: RevisionHash,
    state: ReviewState, by: String, time: Timestamp, recipient: PersonNumber,
    standing: Standing? = nil, form: FormName? = nil, payload: [UInt8] = []
  ) {
    self.number = number
    self.village = village
    self.record = record
    self.revision = revision
    self.state = state
    self.by = by
    self.time = time
    self.recipient = recipient
    self.standing = standing
    self.form = form
    self.payload = payload
  }

  init?(_ frame: Frame) {
    guard let line = frame.decode(Line.self) else { return nil }
    self.init(
      number: line.n, village: line.village, record: line.id, revision: line.rev,
      state: line.sub.flatMap(ReviewState.init) ?? line.state, by: line.by, time: line.time,
      recipient: line.to,
      standing: line.std.flatMap(Standing.init), form: line.form, payload: frame.payload)
  }

  public var frame: Frame {
    let line = Line(
      k: Self.kind, n: number, village: village, id: record, rev: revision,
      // A laptop of before does not know the word: to it the record is out of the counts.
      state: state == .retracted ? .rejected : state,
      sub: state == .retracted ? state.rawValue : nil, by: by, time: time, to: recipient,
      std: standing?.rawValue, form: form)
    return Frame(line, payload: payload)
  }

  private struct Line: Codable {
    var k: String
    var n: Int64
    var village: AreaCode
    var id: RecordID
    var rev: RevisionHash
    var state: ReviewState
    var sub: String?
    var by: String
    var time: Timestamp
    var to: PersonNumber
    // A word that a later centre adds must not make the line unreadable.
    var std: String?
    var form: FormName?
  }
}

/// A form and its version, as records name them.
public struct FormName: Hashable, Codable, Sendable {
  public var id: String
  public var version: String

  public init(id: String, version: String) {
    self.id = id
    self.version = version
  }
}

/// What an officer should know of a record that was finished on a laptop which was revoked.
public enum RevokedLaptop: String, Codable, CaseIterable, Sendable {
  /// By the laptop's own clock it was finished before the district revoked the laptop.
  case finishedBefore = "before"
  /// It was finished afterwards: whoever had the laptop then may have written it.
  case finishedAfter = "after"
}

/// What an event carries for its recipient's eyes only.
public struct EventBody: Equatable, Codable, Sendable {
  /// The text of the submission, when the recipient needs it.
  public var xml: String?
  public var decision: DecisionBody?
  /// The record's name as its form makes it.
  public var title: String?
  /// The name of the person who filled it in.
  public var author: String?
  /// Checks that gave cause for a second look, by the path of the question or a code.
  public var warnings: [QuestionComment]?
  /// Other records of the same form that give the same national ID, for officers.
  public var duplicateOf: [RecordID]?
  /// Where the event's revision stands when it is not the current one: ``Standing/late`` and
  /// ``Standing/fork`` wait for an officer.
  public var standing: Standing?
  /// Set when the laptop that the revision is from was revoked, for officers.
  public var revoked: RevokedLaptop?
  /// What whoever decided was enrolled as, and where; a centre of before does not say it.
  public var office: Mandate?
  /// For the author of what was called a double: of which records, as far as may be told.
  public var doubleOf: [DoubleHint]?

  public init(
    xml: String? = nil, decision: DecisionBody? = nil, title: String? = nil,
    author: String? = nil, warnings: [QuestionComment]? = nil, duplicateOf: [RecordID]? = nil,
    standing: Standing? = nil, revoked: RevokedLaptop? = nil, office: Mandate? = nil,
    doubleOf: [DoubleHint]? = nil
  ) {
    self.xml = xml
    self.decision = decision
    self.title = title
    self.author = author
    self.warnings = warnings
    self.duplicateOf = duplicateOf
    self.standing = standing
    self.revoked = revoked
    self.office = office
    self.doubleOf = doubleOf
  }
}
