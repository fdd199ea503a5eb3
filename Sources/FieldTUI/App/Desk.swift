import CMalloc
import InstalledForms
import OfflineStore
import Sealing
import SurveyForms
import SyncClient
import SyncProtocol
import TerminalKit

/// The store, the centre and the forms of this laptop, and one verb for each effect.
struct Desk: Sendable {
  let store: SurveyStore
  let sync: SyncEngine
  let forms: FormShelf
  let archive: FormArchive
  let areas: AreaIndex?
  let ambient: Ambient
  let mailbox: Mailbox<AppMessage>
  let safe = KeyringSafe()
  var online = OnlineWork()

  /// Does one thing and mails what came of it.
  func work(on effect: AppEffect) async {
    do throws(StoreError) {
      try await perform(effect)
    } catch .stopped {
      // Whoever stopped it has been told.
    } catch {
      guard !Task.isCancelled else { return }
      if case .signIn(let person, _) = effect {
        mailbox.send(.signInRefused(error))
        await tellOfRecovery(of: person, after: error)
      } else {
        mailbox.send(.failed(error.label))
      }
    }
  }

  private func perform(_ effect: AppEffect) async throws(StoreError) {
    switch effect {
    case .signIn(let person, let passphrase):
      let keyring = try await store.signIn(person, passphrase: secret(passphrase))
      // Nobody waits for the keys any more: they go as they came.
      guard !Task.isCancelled else { return }
      safe.hold(keyring)
      try await greet(isNew: false)
    case .addPerson(let profile, let passphrase):
      safe.hold(
        try await store.addPerson(
          name: profile.name, passphrase: secret(passphrase), profile: profile))
      try await greet(isNew: true)
    case .saveProfile(let profile):
      try await store.saveProfile(profile, for: keyring())
      mailbox.send(.profileSaved(profile))
    case .rememberChoice(let profile): try await store.saveProfile(profile, for: keyring())
    case .lock: safe.hold(nil)
    case .loadRecords: try await loadRecords()
    case .begin(let language, let name): try await begin(language, named: name)
    case .open(let id, let language): try await open(id, language)
    case .openAsItIs(let id, let language): try await openAsItIs(id, language)
    case .moveDraft(let id, let language): try await moveDraft(id, language)
    case .openReturned(let id, let language):
      try await openReturned(id, language)
    case .resume(let id, let language): await resume(id, language)
    case .save(let draft, let number): await save(draft, number: number)
    case .finish(let draft, let submission, let log, let number):
      await finish(draft, submission, log: log, number: number)
    case .attach(let source, let name, let id, let path):
      await attach(source, as: name, to: id, path: path)
    case .loadQueue: try await loadQueue()
    case .openReview(let id): try await openReview(id)
    case .decide(let decision, let id, let judged, let body):
      try await decide(decision, on: id, judged: judged, body)
    case .keep(let body, let id): try await store.keep(body, on: id, for: keyring())
    case .undoDecision: try await undoDecision()
    case .recall(let id):
      try await recall(id)
    case .trash(let id):
      try await store.trash(id, for: keyring())
      mailbox.send(.done(Phrase.trashed.label))
    case .restore(let id):
      try await store.untrash(id, for: keyring())
      mailbox.send(.done(Phrase.restored.label))
    case .changePassphrase(let old, let new): try await changePassphrase(from: old, to: new)
    case .recover(let person, let passphrase, let file):
      try await recover(person, passphrase, file: file)
    case .readSlip(let file): readSlip(file)
    case .answerSlip(let slip, let file): try await answer(slip, file: file)
    case .acknowledgeRecoveries: try await store.acknowledgeRecoveries(for: keyring())
    case .suggestPassphrase:
      mailbox.send(.suggested(passphrase: ThaiWords.passphrase(ambient)))
    case .log(let kind, let record):
      try await store.log(kind, on: record, by: safe.keyring?.person)
    case .tidy: cmalloc_give_back()
    case .findStick: mailbox.send(.stick(.found(StickRoad.likelyFolder())))
    case .exchange(let folder): await exchange(in: folder)
    case .send, .sendIfDue, .stopSending, .stopWork, .enrol, .laptops, .listFiles, .fetch: break
    }
  }

  func keyring() throws(StoreError) -> Keyring {
    guard let keyring = safe.keyring else { throw .noSuchPerson }
    return keyring
  }

  /// The person who is signed in, as the list of people has him.
  func person() async throws(StoreError) -> Person {
    let id = try keyring().person
    guard let person = try await store.people().first(where: { $0.id == id }) else {
      throw .noSuchPerson
    }
    return person
  }

  /// Whose passphrase was replaced by a recovery finds it refused, and is told why there and then.
  private func tellOfRecovery(of person: Int64, after error: StoreError) async {
    // What cannot be read now is read at the next sign-in.
    guard error == .wrongPassphrase, let uses = try? await store.unseenRecoveries(of: person),
      !uses.isEmpty
    else { return }
    mailbox.send(.wasRecovered(uses))
  }

  func greet(isNew: Bool) async throws(StoreError) {
    let keyring = try keyring()
    let profile = try await store.profile(for: keyring)
    mailbox.send(.signedIn(try await person(), profile, isNew: isNew))
    let uses = try await store.unseenRecoveries(of: keyring.person)
    if !uses.isEmpty { mailbox.send(.wasRecovered(uses)) }
    if try await !store.isProfileWhole(for: keyring) {
      mailbox.send(.failed(KeyCarePhrase.profileDamaged.label))
    }
    if isNew {
      mailbox.send(.peopleChanged(try await store.people()))
    }
  }

  private func loadRecords() async throws(StoreError) {
    // Asked for just before the screen was locked.
    guard let keyring = safe.keyring else { return }
    let records = try await store.records(for: keyring)
    let isOfficer = try await person().enrolment?.role.reviews ?? false
    let queued = isOfficer ? try await store.queue(for: keyring).count(where: \.isWaiting) : nil
    let fetched = try await store.setting(Self.lastFetch).flatMap { Int64($0) }
    mailbox.send(
      .records(
        records, queued: queued, fetched: fetched.map(Timestamp.init(milliseconds:)),
        forms: forms.titles(of: Set(records.map(\.formID)))))
  }

  /// The setting that says when everything new was last fetched.
  static let lastFetch = "last-fetch"

  func secret(_ passphrase: String) -> SecretBytes {
    var bytes = Array(passphrase.utf8)
    return SecretBytes(wiping: &bytes)
  }
}

extension Role {
  /// Whether such a person checks the records of others.
  var reviews: Bool { self != .village && may(.readRecords) }
}
