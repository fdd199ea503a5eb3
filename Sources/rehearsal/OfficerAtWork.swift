import OfflineStore
import SurveyForms
import SyncProtocol
import ThaiText

/// A deputy district officer who decides on what was fetched, by rules anyone could follow.
struct OfficerAtWork {
  let laptop: Laptop

  /// How many of each decision were taken.
  struct Tally: Equatable {
    var decisions: [Decision: Int] = [:]
    var left = 0
  }

  /// Decides on about `share` percent of the records that wait, and on every double.
  ///
  /// A number that another record has already is rejected as a double. What the form warns of is
  /// returned with a comment on the question. The rest is verified.
  func decide(share: Int, _ dice: inout Dice) async throws -> Tally {
    var tally = Tally()
    var numbers: Set<String> = []
    let waiting = try await laptop.store.queue(for: laptop.keyring)
      .filter { $0.state == .received || $0.state == .resubmitted }
    for entry in waiting {
      let record = try await laptop.store.review(entry.id, for: laptop.keyring)
      let number = try citizenNumber(in: record)
      let isDouble = !number.isEmpty && !numbers.insert(number).inserted
      guard isDouble || dice.happens(percent: share) else {
        tally.left += 1
        continue
      }
      let (decision, body) = try judge(record, isDouble: isDouble)
      try await laptop.store.decide(
        decision, on: entry.id, judged: entry.revision, body: body, for: laptop.keyring)
      tally.decisions[decision, default: 0] += 1
    }
    return tally
  }

  private func judge(
    _ record: RecordUnderReview, isDouble: Bool
  ) throws -> (Decision, DecisionBody) {
    if isDouble {
      return (.reject, DecisionBody(reasons: [.duplicate], comments: [], note: "มีผู้สำรวจไว้แล้ว"))
    }
    let session = try open(record)
    let comments = session.warnings().compactMap { warning in
      OfficerAtWork.question(for: warning.path).map {
        QuestionComment(path: $0, text: warning.text)
      }
    }
    guard !comments.isEmpty else {
      return (.verify, DecisionBody(reasons: [], comments: [], note: ""))
    }
    return (.return, DecisionBody(reasons: [.implausible], comments: comments, note: ""))
  }

  private func citizenNumber(in record: RecordUnderReview) throws -> String {
    let typed = try open(record).value(of: .nationalID)
    return (try? NationalID(typed))?.digits ?? ""
  }

  private func open(_ record: RecordUnderReview) throws -> FormSession {
    try FormSession(
      laptop.desk.form.definition, draft: record.submission, environment: laptop.desk.environment)
  }

  /// The question to correct for a warning; nothing for one that only asks to look twice.
  static func question(for warning: String) -> String? {
    let questions = [
      "/data/q1/warn_title_age": "/data/q1/title",
      "/data/q1/warn_postcode": "/data/q1/postcode",
      "/data/q3/warn_sso33": "/data/q3/impact",
      "/data/income/warn_income": "/data/income/income_month",
    ]
    return questions[warning]
  }
}
