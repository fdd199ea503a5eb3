import OfflineStore
import SyncProtocol
import TerminalKit

/// The record that was finished last, as far as the next one of its house needs it.
struct FinishedRecord: Equatable, Sendable {
  let id: RecordID
  let formID: String
}

/// Everybody of the village inside the shell: reading records, calling them back, and the next person.
extension AppModel {
  mutating func village(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .cards(let changed, let next):
      // The list shows what is new once all are done.
      if let next { return [.makeCards(after: next)] }
      return changed ? [.loadRecords] : []
    case .reading(var model):
      guard signedIn != nil else { return [] }
      if case .list(let list) = screen { model.list = list }
      notice = nil
      screen = .reading(model)
      return []
    case .similar(let id, let people): return isFilling(id) ? fill(.similar(people)) : []
    case .address(let id, let address): return isFilling(id) ? fill(.address(address)) : []
    default: return []
    }
  }

  mutating func perform(_ effect: ReadingScreen.Effect) -> [AppEffect] {
    switch effect {
    case .open(let record, let path): return [.open(record.id, language, at: path)]
    case .openReturned(let record): return [.openReturned(record.id, language)]
    case .recall(let record): askToRecall(record)
    case .beginBeside(let record): return [.beginBeside(record.id, form: record.formID, language)]
    case .revealed(let record): return [.log(.revealed, record)]
    case .say(let label): say(.problem, label)
    case .back(let list):
      guard var list else { return openHome(at: .everybody) }
      list.refresh(records)
      screen = .list(list)
      return [.loadRecords]
    }
    return []
  }

  mutating func askToRecall(_ record: RecordSummary) {
    let dialog = Dialog.Model(
      title: VillagePhrase.recallTitle.text(in: language),
      text: [VillagePhrase.neverLeft, .recallText].map { $0.text(in: language) }
        .joined(separator: "\n\n"),
      buttons: [VillagePhrase.recallNo, .recallYes].map { $0.text(in: language) })
    overlay = .dialog(dialog, .recall(record.id))
  }
}
