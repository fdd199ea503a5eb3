import OfflineStore
import SurveyForms
import SyncProtocol

/// What an officer does with the records of the district.
extension Desk {
  func loadQueue() async throws(StoreError) {
    let entries = try await store.queue(for: keyring())
    mailbox.send(.officer(.remarks(try await store.remarks(for: keyring()))))
    mailbox.send(.officer(.rows(QueueRow.rows(entries, areas: areas))))
  }

  func openReview(_ id: RecordID) async throws(StoreError) {
    let review = try await store.review(id, for: keyring())
    let profile = try await store.profile(for: keyring())
    let doubles = try await store.entries(of: review.entry.duplicateOf, for: keyring())
    let read = read(review.submission) { form throws(DraftProblem) in
      let reading = try RecordReading(
        review, form: form.definition, environment: environment(profile), areas: areas,
        queue: QueueRow.rows(doubles, areas: areas))
      return (form, reading)
    }
    guard let (form, reading) = read else {
      return mailbox.send(.failed(Phrase.formMissing.label))
    }
    try keep(form)
    mailbox.send(.officer(.opened(reading)))
  }

  /// Stores a decision for the next sync.
  func decide(
    _ decision: Decision, on id: RecordID, judged: RevisionHash, _ body: DecisionBody
  ) async throws(StoreError) {
    do throws(StoreError) {
      try await store.decide(decision, on: id, judged: judged, body: body, for: keyring())
      mailbox.send(.officer(.decided(id, decision)))
    } catch {
      mailbox.send(.officer(.failed))
      throw error
    }
  }

  func undoDecision() async throws(StoreError) {
    do throws(StoreError) {
      mailbox.send(.officer(.tookBack(try await store.undoLastDecision(for: keyring()))))
      try await loadQueue()
    } catch .nothingToUndo {
      mailbox.send(.officer(.tookBack(nil)))
    }
  }
}
