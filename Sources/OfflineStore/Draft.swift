public import SyncProtocol

/// A record being filled in, as the screen hands it over after every answer.
public struct Draft: Equatable, Sendable {
  public var id: RecordID
  public var formID: String
  public var formVersion: String
  public var formHash: FormHash

  /// Every value, as the form's session writes them.
  public var instance: [UInt8]

  /// The record's name in lists, as its form makes it.
  public var title: String

  /// The question in focus, to come back to.
  public var place: String

  /// How many questions have an error now.
  public var problems: Int

  /// How many questions have an answer now.
  public var answered: Int
  public var changed: Timestamp

  /// The returned revision that this one will replace.
  public var parent: RevisionHash?

  /// The officer's remarks on the returned revision.
  public var notes: [QuestionComment]
  public var language: String

  /// What the draft was before it was moved to newer versions of its form, the oldest first.
  public var history: [FormerVersion]

  /// The lines of the log of how it is filled in, for a form that wants one.
  public var audit: String

  /// What was typed and is no answer yet, so that a power cut does not take it.
  public var pending: [PendingText]

  /// What lists know of the person in it.
  public var card: RecordCard

  /// Where that person lives, for the next one of the house.
  public var address: HouseAddress

  /// Whether it is filled in to learn how: no store takes it.
  public var isPractice: Bool

  public init(
    id: RecordID, formID: String, formVersion: String, formHash: FormHash, instance: [UInt8],
    title: String, place: String = "", problems: Int = 0, answered: Int = 0, changed: Timestamp,
    parent: RevisionHash? = nil, notes: [QuestionComment] = [], language: String = "th",
    history: [FormerVersion] = [], audit: String = "", pending: [PendingText] = [],
    card: RecordCard = RecordCard(), address: HouseAddress = [:], isPractice: Bool = false
  ) {
    self.id = id
    self.formID = formID
    self.formVersion = formVersion
    self.formHash = formHash
    self.instance = instance
    self.title = title
    self.place = place
    self.problems = problems
    self.answered = answered
    self.changed = changed
    self.parent = parent
    self.notes = notes
    self.language = language
    self.history = history
    self.audit = audit
    self.pending = pending
    self.card = card
    self.address = address
    self.isPractice = isPractice
  }
}

/// A text that stands in the field of a question and was not taken as its answer.
public struct PendingText: Codable, Equatable, Sendable {
  /// The question.
  public var path: String
  /// As the screen that asks it wrote it down.
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// A draft as it was when it was moved to a newer version of its form.
public struct FormerVersion: Codable, Equatable, Sendable {
  public var formVersion: String
  /// When it was moved.
  public var left: Timestamp
  /// The whole record, as its session wrote it.
  public var instance: String
  /// The answers that the newer version has no place for.
  public var lost: [Answer]

  public init(formVersion: String, left: Timestamp, instance: String, lost: [Answer]) {
    self.formVersion = formVersion
    self.left = left
    self.instance = instance
    self.lost = lost
  }

  /// A question and its answer, in the words that the person read.
  public struct Answer: Codable, Equatable, Sendable {
    public var question: String
    public var answer: String

    public init(question: String, answer: String) {
      self.question = question
      self.answer = answer
    }
  }
}

/// Where a record stands, as its author sees it.
public enum LocalState: String, CaseIterable, Sendable {
  /// Being filled in, or called back.
  case draft
  /// Finished, and not yet known to be at the centre.
  case ready
  /// Stored at the centre.
  case sent
  /// Sent back with comments, to be corrected.
  case returned
  /// Corrected, and stored at the centre again.
  case resubmitted
  case verified
  case rejected
  /// Part of a confirmed round.
  case locked
  /// Deleted less than 30 days ago.
  case trashed

  init(phase: Phase, review: ReviewState?, isTrashed: Bool) {
    self =
      switch (phase, review) {
      case _ where isTrashed: .trashed
      case (.draft, _): .draft
      case (.ready, _): .ready
      case (.sent, nil), (.sent, .received): .sent
      case (.sent, .returned): .returned
      case (.sent, .resubmitted): .resubmitted
      case (.sent, .verified): .verified
      case (.sent, .rejected): .rejected
      case (.sent, .locked): .locked
      }
  }
}

/// What this laptop has done with a record, whatever the centre thinks of it.
enum Phase: String {
  case draft, ready, sent
}

/// How far the newest finished revision of a record has come.
public enum Delivery: Equatable, Sendable {
  /// There is none, or it waits for its author to be enrolled.
  case none
  /// It waits for the next sync.
  case queued
  /// It was handed to the network; whether it arrived is not known.
  case offered
  /// The centre has it; this laptop keeps its copy until a backup holds it too.
  case stored
  /// The centre and every backup that a restore may use have it.
  case archived
  /// The centre did not take it, and why.
  case refused(Problem)
}

/// How far the files of a record have come, besides those that the centre has.
public struct FileDelivery: Equatable, Sendable {
  /// How many pieces of them wait to be sent.
  public var waiting: Int
  /// Why the centre did not take some.
  public var refused: Problem?

  public init(waiting: Int = 0, refused: Problem? = nil) {
    self.waiting = waiting
    self.refused = refused
  }
}

/// A record in a list.
public struct RecordSummary: Equatable, Identifiable, Sendable {
  public var id: RecordID
  public var title: String

  /// What is known of the person in it; nil of a record that came from elsewhere or before.
  public var card: RecordCard?
  public var formID: String
  public var formVersion: String
  public var state: LocalState
  public var delivery: Delivery
  public var files = FileDelivery()
  public var changed: Timestamp

  /// When it was finished the last time.
  public var finished: Timestamp?
  public var problems: Int
  public var answered: Int

  /// How many remarks of the officer's are to be answered.
  public var comments: Int

  /// The newest finished revision.
  public var revision: RevisionHash?

  /// The revision that a correction replaces.
  public var parent: RevisionHash?

  /// The officer's words, while the record is returned or rejected.
  public var verdict: Verdict?

  /// Whether ``SurveyStore/recall(_:for:)`` would work now.
  public var mayRecall: Bool

  /// Whether something of it was changed on the disk; only the identity and the title are true then.
  public var isDamaged = false

  public init(
    id: RecordID, title: String, formID: String, formVersion: String, state: LocalState,
    delivery: Delivery, files: FileDelivery = FileDelivery(), changed: Timestamp, problems: Int,
    answered: Int, comments: Int, revision: RevisionHash? = nil, parent: RevisionHash? = nil,
    verdict: Verdict? = nil,
    mayRecall: Bool, isDamaged: Bool = false, card: RecordCard? = nil, finished: Timestamp? = nil
  ) {
    self.id = id
    self.title = title
    self.formID = formID
    self.formVersion = formVersion
    self.state = state
    self.delivery = delivery
    self.files = files
    self.changed = changed
    self.problems = problems
    self.answered = answered
    self.comments = comments
    self.revision = revision
    self.parent = parent
    self.verdict = verdict
    self.mayRecall = mayRecall
    self.isDamaged = isDamaged
    self.card = card
    self.finished = finished
  }
}

/// What an officer decided, with the words for the author.
public struct Verdict: Equatable, Sendable {
  public var decision: DecisionBody
  /// Who decided, in words for the screen.
  public var by: String
  public var time: Timestamp

  public init(
    decision: DecisionBody, by: String, time: Timestamp
  ) {
    self.decision = decision
    self.by = by
    self.time = time
  }
}
