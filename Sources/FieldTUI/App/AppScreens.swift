import OfflineStore
import SyncProtocol
import TerminalKit

/// What the shell does about the effects of its screens.
extension AppModel {
  mutating func perform(_ effect: SignInScreen.Effect) -> [AppEffect] {
    switch effect {
    case .signIn(let person, let passphrase): return [.signIn(person, passphrase: passphrase)]
    case .addPerson:
      return addPerson()
    case .forgot(let person):
      let name = people.first { $0.id == person }?.name ?? ""
      screen = .keyCare(
        .init(.recover(person), of: name, file: slipFile, personalWords: people.map(\.name)))
      return [.findRequest(of: person)]
    case .say(let label): say(.hint, label)
    case .quit: askToQuit()
    }
    return []
  }

  /// Asks who a new person is.
  mutating func addPerson() -> [AppEffect] {
    var model = PersonScreen.Model(nil, isNew: true, setting)
    model.shownNames = people.map(\.name)
    model.isFirst = people.isEmpty
    screen = .person(model)
    return [.suggestPassphrase]
  }

  mutating func perform(_ effect: PersonScreen.Effect) -> [AppEffect] {
    switch effect {
    case .add(let profile, let passphrase): return [.addPerson(profile, passphrase: passphrase)]
    case .save(let profile): return [.saveProfile(profile)]
    case .suggest: return [.suggestPassphrase]
    case .say(let label): say(.problem, label)
    case .back:
      guard signedIn == nil else {
        screen = .settings(.init(facts: facts))
        return []
      }
      if case .person(let model) = screen, model.isBegun {
        askToGiveUp()
      } else if people.isEmpty {
        askToQuit()
      } else {
        screen = .signIn(.init(people: people))
      }
    }
    return []
  }

  mutating func perform(_ effect: HomeScreen.Effect) -> [AppEffect] {
    guard case .open(let item) = effect else {
      guard effect == .beside else {
        ask(.lock, HomePhrase.lock, Phrase.lockQuestion, orElse: .lockNow)
        return []
      }
      return lastFinished.map { [.beginBeside($0.id, form: $0.formID, language)] } ?? []
    }
    switch item {
    case .newSurvey: return [.begin(language)]
    case .returned: return openList(.returned)
    case .everybody: return openList(.everybody)
    case .drafts: return openList(.drafts)
    case .ready: return openList(.ready)
    case .sent: return openList(.sent)
    case .trash: return openList(.trash)
    case .send:
      screen = .send(.init(records, reports: signedIn?.person.enrolment?.role.may(.submit) ?? true))
      return [.send]
    case .queue: return openQueue()
    case .guide: screen = .guide(.init())
    case .practice: return [.practise(language)]
    case .settings: screen = .settings(.init(facts: facts))
    case .lock: return lock()
    }
    return []
  }

  mutating func perform(
    _ effect: RecordListScreen.Effect, of kind: RecordListScreen.Kind
  ) -> [AppEffect] {
    switch effect {
    case .open(let id): return [.open(id, language)]
    case .openReturned(let record):
      return [.openReturned(record.id, language)]
    case .read(let record): return [.read(record, language)]
    case .recall(let record): askToRecall(record)
    case .beginBeside(let record): return [.beginBeside(record.id, form: record.formID, language)]
    case .trash(let id): return [.trash(id)]
    case .restore(let id): return [.restore(id)]
    case .say(let label): say(.problem, label)
    case .back: return openHome(at: item(of: kind))
    }
    return []
  }

  mutating func perform(_ effect: FormsScreen.Effect) -> [AppEffect] {
    switch effect {
    case .begin(let name): return [.begin(language, form: name)]
    case .say(let label): say(.problem, label)
    case .back: return openHome(at: .newSurvey)
    }
    return []
  }

  mutating func perform(_ effect: MoveScreen.Effect) -> [AppEffect] {
    switch effect {
    case .stay(let id): [.openAsItIs(id, language)]
    case .move(let id): [.moveDraft(id, language)]
    case .back: openList(.drafts)
    }
  }

  mutating func perform(_ effect: SendScreen.Effect) -> [AppEffect] {
    switch effect {
    case .send: return [.send]
    case .stop: return [.stopSending]
    case .findStick: return [.findStick]
    case .exchange(let folder): return [.exchange(folder: folder)]
    case .enrol:
      screen = .enrol(.init(server: server))
      return []
    case .back: return openHome(at: .send)
    }
  }

  mutating func perform(_ effect: EnrolScreen.Effect) -> [AppEffect] {
    switch effect {
    case .enrol(let server, let code):
      return [.enrol(server: server, code, name: signedIn?.profile.name ?? "")]
    case .say(let label):
      say(.problem, label)
      return []
    case .back: return openHome()
    }
  }

  mutating func perform(_ effect: GuideScreen.Effect) -> [AppEffect] {
    switch effect {
    case .back: return openHome(at: .guide)
    case .tour: screen = .tour(.init())
    case .say(let label): say(.problem, label)
    }
    return []
  }

  /// After the first tour comes the enrolment, after a later one the guide that it was opened from.
  mutating func endTour(isFirstRun: Bool) {
    screen = isFirstRun ? .enrol(.init(server: server)) : .guide(.init())
  }

  mutating func perform(_ effect: SettingsScreen.Effect) -> [AppEffect] {
    switch effect {
    case .open(.person): screen = .person(.init(signedIn?.profile, isNew: false, setting))
    case .open(.enrolment): screen = .enrol(.init(server: server))
    case .open(.language): return switchLanguage()
    case .open(.passphrase):
      let own = signedIn?.profile.guessableWords(setting) ?? []
      screen = .keyCare(.init(.changePassphrase, personalWords: own + people.map(\.name)))
    case .say(let label): say(.problem, label)
    case .lockAfter(let minutes):
      guard var profile = signedIn?.profile else { return [] }
      profile.lockMinutes = minutes
      signedIn?.profile = profile
      say(.done, SettingsPhrase.lockChosen(minutes))
      return [.rememberChoice(profile)]
    // The screen itself asks for the number.
    case .open(.lock): break
    case .open(.answer): screen = .keyCare(.init(.answer, file: slipFile))
    case .open(.laptops):
      screen = .laptops(.init())
      return [.laptops(revoking: nil)]
    case .back: return openHome(at: .settings)
    }
    return []
  }

  private mutating func openList(_ kind: RecordListScreen.Kind) -> [AppEffect] {
    var list = RecordListScreen.Model(kind, records, formTitles: formTitles)
    if kind == .everybody { list.today = counts.today }
    screen = .list(list)
    return [.loadRecords]
  }

  private func item(of kind: RecordListScreen.Kind) -> HomeScreen.Item {
    switch kind {
    case .everybody: .everybody
    case .drafts: .drafts
    case .returned: counts.returned > 0 ? .returned : .newSurvey
    case .ready: .ready
    case .sent: .sent
    case .trash: .trash
    }
  }

  private mutating func askToQuit() { ask(.quit, Phrase.quit, .quitQuestion, orElse: .quit) }

  /// What is typed about a new person is on no disk before it is complete.
  private mutating func askToGiveUp() {
    let leave: Phrase = people.isEmpty ? .quitWithoutIt : .leaveWithoutIt
    ask(.giveUp, Phrase.notSaved, .giveUpQuestion, orElse: leave)
  }

  private mutating func ask(
    _ matter: Matter, _ title: any Wording, _ question: Phrase, orElse leave: Phrase
  ) {
    let dialog = Dialog.Model(
      title: title.text(in: language), text: question.text(in: language),
      buttons: [Phrase.stay, leave].map { $0.text(in: language) })
    overlay = .dialog(dialog, matter)
  }

  var facts: SettingsScreen.Facts {
    let minutes = minutesToLock
    guard let enrolment = signedIn?.person.enrolment else { return .init(lockMinutes: minutes) }
    let code = enrolment.area.description
    let place = areas?.place(String(code.prefix(6)))?.text(in: language)
    return .init(
      isOfficer: enrolment.role.may(.enrolVillage) || enrolment.role.may(.enrolDistrict),
      centre: enrolment.centreTitle, server: server,
      role: SettingsPhrase.of(enrolment.role).label, place: place ?? code, lockMinutes: minutes)
  }
}
