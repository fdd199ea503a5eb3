import InstalledForms
import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit

/// Reading records, and what other records know of a person and a house.
extension Desk {
  /// How many drafts of an earlier program get their cards in one go.
  private static let cardsAtOnce = 200

  /// Makes cards for some drafts that have none, and says from where to go on.
  func makeCards(after place: Int64) async throws(StoreError) {
    // Locked in the meantime: the next sign-in goes on.
    guard let keyring = safe.keyring else { return }
    let (drafts, next) = try await store.cardless(
      after: place, limit: Self.cardsAtOnce, for: keyring)
    let profile = try await store.profile(for: keyring)
    let read = drafts.compactMap { draft in
      session(draft.instance, profile).map {
        (draft.id, ($0.session.card, $0.session.houseAddress))
      }
    }
    let cards = Dictionary(read.map { ($0, (card: $1.0, address: $1.1)) }) { first, _ in first }
    if !cards.isEmpty { try await store.keep(cards, for: keyring) }
    mailbox.send(.cards(changed: !cards.isEmpty, next: next))
  }

  /// Opens a record for reading, as far as this laptop can.
  func read(_ record: RecordSummary, _ language: Language) async throws(StoreError) {
    let profile = try await store.profile(for: keyring())
    var model = ReadingScreen.Model(record, form: forms.titles(of: [record.formID])[record.formID])
    if let text = try await text(of: record) {
      model.remarks = text.notes
      if let (form, session) = session(text.instance, profile) {
        let reading = SubmissionReading(now: session, former: nil)
        model.form = form.definition.title
        model.text = .here(reading.sections(), reading.warnings())
      } else {
        model.text = .formMissing
      }
    }
    if let verdict = record.verdict, model.remarks.isEmpty {
      model.remarks = verdict.decision.remarks(in: language)
    }
    mailbox.send(.reading(model))
  }

  /// What a record says: a draft's own text, or what was sent back; nil when it is sealed to the centre.
  private func text(
    of record: RecordSummary
  ) async throws(StoreError) -> (instance: [UInt8], notes: [QuestionComment])? {
    let keyring = try keyring()
    do throws(StoreError) {
      let draft = try await store.draft(record.id, for: keyring)
      return (draft.instance, draft.notes)
    } catch .noSuchRecord {
      guard record.state == .returned else { return nil }
      return (try await store.returned(record.id, for: keyring).submission, [])
    }
  }

  /// Begins a record of somebody else in the house of a record.
  func beginBeside(
    _ id: RecordID, form: String, _ language: Language
  ) async throws(StoreError) {
    let address = try await store.address(of: id, for: keyring())
    guard !address.isEmpty else { return mailbox.send(.failed(FillVillagePhrase.noAddress.label)) }
    try await begin(language, forms.form(form) ?? forms.main, at: address)
  }

  func lookForSimilar(_ lookup: PersonLookup, besides id: RecordID) async throws(StoreError) {
    // Locked in the meantime: there is nobody to tell.
    guard let keyring = safe.keyring else { return }
    let own = try await store.similar(
      nationalID: lookup.nationalID, title: lookup.title, house: lookup.house, besides: id,
      for: keyring)
    let coUsers =
      lookup.nationalID.isEmpty
      ? [] : try await store.coUsers(knowing: lookup.nationalID, excluding: id, for: keyring)
    mailbox.send(.similar(id, SimilarPeople(lookup: lookup, own: own, coUsers: coUsers)))
  }
}
