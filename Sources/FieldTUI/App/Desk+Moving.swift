import InstalledForms
import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit

/// Drafts that were begun with an older version of their form.
extension Desk {
  /// What moving a draft would do; nil when it is of the newest version, or cannot be moved.
  ///
  /// A correction stays with the version that the officer judged: his remarks are on its questions.
  func move(
    of draft: Draft, _ profile: Profile, _ language: Language
  ) -> (form: InstalledForm, old: FormSession, move: FormMove)? {
    guard draft.parent == nil, let form = forms.form(draft.formID),
      form.definition.version != draft.formVersion,
      var old = session(draft.instance, profile)?.session
    else { return nil }
    old.speak(language)
    // A draft of another form cannot be moved: it opens with its own, or says that it is missing.
    guard let move = try? old.moved(to: form.definition) else { return nil }
    return (form, old, move)
  }

  /// Moves a draft for good and opens it; the draft as it was stays in its history.
  func moveDraft(_ id: RecordID, _ language: Language) async throws(StoreError) {
    var draft = try await store.draft(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    guard let (form, old, move) = move(of: draft, profile, language) else {
      return try await openAsItIs(id, language)
    }
    try keep(form)
    let setting = QuestionSetting(language: language, areas: areas, home: "", today: today)
    draft.history.append(
      FormerVersion(
        formVersion: draft.formVersion, left: ambient.now(),
        instance: String(decoding: draft.instance, as: UTF8.self),
        lost: PastAnswer.history(of: move, from: old, setting)
          + PastAnswer.texts(draft.pending, of: move, from: old, setting)))
    let asked = move.session.askedPaths
    draft.pending.removeAll { !asked.contains($0.path) }
    draft.formVersion = form.definition.version
    draft.formHash = form.hash
    draft.instance = move.session.draft()
    draft.problems = move.session.problems().count
    draft.place = (move.changed.first?.newPath ?? move.added.first) ?? draft.place
    draft.changed = ambient.now()
    try await store.save(draft, for: keyring())
    try await openAsItIs(id, language)
  }
}
