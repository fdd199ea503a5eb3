import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import ThaiText

extension AppModel {
  /// Changes the model by a message and says what is to be done about it.
  mutating func update(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .key(let key, let time): return press(key, at: time)
    case .rest: return fill(.rest)
    case .fill(let line): return fill(.line(line))
    case .idle: return idle()
    case .people, .areas, .cannotOpen, .peopleChanged: return opened(message)
    case .signedIn(let person, let profile, let isNew):
      // It was stopped a moment too late.
      guard screen.awaits(person.id) else { return [.lock] }
      return enter(person, profile, isNew: isNew)
    case .signInRefused(let error):
      fail(error.label)
      return []
    case .records(let records, let queued, let fetched, let forms, let sent, let day):
      self.fetched = fetched
      formTitles = forms
      take(records, queued, RecordCounts(records, on: day ?? today, sent: sent))
      return []
    case .cards, .reading, .similar, .address: return village(message)
    case .profileSaved(let profile):
      signedIn?.profile = profile
      say(.done, PersonPhrase.saved.label)
      return openHome()
    case .done(let label):
      say(.done, label)
      return [.loadRecords]
    case .failed(let label):
      fail(label)
      return []
    case .notResumed: return openHome()
    case .tmuxWithoutUTF8: return speakEnglish(because: .tmuxWithoutUTF8)
    case .renamed(let person, let profile):
      guard signedIn != nil else { return [] }
      signedIn = SignedIn(person: person, profile: profile)
      people = people.map { $0.id == person.id ? person : $0 }
      say(.done, PersonPhrase.saved.label)
      return []
    case .opened, .mayChoose, .formRead, .mayMove, .saved, .saveFailed, .attachFailed, .finished:
      return filled(message)
    case .officer(let message): return review(message)
    case .syncing, .synced, .askedToSend, .stick, .enrolled, .enrolmentWritten, .notEnrolled:
      return link(message)
    case .keyCareDone, .slip, .slipWritten, .pendingRequest, .mayReplaceRequest, .wasRecovered,
      .laptops:
      return keyCare(message)
    case .suggested(let passphrase):
      guard case .person(var model) = screen else { return [] }
      model.suggestion = passphrase
      screen = .person(model)
      return []
    case .working(let seconds):
      secondsWorked = seconds
      return []
    case .woke:
      guard signedIn != nil else { return [] }
      return changePerson()
    case .quiet:
      isQuiet = true
      renewIfUntouched()
      return []
    }
  }

  /// The messages about what the laptop has, which come while its store is being opened and later.
  private mutating func opened(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .people(let people, let server):
      self.people = people
      self.server = server
      return begin()
    case .areas(let areas):
      self.areas = areas
      // Somebody may have typed a place while the areas were being read.
      if case .person(var model) = screen {
        model.place.look(in: setting)
        screen = .person(model)
      }
      return []
    case .cannotOpen:
      isFinished = true
      return []
    case .peopleChanged(let people):
      self.people = people
      return []
    default: return []
    }
  }

  /// Shows the first screen; a passphrase that was handed over opens the only person's records.
  private mutating func begin() -> [AppEffect] {
    guard !people.isEmpty else { return addPerson() }
    var model = SignInScreen.Model(people: people, person: locked?.person)
    guard people.count == 1, let passphrase else {
      screen = .signIn(model)
      if let notice = locked?.notice { say(.hint, notice) }
      return []
    }
    self.passphrase = nil
    model.isOpening = true
    screen = .signIn(model)
    return [.signIn(people[0].id, passphrase: passphrase)]
  }

  /// The messages about the centre.
  private mutating func link(_ message: AppMessage) -> [AppEffect] {
    switch message {
    case .syncing(let progress): return send(.progress(progress))
    case .askedToSend: return [.sendIfDue]
    case .synced(let report):
      tell(of: report)
      // There is one road only, so it is shown at once.
      let isByStick = report.outcome == .needsPerson(.byStick)
      return send(.over(report)) + (isByStick ? [.findStick] : []) + [.loadRecords]
    case .stick(.done(let report)): return send(.stick(.done(report))) + [.loadRecords]
    case .stick(let news): return send(.stick(news))
    case .enrolled(let person, let server, let name):
      signedIn?.person = person
      self.server = server
      say(.done, EnrolPhrase.done.label)
      askForName(central: name, typed: person.name)
      return openHome()
    case .notEnrolled(let failure):
      var asked = server
      if case .enrol(let model) = screen { asked = model.server.text }
      fail(EnrolPhrase.failed(failure, at: asked))
      return []
    case .enrolmentWritten:
      stopWaiting()
      say(.done, EnrolPhrase.written.label)
      return []
    default: return []
    }
  }

  /// Whoever did not press the key hears of it when something was sent; else it is tried again.
  private mutating func tell(of report: SyncReport) {
    let sent = report.progress.acknowledged
    guard signedIn != nil, sent > 0, notice?.kind != .problem else { return }
    if case .send = screen { return }
    say(.done, SendPhrase.sentUnasked(sent))
  }

  private mutating func enter(_ person: Person, _ profile: Profile, isNew: Bool) -> [AppEffect] {
    signedIn = SignedIn(person: person, profile: profile)
    if showsThai { language = Language(rawValue: profile.language) ?? language }
    notice = nil
    if let left = takeLeftSurvey(of: person) { return resume(left) }
    guard isNew, person.enrolment == nil else { return openHome() }
    say(.done, PersonPhrase.added.label)
    screen = .tour(.init(isFirstRun: true))
    return [.loadRecords]
  }

  /// Nobody is called otherwise without a word: the person says which name is used here.
  private mutating func askForName(central: String, typed: String) {
    guard !central.isEmpty, ThaiNormalization.normalize(central) != typed else { return }
    let dialog = Dialog.Model(
      title: EnrolPhrase.otherName.text(in: language),
      text: EnrolPhrase.names(central: central, typed: typed).text(in: language),
      buttons: [EnrolPhrase.keepName, .takeName].map { $0.text(in: language) })
    overlay = .dialog(dialog, .name(central))
  }

  private mutating func fail(_ label: Label) {
    say(.problem, label)
    stopWaiting()
    switch screen {
    // These screens draw the whole grid, and with it what is said.
    case .officer(var model):
      _ = OfficerScreens.update(&model, .say(label))
      screen = .officer(model)
    default: break
    }
  }

  /// Gives the keys back to a screen that waited for something.
  mutating func stopWaiting() {
    switch screen {
    case .signIn(var model):
      SignInScreen.refused(&model)
      screen = .signIn(model)
    case .person(var model):
      model.isWorking = false
      screen = .person(model)
    case .keyCare(var model):
      model.isWorking = false
      screen = .keyCare(model)
    case .enrol(var model):
      model.isAsking = false
      screen = .enrol(model)
    default: break
    }
  }

  private mutating func take(
    _ records: [RecordSummary], _ queued: Int?, _ counts: RecordCounts
  ) {
    self.counts = counts
    self.queued = queued
    // They came too late for the list that asked for them.
    if case .fill = screen { return }
    self.records = records
    switch screen {
    case .home(var model):
      model.counts = counts
      model.queued = queued
      model.hasFetched = fetched != nil
      screen = .home(model)
    case .list(var model):
      model.formTitles = formTitles
      if model.today != nil { model.today = counts.today }
      model.refresh(records)
      screen = .list(model)
    case .reading(var model):
      model.take(records)
      screen = .reading(model)
    case .send(var model):
      model.records = records
      model.waiting = queued
      screen = .send(model)
    default: break
    }
  }

  mutating func openHome(at item: HomeScreen.Item? = nil) -> [AppEffect] {
    var home = HomeScreen.Model()
    home.counts = counts
    home.queued = queued
    home.hasFetched = fetched != nil || queued == nil
    home.mayReview = signedIn?.person.enrolment?.role.reviews ?? false
    home.maySubmit = signedIn?.person.enrolment?.role.may(.submit) ?? true
    home.mayGoOnBeside = lastFinished != nil
    home.item = item ?? home.items[0]
    screen = .home(home)
    return [.loadRecords]
  }

  private mutating func send(_ message: SendScreen.Message) -> [AppEffect] {
    guard case .send(var model) = screen else { return [] }
    _ = SendScreen.update(&model, message)
    screen = .send(model)
    return []
  }
}
