import OfflineStore
import SyncProtocol
import TerminalKit

/// Passphrases, recovery and lost laptops inside the shell.
extension AppModel {
  mutating func perform(_ effect: KeyCareScreen.Effect) -> [AppEffect] {
    switch effect {
    case .change(let old, let new): return [.changePassphrase(old: old, new: new)]
    case .recover(let person, let passphrase, let file):
      return [.recover(person, passphrase: passphrase, file: file)]
    case .read(let file): return [.readSlip(file)]
    case .answer(let slip, let file): return [.answerSlip(slip, file: file)]
    case .say(let label): say(.problem, label)
    case .back:
      guard signedIn == nil else {
        screen = .settings(.init(facts: facts))
        return []
      }
      guard case .keyCare(let model) = screen, case .recover(let person) = model.purpose else {
        return []
      }
      screen = .signIn(.init(people: people, marking: person))
    }
    return []
  }

  mutating func perform(_ effect: LaptopsScreen.Effect) -> [AppEffect] {
    switch effect {
    case .revoke(let number): return [.laptops(revoking: number)]
    case .say(let label):
      say(.hint, label)
      return []
    case .back:
      screen = .settings(.init(facts: facts))
      return []
    }
  }

  /// What came of it.
  mutating func keyCare(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .keyCareDone(let label):
      // Locked in the meantime: the lock has said so.
      guard signedIn != nil else { return [] }
      screen = .settings(.init(facts: facts))
      say(.done, label)
    case .slipWritten(let slip, let person, let file):
      guard signedIn == nil else { return [] }
      screen = .signIn(.init(people: people, marking: person))
      overlay = .dialog(digits(of: slip, in: file), .told)
    case .slip(let slip):
      guard case .keyCare(var model) = screen else { return [] }
      model.slip = slip
      model.isWorking = false
      screen = .keyCare(model)
    case .pendingRequest(let person, let file):
      guard case .keyCare(var model) = screen, model.purpose == .recover(person) else { return [] }
      model.offer(file: file)
      screen = .keyCare(model)
      say(.hint, KeyCarePhrase.pending(in: file))
    case .mayReplaceRequest(let made, let file):
      guard case .keyCare(var model) = screen else { return [] }
      model.isWorking = false
      overlay = .dialog(replacing(made, file), .replaceRequest(file: model.text(.file)))
      // Who keeps the old request goes on with its file.
      if !file.isEmpty { model.offer(file: file) }
      screen = .keyCare(model)
    case .laptops(let laptops):
      guard case .laptops(var model) = screen else { return [] }
      model.laptops = laptops
      screen = .laptops(model)
    case .wasRecovered(let uses): overlay = .recovered(ScrollText.Model(lines(uses)))
    default: break
    }
    return []
  }

  /// Whether a new request is written, which makes the answers to the one before worthless.
  private func replacing(_ made: Timestamp, _ file: String) -> Dialog.Model {
    Dialog.Model(
      title: KeyCarePhrase.recoverTitle.text(in: language),
      text: KeyCarePhrase.mayReplace(BuddhistTime.text(made), in: file).text(in: language),
      buttons: [KeyCarePhrase.keepRequest, .newRequest].map { $0.text(in: language) })
  }

  /// Writes a new request after all.
  mutating func replaceRequest(in file: String) -> [AppEffect] {
    guard case .keyCare(var model) = screen, case .recover(let person) = model.purpose else {
      return []
    }
    model.isWorking = true
    screen = .keyCare(model)
    return [
      .recover(person, passphrase: model.text(.new), file: file, replacing: true)
    ]
  }

  /// The six digits stay in a box until the person has written them down.
  private func digits(of slip: RecoverySlip, in file: String) -> Dialog.Model {
    let words = [slip.name, slip.comparison, "", KeyCarePhrase.written.text(in: language), file]
    return Dialog.Model(
      title: KeyCarePhrase.digits.text(in: language), text: words.joined(separator: "\n"),
      buttons: [KeyCarePhrase.goOn.text(in: language)])
  }

  private func lines(_ uses: [RecoveryUse]) -> [ScrollText.Line] {
    [ScrollText.Line(KeyCarePhrase.wasRecoveredText.text(in: language)), ScrollText.Line("")]
      + uses.map {
        ScrollText.Line("\(BuddhistTime.text($0.time))  \($0.officers.joined(separator: ", "))")
      }
  }

  /// Leaves the laptop to the next person; what is being typed is on the disk first.
  mutating func changePerson() -> [AppEffect] {
    let unsaved = settle()
    guard unsaved.isEmpty, !isSaving else {
      locksWhenSaved = true
      return unsaved
    }
    return lock()
  }
}
