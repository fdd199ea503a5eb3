import FieldTUI
import OfflineStore
import SurveyForms
import SyncProtocol

/// A survey of one person being filled in, each answer saved as it is given.
struct Surveying {
  let laptop: Laptop
  private var session: FormSession
  private var draft: Draft

  /// Opens an empty form with what the profile knows.
  init(on laptop: Laptop) async throws {
    self.laptop = laptop
    session = FormSession(laptop.desk.form.definition, environment: laptop.desk.environment)
    ProfilePrefill.apply(laptop.profile, to: &session)
    draft = laptop.desk.draft(RecordID(laptop.desk.ambient))
    try await save()
  }

  /// Opens what an officer sent back.
  init(correcting id: RecordID, on laptop: Laptop) async throws {
    self.laptop = laptop
    let returned = try await laptop.store.returned(id, for: laptop.keyring)
    session = try FormSession(
      laptop.desk.form.definition, draft: returned.submission,
      environment: laptop.desk.environment)
    session.beginRevision()
    draft = laptop.desk.draft(id)
    draft.parent = returned.revision
    draft.notes = returned.verdict.decision.comments
    try await save()
  }

  var id: RecordID { draft.id }

  /// Answers what is asked, in the order given, and saves after each answer as the app does, or once.
  mutating func answer(
    _ answers: some Sequence<MadeUpPerson.Answer>, savingEach: Bool = true
  ) async throws {
    for answer in answers {
      let path = try laptop.desk.path(of: answer.question)
      guard session.isRelevant(path) else { continue }
      _ = try session.answer(path, answer.value)
      draft.place = path
      if savingEach { try await save() }
    }
    if !savingEach { try await save() }
  }

  /// Finishes the survey, which must be without a problem.
  func finish() async throws {
    let problems = session.problems()
    guard problems.isEmpty else { throw Mishap.unfinished(questions: problems.map(\.path)) }
    try await laptop.store.finish(draft, submission: session.submission(), for: laptop.keyring)
  }

  private mutating func save() async throws {
    draft.instance = session.draft()
    draft.title = session.instanceName
    draft.problems = session.problems().count
    draft.changed = laptop.desk.ambient.now()
    try await laptop.store.save(draft, for: laptop.keyring)
  }
}
