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
    if record.isNew, !effects.isEmpty { pile.learn(from: model.session, of: signedIn?.person.id) }
    screen = .fill(model, record)
    return effects.flatMap { perform($0, of: record, model.record) }
  }

  private mutating func perform(
    _ effect: FillScreen.Effect, of record: OpenRecord, _ id: RecordID
  ) -> [AppEffect] {
    guard !record.isPractice else { return practise(effect) }
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
    case .attach(_, let path, let name, let source):
      return [.attach(source, as: name, to: id, path: path)]
    case .lastAddress: return [.lastAddress(besides: id)]
    case .lookForSimilar(let lookup): return [.lookForSimilar(lookup, id)]
    case .language(let chosen): return chosen == language ? [] : switchLanguage()
    case .formLanguage(let name): return [.keepLanguage(name, form: record.formID)]
    case .leave: return openHome(at: record.parent == nil ? .newSurvey : nil)
    }
  }

  /// The same of a survey that is filled in to learn how, of which nothing leaves the memory.
  mutating func practise(_ effect: FillScreen.Effect) -> [AppEffect] {
    switch effect {
    case .save(let snapshot): return fill(.saved(snapshot.number))
    case .finish:
      let effects = openHome(at: .practice)
      let dialog = Dialog.Model(
        title: FormPhrase.practiceDone.text(in: language),
        text: FormPhrase.practiceText.text(in: language),
        buttons: [Phrase.next.text(in: language)])
      overlay = .dialog(dialog, .told)
      return effects
    case .language(let chosen): return chosen == language ? [] : switchLanguage()
    case .leave:
      let effects = openHome(at: .practice)
      say(.hint, FormPhrase.practiceGone.label)
      return effects
    case .attach, .lookForSimilar, .lastAddress, .formLanguage: return []
    }
  }

  /// What came of a save, a finish or an opening.
  mutating func filled(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .opened(var model, let record):
      notice = nil
      if record.isNew, let day = pile.day(for: signedIn?.person.id) { model.take(day) }
      lastFinished = nil
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
      guard case .fill(let model, let record) = screen, model.record == id else {
        return [.loadRecords]
      }
      let hasHouse = !model.session.houseAddress.isEmpty
      lastFinished = hasHouse ? FinishedRecord(id: id, formID: record.formID) : nil
      let effects = openHome(at: .newSurvey)
      say(.done, hasHouse ? label.followed(by: VillagePhrase.besideAfterFinish.label) : label)
      return effects
    default: return []
    }
  }

  func isFilling(_ id: RecordID) -> Bool {
    guard case .fill(let model, _) = screen else { return false }
    return model.record == id
  }
}
