import OfflineStore
import SyncProtocol
import TerminalKit

/// The officer's screens inside the shell.
extension AppModel {
  mutating func openQueue() -> [AppEffect] {
    guard let role = signedIn?.person.enrolment?.role else { return [] }
    screen = .officer(.init(role: role, language: language, hasFetched: fetched != nil))
    return [.loadQueue]
  }

  mutating func review(_ message: OfficerScreens.Message) -> [AppEffect] {
    guard case .officer(var model) = screen else { return [] }
    let effects = OfficerScreens.update(&model, message)
    screen = .officer(model)
    return effects.flatMap { perform($0) }
  }

  private mutating func perform(_ effect: OfficerScreens.Effect) -> [AppEffect] {
    switch effect {
    case .load: return [.loadQueue]
    case .open(let id): return [.openReview(id)]
    case .decide(let decision, let id, let judged, let body):
      return [.decide(decision, on: id, judged: judged, body)]
    case .undo: return [.undoDecision]
    case .keep(let id, let body): return [.keep(body, on: id)]
    case .revealed(let id, _): return [.log(.revealed, id)]
    case .listFiles(let id): return [.listFiles(id)]
    case .fetch(let file, let id, let path): return [.fetch(file, of: id, to: path)]
    case .stopFetching: return [.stopWork]
    case .language(let chosen): return chosen == language ? [] : switchLanguage()
    case .leave: return openHome(at: .queue)
    }
  }
}
