import FieldTUI
import InstalledForms
import OfflineStore
import SurveyForms
import SyncProtocol
import Synchronization

/// What every laptop of a rehearsal shares: the form, a clock and dice that a seed fixes.
struct Desk: Sendable {
  let form: InstalledForm
  let ambient: Ambient
  private let paths: [String: String]

  /// - Parameters:
  ///   - seed: The same seed gives the same people, answers and record numbers.
  ///   - start: When the rehearsal happens; each look at the clock is a second later.
  init(form: InstalledForm, seed: UInt64, start: Timestamp) {
    self.form = form
    let dice = Mutex(Dice(seed: seed))
    let clock = Mutex(start)
    ambient = Ambient(
      now: {
        clock.withLock { now in
          now.milliseconds += 1000
          return now
        }
      },
      random: { count in
        dice.withLock { dice in (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) } }
      })
    paths = Dictionary(
      form.definition.body.flatMap(\.questions).map { ($0.name, $0.path) },
      uniquingKeysWith: { first, _ in first })
  }

  var environment: SessionEnvironment {
    let ambient = ambient
    return SessionEnvironment(
      now: { ambient.now().milliseconds }, random: { ambient.random(16) },
      properties: ["username": "rehearsal", "deviceid": "rehearsal"])
  }

  /// The path of a question by its name.
  func path(of question: String) throws -> String {
    guard let path = paths[question] else { throw Mishap.noSuchQuestion(question) }
    return path
  }

  /// A draft of the form with no answers in it yet.
  func draft(_ id: RecordID) -> Draft {
    Draft(
      id: id, formID: form.definition.id, formVersion: form.definition.version,
      formHash: form.hash, instance: [], title: "", changed: ambient.now())
  }
}

extension FormElement {
  /// The questions of it, in the order of the form.
  fileprivate var questions: [Question] {
    switch self {
    case .question(let question): [question]
    case .group(let group): group.children.flatMap(\.questions)
    case .repeating(let repeated): repeated.children.flatMap(\.questions)
    }
  }
}
