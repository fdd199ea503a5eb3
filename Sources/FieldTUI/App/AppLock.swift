import OfflineStore
import SyncProtocol
import TerminalKit

/// Locking the screen, and coming back to what was left.
extension AppModel {
  /// Locks after so many minutes without a key, but not before what is on the screen is saved.
  mutating func idle() -> [AppEffect] {
    idles += 1
    if renewal != nil { renewIfLeft() }
    guard idles >= 2 * minutesToLock, let person = signedIn?.person.id else { return fill(.pause) }
    let unsaved = settle()
    guard unsaved.isEmpty else { return unsaved }
    return lock(chosen: person, screen.isHalfTyped ? .idleInForm : .idle)
  }

  /// After how many minutes without a key the screen is locked, as the person chose.
  var minutesToLock: Int { signedIn?.profile.minutesToLock ?? Profile.usualMinutesToLock }

  /// Keeps what was typed and not accepted yet; the terminal may be gone already.
  mutating func settle() -> [AppEffect] { fill(.settle) }

  /// Forgets everything of the person who was signed in.
  mutating func lock(chosen person: Int64? = nil, _ reason: Renewal.Lock = .asked) -> [AppEffect] {
    let next = Renewal(
      person: person, language: language, reason: reason, minutes: minutesToLock,
      left: openSurvey)
    signedIn = nil
    renewal = next
    isQuiet = false
    idles = 0
    locksWhenSaved = false
    records = []
    counts = RecordCounts()
    formTitles = [:]
    queued = nil
    fetched = nil
    lastFinished = nil
    overlay = nil
    notice = nil
    screen = .signIn(.init(people: people, person: person))
    if let words = next.notice { say(.hint, words) }
    return [.lock]
  }

  /// The survey that is open, and whose it is.
  private var openSurvey: Renewal.LeftSurvey? {
    guard let person = signedIn?.person.id, case .fill(let model, _) = screen, !model.isPractice
    else { return nil }
    return .init(person: person, record: model.record)
  }

  /// What this person had open when the screen was locked; whoever signs in, it is forgotten.
  mutating func takeLeftSurvey(of person: Person) -> RecordID? {
    let left = (renewal ?? locked)?.left
    renewal = nil
    locked = nil
    return left?.person == person.id ? left?.record : nil
  }

  /// Opens it again; no key reaches another screen meanwhile.
  mutating func resume(_ record: RecordID) -> [AppEffect] {
    screen = .starting
    return [.loadRecords, .resume(record, language)]
  }

  /// Ends the locked program, to begin anew, unless somebody is at it already.
  mutating func renewIfUntouched() {
    guard case .signIn(let model) = screen, renewal != nil, signedIn == nil, overlay == nil,
      !model.isOpening, model.passphrase?.text.isEmpty ?? true
    else { return }
    isFinished = true
  }

  /// The same, for whoever typed something and went away.
  private mutating func renewIfLeft() {
    guard isQuiet, signedIn == nil else { return }
    if case .signIn(let model) = screen, !model.isOpening { isFinished = true }
    if idles >= 2 * Profile.usualMinutesToLock { isFinished = true }
  }
}
