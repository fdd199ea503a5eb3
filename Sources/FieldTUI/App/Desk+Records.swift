import InstalledForms
import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import ThaiText

/// Opening, saving and finishing records.
extension Desk {
  /// Begins a record with what the profile knows.
  func begin(_ language: Language) async throws(StoreError) {
    guard let form else { return mailbox.send(.failed(Phrase.formMissing.label)) }
    let profile = try await store.profile(for: keyring())
    let session = FormSession(form.definition, environment: environment(profile))
    let model = FillScreen.Model(
      session: session, record: RecordID(ambient), language: language, areas: areas, today: today,
      profile: profile, isNew: true)
    mailbox.send(.opened(model, record(of: form, parent: nil)))
  }

  /// Opens a draft where it was left; a correction shows what was sent back beside it.
  func open(_ id: RecordID, _ language: Language) async throws(StoreError) {
    let draft = try await store.draft(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    var former: FormSession?
    if draft.parent != nil {
      let returned = try await store.returned(id, for: keyring())
      former = session(returned.submission, draft.formID, profile)
    }
    guard let form, let session = session(draft.instance, draft.formID, profile) else {
      return mailbox.send(.failed(Phrase.formMissing.label))
    }
    let model = FillScreen.Model(
      session: session, record: id, language: language, areas: areas, today: today,
      profile: profile, comments: draft.notes, former: former, place: draft.place)
    mailbox.send(.opened(model, record(of: form, parent: draft.parent)))
  }

  /// Opens a record that came back, as the beginning of its correction.
  func openReturned(_ id: RecordID, _ formID: String, _ language: Language) async throws(StoreError)
  {
    let returned = try await store.returned(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    guard let form, let former = session(returned.submission, formID, profile) else {
      return mailbox.send(.failed(Phrase.formMissing.label))
    }
    var correction = former
    correction.beginRevision()
    let comments = returned.verdict.decision.comments
    let model = FillScreen.Model(
      session: correction, record: id, language: language, areas: areas, today: today,
      profile: profile, comments: comments, former: former, place: comments.first?.path ?? "")
    mailbox.send(.opened(model, record(of: form, parent: returned.revision)))
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
  func finish(_ draft: Draft, _ submission: [UInt8], number: Int) async {
    do throws(StoreError) {
      try await store.finish(timed(draft), submission: submission, for: keyring())
      mailbox.send(.finished(draft.id))
    } catch {
      mailbox.send(.saveFailed(draft.id, number, error))
    }
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

  private func record(of form: InstalledForm, parent: RevisionHash?) -> OpenRecord {
    OpenRecord(
      formID: form.definition.id, formVersion: form.definition.version, formHash: form.hash,
      parent: parent)
  }

  /// Reads a draft or a submission; nil when its form is not installed or cannot read it.
  private func session(_ xml: [UInt8], _ formID: String, _ profile: Profile) -> FormSession? {
    guard let form, form.definition.id == formID else { return nil }
    // What the form cannot read stays in the store untouched; the person is told.
    return try? FormSession(form.definition, draft: xml, environment: environment(profile))
  }
}
