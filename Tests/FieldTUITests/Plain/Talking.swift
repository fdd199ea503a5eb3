import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// The talk in lines without a store: effects are taken down, and a disk that answers at once.
struct Talking {
  var talk: PlainTalk
  var effects: [AppEffect] = []
  /// Whether the disk takes every snapshot.
  var saves = true
  private let begun: String

  init(_ model: AppModel) {
    talk = PlainTalk(model)
    talk.begin()
    begun = talk.takeSaid().map(\.text).joined(separator: "\n")
  }

  init(_ survey: Survey, parent: RevisionHash? = nil) throws {
    var model = MadeUp.home()
    model.areas = Country.areas
    model.language = survey.model.language
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    let record = OpenRecord(
      formID: "household", formVersion: "1", formHash: hash, parent: parent)
    model.screen = .fill(survey.model, record)
    self.init(model)
  }

  /// Says a line and returns what is said to it.
  @discardableResult
  mutating func say(_ line: String) -> String {
    if let told = talk.take(line) {
      effects += told.effects
      for effect in told.effects {
        guard case .save(let draft, let number) = effect else { continue }
        _ = talk.model.update(
          saves ? .saved(draft.id, number) : .saveFailed(draft.id, number, .noSpace))
      }
      talk.answer(told)
    }
    return talk.takeSaid().map(\.text).joined(separator: "\n")
  }

  var prompt: String { mutating get { say(":again") } }

  var fill: FillScreen.Model? {
    guard case .fill(let model, _) = talk.model.screen else { return nil }
    return model
  }

  func value(_ path: String) -> String { fill?.session.value("/data/" + path) ?? "" }

  mutating func jump(to path: String) {
    guard case .fill(var model, let record) = talk.model.screen else { return }
    model.overlay = nil
    model.jump(to: "/data/" + path)
    talk.model.screen = .fill(model, record)
    _ = say(":again")
  }
}

extension Talking {
  /// What was said when it began.
  var opening: String { begun }

  var officer: OfficerScreens.Model? {
    guard case .officer(let model) = talk.model.screen else { return nil }
    return model
  }

  /// Whether a record was handed over as finished.
  var isFinishing: Bool {
    effects.contains { if case .finish = $0 { true } else { false } }
  }
}
