import OfflineStore
import SyncProtocol
import TerminalKit

/// The filling screen inside the shell: it takes every key, and what it hands over is saved.
extension AppModel {
  /// Whether an answer is on its way to the disk, which has neither taken nor refused it yet.
  var isSaving: Bool {
    guard case .fill(let model, _) = screen else { return false }
    return !model.saving.isDone && !model.saving.hasFailed
  }

  mutating func fill(_ message: FillScreen.Message) -> [AppEffect] {
    guard case .fill(var model, let record) = screen else { return [] }
    let effects = FillScreen.update(&model, message)
    screen = .fill(model, record)
    return effects.flatMap { perform($0, of: record) }
  }

  private mutating func perform(
    _ effect: FillScreen.Effect, of record: OpenRecord
  ) -> [AppEffect] {
    switch effect {
    case .save(let snapshot):
      return [
        .save(record.draft(snapshot, language: language.rawValue), number: snapshot.number)
      ]
    case .finish(let snapshot, let submission, let log):
      return [
        .finish(
          record.draft(snapshot, language: language.rawValue), submission: submission,
          log: log, number: snapshot.number)
      ]
    case .attach(let id, let path, let name, let source):
      return [.attach(source, as: name, to: id, path: path)]
    case .language(let chosen): return chosen == language ? [] : switchLanguage()
    case .formLanguage(let name): return [.keepLanguage(name, form: record.formID)]
    case .leave: return openHome(at: record.parent == nil ? .newSurvey : nil)
    }
  }

  /// What came of a save, a finish or an opening.
  mutating func filled(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .opened(let model, let record):
      notice = nil
      screen = .fill(model, record)
      // Ten thousand of them take megabytes, and every way out of the form asks for them again.
      records = []
      return [.tidy]
    case .mayChoose(let model):
      notice = nil
      screen = .forms(model)
      return []
    case .formRead(let row):
      guard case .forms(var model) = screen else { return [] }
      model.take(row)
      screen = .forms(model)
      return []
    case .mayMove(let model):
      notice = nil
      screen = .move(model)
      return []
    case .saved(let id, let number):
      let effects = isFilling(id) ? fill(.saved(number)) : []
      guard locksWhenSaved, !isSaving else { return effects }
      return effects + lock()
    case .saveFailed(let id, let number, let error):
      // What is on the screen is the only copy: it stays there.
      locksWhenSaved = false
      say(.problem, error.label)
      return isFilling(id) ? fill(.saveFailed(number, error == .noSpace ? nil : error.label)) : []
    case .attachFailed(let id, let path, let label):
      return isFilling(id) ? fill(.attachFailed(path: path, label)) : []
    case .finished(let id):
      let isEnrolled = signedIn?.person.enrolment != nil
      let label = (isEnrolled ? Phrase.finished : .finishedLocally).label
      guard isFilling(id) else { return [.loadRecords] }
      let effects = openHome(at: .newSurvey)
      say(.done, label)
      return effects
    default: return []
    }
  }

  private func isFilling(_ id: RecordID) -> Bool {
    guard case .fill(let model, _) = screen else { return false }
    return model.record == id
  }
}
