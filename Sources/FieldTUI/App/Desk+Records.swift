import Glibc
import InstalledForms
import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import ThaiText

/// Opening, saving and finishing records.
extension Desk {
  /// Begins a record; where there are several forms, the person chooses first.
  func begin(_ language: Language, named name: String?) async throws(StoreError) {
    guard let name else {
      let names = forms.names
      guard names.count <= 1 else { return offer(names) }
      return try await begin(language, forms.main ?? forms.any)
    }
    let form: InstalledForm
    do throws(FormFolderProblem) {
      form = try forms.form(named: name)
    } catch {
      return mailbox.send(.failed(error.label))
    }
    try await begin(language, form)
  }

  /// Shows the menu of forms, and reads those that it knows no more of than their folders.
  private func offer(_ names: [String]) {
    let rows = names.map(forms.row)
    mailbox.send(.mayChoose(FormsScreen.Model(rows)))
    for row in rows where row.state == .reading {
      mailbox.send(.formRead(forms.read(row.name)))
    }
  }

  /// Begins a record with what the profile knows.
  private func begin(_ language: Language, _ form: InstalledForm?) async throws(StoreError) {
    guard let form else { return mailbox.send(.failed(Phrase.formMissing.label)) }
    try keep(form)
    let profile = try await store.profile(for: keyring())
    let session = FormSession(form.definition, environment: environment(profile))
    var model = FillScreen.Model(
      session: session, record: RecordID(ambient), language: language, areas: areas, today: today,
      profile: profile, isNew: true)
    model.begin(log(of: form, profile))
    mailbox.send(.opened(model, record(of: form, parent: nil)))
  }

  /// Opens a draft where it was left; one of an older version of its form asks first whether to move.
  func open(_ id: RecordID, _ language: Language) async throws(StoreError) {
    let draft = try await store.draft(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    if let (_, old, move) = move(of: draft, profile, language) {
      mailbox.send(.mayMove(MoveScreen.Model(record: id, old: old, move: move)))
    } else {
      try await openAsItIs(id, language)
    }
  }

  /// Opens a draft with the version it was begun with; a correction shows what was sent back beside
  /// it.
  func openAsItIs(_ id: RecordID, _ language: Language) async throws(StoreError) {
    let draft = try await store.draft(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    var former: FormSession?
    if draft.parent != nil {
      let returned = try await store.returned(id, for: keyring())
      former = session(returned.submission, profile)?.session
    }
    guard let (form, session) = session(draft.instance, profile) else {
      return mailbox.send(.failed(Phrase.formMissing.label))
    }
    var model = FillScreen.Model(
      session: session, record: id, language: language, areas: areas, today: today,
      profile: profile, comments: draft.notes, former: former, place: draft.place,
      past: draft.history.flatMap(\.lost))
    model.begin(log(of: form, profile, lines: draft.audit))
    mailbox.send(
      .opened(model, record(of: form, parent: draft.parent, history: draft.history)))
  }

  /// Opens a record that came back: where its correction was left, or else as its beginning.
  func openReturned(_ id: RecordID, _ language: Language) async throws(StoreError) {
    if try await store.hasDraft(id, for: keyring()) { return try await open(id, language) }
    let returned = try await store.returned(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    guard let (form, former) = session(returned.submission, profile) else {
      return mailbox.send(.failed(Phrase.formMissing.label))
    }
    var correction = former
    correction.beginRevision()
    var model = FillScreen.Model(
      session: correction, record: id, language: language, areas: areas, today: today,
      profile: profile, comments: returned.verdict.decision.remarks(in: language), former: former)
    model.tellWhyReturned()
    model.begin(log(of: form, profile, lines: try await keptLog(of: id)))
    mailbox.send(.opened(model, record(of: form, parent: returned.revision)))
  }

  /// Opens what was being filled in when the screen was locked, at the question that was left.
  func resume(_ id: RecordID, _ language: Language) async {
    do throws(StoreError) {
      switch try await store.records(for: keyring()).first(where: { $0.id == id })?.state {
      case .draft: try await openAsItIs(id, language)
      case .returned: try await openReturned(id, language)
      // Nothing of it was answered yet, or it was finished.
      case .ready, .sent, .resubmitted, .verified, .rejected, .locked, .retracted, .trashed, nil:
        mailbox.send(.notResumed)
      }
    } catch {
      mailbox.send(.notResumed)
      mailbox.send(.failed(error.label))
    }
  }

  /// Puts a draft on the disk; a failure is told with the number of what was not written.
  func save(_ draft: Draft, number: Int) async {
    do throws(StoreError) {
      try await store.save(timed(draft), for: keyring())
      mailbox.send(.saved(draft.id, number))
    } catch {
      mailbox.send(.saveFailed(draft.id, number, error))
    }
  }

  /// Finishes a record, or says with the number of its snapshot why not.
  func finish(_ draft: Draft, _ submission: [UInt8], log: [UInt8]?, number: Int) async {
    do throws(StoreError) {
      let files = log.map { [AuditLog.fileName: $0] } ?? [:]
      try await store.finish(timed(draft), submission: submission, with: files, for: keyring())
      mailbox.send(.finished(draft.id))
    } catch {
      mailbox.send(.saveFailed(draft.id, number, error))
    }
  }

  /// Calls a finished record back; of one that was sent out and never answered for, the centre is
  /// asked beside all other work whether it arrived.
  func recall(_ id: RecordID) async throws(StoreError) {
    do throws(StoreError) {
      try await callBack(id)
    } catch .maybeSent {
      mailbox.send(.failed(StoreError.maybeSent.label))
      online.start {
        // Where the centre cannot be asked, what is known was said.
        guard let known = try? await sync.settle(), known.arrived + known.missing > 0 else {
          return
        }
        do throws(StoreError) {
          try await callBack(id)
        } catch {
          mailbox.send(
            .failed(error == .notAllowed(.sent) ? StoreError.alreadySent.label : error.label))
        }
      }
    }
  }

  private func callBack(_ id: RecordID) async throws(StoreError) {
    try await store.recall(id, for: keyring())
    mailbox.send(.done(Phrase.recalled.label))
  }

  var today: CivilDate { BuddhistTime.day(of: ambient.now()) }

  func environment(_ profile: Profile) -> SessionEnvironment {
    let ambient = ambient
    return SessionEnvironment(
      now: { ambient.now().milliseconds }, random: { ambient.random(16) },
      properties: ["username": profile.name])
  }

  private func timed(_ draft: Draft) -> Draft {
    var draft = draft
    draft.changed = ambient.now()
    return draft
  }

  private func record(
    of form: InstalledForm, parent: RevisionHash?, history: [FormerVersion] = []
  ) -> OpenRecord {
    OpenRecord(
      formID: form.definition.id, formVersion: form.definition.version, formHash: form.hash,
      parent: parent, history: history)
  }

  /// Reads a draft or a submission with the form it was filled in with, an older one if need be.
  ///
  /// Nil when that form is not on this laptop: what it alone can read stays in the store untouched,
  /// and the person is told.
  func session(
    _ xml: [UInt8], _ profile: Profile
  ) -> (form: InstalledForm, session: FormSession)? {
    read(xml) { form throws(DraftProblem) in
      (form, try FormSession(form.definition, draft: xml, environment: environment(profile)))
    }
  }

  /// Reads a record with its own form: the installed one, or the version of it that the record names.
  func read<Reading>(
    _ xml: [UInt8], with reading: (InstalledForm) throws(DraftProblem) -> Reading
  ) -> Reading? {
    do throws(DraftProblem) {
      // Any form can say whose the record is.
      guard let form = forms.main ?? forms.any else { return nil }
      return try reading(form)
    } catch .otherForm(let id, let version) {
      let installed = forms.form(id)
      let isSame = installed?.definition.version == version
      guard let own = isSame ? installed : archive.form(id, version: version) else { return nil }
      // Its own form cannot read it either: it is damaged, and the person is told.
      return try? reading(own)
    } catch {
      return nil
    }
  }

  /// Keeps the form beside the records that need it, also when a newer one is installed.
  func keep(_ form: InstalledForm) throws(StoreError) {
    do throws(FormArchiveProblem) {
      try archive.keep(form)
    } catch {
      throw switch error.code {
      case ENOSPC, EDQUOT: .noSpace
      case EROFS, EACCES, EPERM: .readOnly
      default: .io("a form could not be kept: error \(error.code)")
      }
    }
  }
}
