import OfflineStore
import TerminalKit

extension AppModel {
  /// Gives a key to what stands in front: an overlay, the keys of every screen, the screen.
  ///
  /// - Parameter time: When a finger pressed it, in milliseconds; nil for one that a line of text means.
  mutating func press(_ key: Key, at time: Int?) -> [AppEffect] {
    guard key != .resized else { return [] }
    guard key != .thaiUnreadable else { return speakEnglish(because: .thaiUnreadable) }
    idles = 0
    guard !bounce.drops(key, at: time) else { return [] }
    let stand = Stand(self)
    let effects = route(key, at: time)
    note(key, at: time, from: stand, effects)
    return effects
  }

  private mutating func route(_ key: Key, at time: Int?) -> [AppEffect] {
    if key == .function(12), signedIn != nil { return changePerson() }
    if let overlay { return press(key, over: overlay) }
    notice = nil
    if screen.isWaiting { return wait(key) }
    if case .fill = screen { return fill(.key(key, at: time)) }
    if case .officer = screen { return review(.key(key)) }
    switch GlobalKeys.map.action(for: key) {
    case .help:
      overlay = .text(Phrase.help.label, ScrollText.Model([]))
      return []
    case .language: return switchLanguage()
    case nil: return pressScreen(key)
    }
  }

  /// Takes a key while the screen waits for something: Esc stops that, F2 still works.
  private mutating func wait(_ key: Key) -> [AppEffect] {
    guard key == .escape else { return key == .function(2) ? switchLanguage() : [] }
    stopWaiting()
    say(.hint, Phrase.stopped.label)
    return [.stopWork]
  }

  /// Nobody can read Thai here; what is stored stays as it is, and F2 still gives Thai.
  mutating func speakEnglish(because reason: Phrase) -> [AppEffect] {
    showsThai = false
    say(.problem, reason.label)
    language = .english
    return []
  }

  mutating func switchLanguage() -> [AppEffect] {
    language = language.other
    guard var profile = signedIn?.profile else { return [] }
    profile.language = language.rawValue
    signedIn?.profile = profile
    return [.rememberChoice(profile)]
  }

  private mutating func press(_ key: Key, over overlay: Overlay) -> [AppEffect] {
    switch overlay {
    case .text(let title, var text):
      if key == .function(2) { return switchLanguage() }
      let isScrolled = ScrollText.update(&text, key)
      self.overlay = isScrolled ? .text(title, text) : nil
    case .recovered(var text):
      let isScrolled = ScrollText.update(&text, key)
      self.overlay = isScrolled ? .recovered(text) : nil
      // Whoever only tries a passphrase has read nothing on the person's behalf.
      return isScrolled || signedIn == nil ? [] : [.acknowledgeRecoveries]
    case .dialog(var dialog, let matter):
      switch Dialog.update(&dialog, key) {
      case .moved, .ignored: self.overlay = .dialog(dialog, matter)
      case .chose(1):
        self.overlay = nil
        return agree(to: matter)
      case .chose, .cancelled: self.overlay = nil
      }
    }
    return []
  }

  private mutating func agree(to matter: Matter) -> [AppEffect] {
    switch matter {
    case .quit: return quit()
    case .giveUp:
      guard !people.isEmpty else { return quit() }
      screen = .signIn(.init(people: people))
    case .lock: return lock()
    case .name(let name): return [.rename(name)]
    case .recall(let id): return [.recall(id, language)]
    case .replaceRequest(let file): return replaceRequest(in: file)
    case .told: break
    }
    return []
  }

  private mutating func quit() -> [AppEffect] {
    isFinished = true
    renewal = nil
    return [.lock]
  }

  private mutating func pressScreen(_ key: Key) -> [AppEffect] {
    switch screen {
    case .starting, .fill, .officer: return []
    case .signIn(var model):
      let effects = SignInScreen.update(&model, key)
      screen = .signIn(model)
      return effects.flatMap { perform($0) }
    case .person(var model):
      let effects = PersonScreen.update(&model, key, setting)
      screen = .person(model)
      return effects.flatMap { perform($0) }
    case .home(var model):
      let effects = HomeScreen.update(&model, key)
      screen = .home(model)
      return effects.flatMap { perform($0) }
    case .list(var model):
      let effects = RecordListScreen.update(&model, key)
      screen = .list(model)
      return effects.flatMap { perform($0, of: model.kind) }
    case .reading(var model):
      let effects = ReadingScreen.update(&model, key)
      screen = .reading(model)
      return effects.flatMap { perform($0) }
    case .forms(var model):
      let effects = FormsScreen.update(&model, key)
      screen = .forms(model)
      return effects.flatMap { perform($0) }
    case .send(var model):
      let effects = SendScreen.update(&model, .key(key))
      screen = .send(model)
      return effects.flatMap { perform($0) }
    case .enrol(var model):
      let effects = EnrolScreen.update(&model, key)
      screen = .enrol(model)
      return effects.flatMap { perform($0) }
    case .settings(var model):
      let effects = SettingsScreen.update(&model, key)
      screen = .settings(model)
      return effects.flatMap { perform($0) }
    case .move(var model):
      let effects = MoveScreen.update(&model, key, language)
      screen = .move(model)
      return effects.flatMap { perform($0) }
    case .keyCare(var model):
      let effects = KeyCareScreen.update(&model, key)
      screen = .keyCare(model)
      return effects.flatMap { perform($0) }
    case .laptops(var model):
      let effects = LaptopsScreen.update(&model, key, language)
      screen = .laptops(model)
      return effects.flatMap { perform($0) }
    case .guide(var model):
      let effects = GuideScreen.update(&model, key)
      screen = .guide(model)
      return effects.flatMap { perform($0) }
    case .tour(var model):
      let effects = TourScreen.update(&model, key)
      screen = .tour(model)
      if effects == [.practise] { return [.practise(language)] }
      if !effects.isEmpty { endTour(isFirstRun: model.isFirstRun) }
      return []
    }
  }
}
