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

  public init(
    id: RecordID, formID: String, formVersion: String, formHash: FormHash, instance: [UInt8],
    title: String, place: String = "", problems: Int = 0, answered: Int = 0, changed: Timestamp,
    parent: RevisionHash? = nil, notes: [QuestionComment] = [], language: String = "th",
    history: [FormerVersion] = [], audit: String = "", pending: [PendingText] = [],
    card: RecordCard = RecordCard(), address: HouseAddress = [:]
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
  /// Sent back with comments: until it is sent again, however much of it is corrected.
  case returned
  /// Corrected, and stored at the centre again.
  case resubmitted
  case verified
  case rejected
  /// Part of a confirmed round.
  case locked
  /// Taken back by the village: kept at the centre, and counted nowhere.
  case retracted
  /// Deleted less than 30 days ago.
  case trashed

  /// What the centre has said of a record holds until it says otherwise: a correction under way does
  /// not make it a draft, and the trash of an earlier program does not take it away.
  ///
  /// - Parameter isCorrection: Whether what is here replaces a revision that the centre has.
  init(phase: Phase, review: ReviewState?, isTrashed: Bool, isCorrection: Bool) {
    let isAtCentre = review != nil || (isCorrection && phase != .sent)
    self =
      switch (phase, review) {
      case _ where isTrashed && !isAtCentre: .trashed
      case (.ready, _): .ready
      case (.draft, nil): isCorrection ? .returned : .draft
      case (.sent, nil), (_, .received): .sent
      case (_, .returned): .returned
      case (_, .resubmitted): .resubmitted
      case (_, .verified): .verified
      case (_, .rejected): .rejected
      case (_, .locked): .locked
      case (_, .retracted): .retracted
      }
  }
}

/// What this laptop has done with a record, whatever the centre thinks of it.
enum Phase: String {
  case draft, ready, sent
}

/// How far the village is with what the centre sent back.
public enum Correction: Equatable, Sendable {
  /// Nothing of it was changed yet.
  case notBegun
  /// It is being corrected; ``SurveyStore/draft(_:for:)`` opens it.
  case begun
  /// It is finished and waits to be sent; until then the centre has it as returned.
  case finished

  init?(phase: Phase, state: LocalState, isAtCentre: Bool) {
    switch phase {
    case _ where state == .trashed: return nil
    case .sent where state == .returned: self = .notBegun
    case .draft where isAtCentre: self = .begun
    case .ready where isAtCentre: self = .finished
    case .sent, .draft, .ready: return nil
    }
  }
}

/// A retraction that the centre has not taken, or not answered to.
public enum Retraction: Equatable, Sendable {
  /// It waits for the next sync; as long as no other machine can have it, it may be called off.
  case waiting(mayCallOff: Bool)
  /// The centre did not take it, and why: the record stays what it was.
  case refused(Problem)
}

/// How far the newest finished revision of a record has come.
public enum Delivery: Equatable, Sendable {
  /// There is none, or it waits for its author to be enrolled.
  case none
  /// It waits for the next sync.
  case queued
  /// It was handed to the network or a stick; whether it arrived is not known before the next
  /// answer of the centre.
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

  /// The words of whoever returned, rejected or retracted it; of a returned one until it is sent again.
  public var verdict: Verdict?

  /// How far the correction is of what the centre sent back; set as long as the centre has it as
  /// returned, so that the counts of both agree.
  public var correction: Correction?

  /// The retraction that is on its way or was refused.
  public var retraction: Retraction?

  /// Whether ``SurveyStore/retract(_:because:note:for:)`` would work now.
  public var mayRetract = false

  /// Whether ``SurveyStore/recall(_:for:)`` would work now.
  public var mayRecall: Bool

  /// Whether something of it was changed on the disk; only the identity and the title are true then.
  public var isDamaged = false

  public init(
    id: RecordID, title: String, formID: String, formVersion: String, state: LocalState,
    delivery: Delivery, files: FileDelivery = FileDelivery(), changed: Timestamp, problems: Int,
    answered: Int, comments: Int, revision: RevisionHash? = nil, parent: RevisionHash? = nil,
    verdict: Verdict? = nil, correction: Correction? = nil, retraction: Retraction? = nil,
    mayRetract: Bool = false, mayRecall: Bool, isDamaged: Bool = false, card: RecordCard? = nil,
    finished: Timestamp? = nil
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
    self.correction = correction
    self.retraction = retraction
    self.mayRetract = mayRetract
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
  /// What that person is, and where, if the centre said it.
  public var office: Mandate?
  public var time: Timestamp
  /// Of which records it was called a double, as far as the village may know.
  public var doubleOf: [DoubleHint]

  public init(
    decision: DecisionBody, by: String, office: Mandate? = nil, time: Timestamp,
    doubleOf: [DoubleHint] = []
  ) {
    self.decision = decision
    self.by = by
    self.office = office
    self.time = time
    self.doubleOf = doubleOf
  }
}
