import OfflineStore
import SurveyForms
import TerminalKit
import ThaiText

/// What other records on this laptop have to do with the one being filled in.
extension FillScreen.Model {
  /// Who is to be found, also while the number is being typed; nil when that was asked before.
  mutating func newLookup() -> PersonLookup? {
    let lookup = currentLookup
    guard lookup != similar.lookup else { return nil }
    similar = SimilarPeople(lookup: lookup)
    return lookup.isUseful ? lookup : nil
  }

  private var currentLookup: PersonLookup {
    // Asked at every key: of the answers it is worked out once, until they change.
    var lookup = memory.answered {
      let card = session.card
      return PersonLookup(
        nationalID: card.nationalID, title: session.definition.namesRecords ? title : "",
        house: card.house)
    }
    if let typedNationalID { lookup.nationalID = typedNationalID }
    return lookup
  }

  /// The whole number in the field in focus, which is no answer yet.
  private var typedNationalID: String? {
    guard editor.isDirty, case .nationalID(let question) = editor, let digits = question.digits,
      digits.count == 13, let path = entry?.path, session.role(at: path) == .nationalID
    else { return nil }
    return (try? NationalID(digits))?.digits
  }

  /// The warnings that belong to an entry: of the same number at the number, of the same name at the
  /// house number, which completes it.
  func similarWarnings(at entry: PageEntry) -> [String] {
    guard !similar.isEmpty, case .question(let question) = entry.kind else { return [] }
    switch question.role {
    case .nationalID:
      return similar.own.filter(\.hasSameID).map { words(of: $0) } + similar.coUsers.map(words)
    case .houseNumber: return similar.own.filter { !$0.hasSameID }.map { words(of: $0) }
    default: return []
    }
  }

  /// The same for the whole record, each with the question that it is about.
  var similarWarnings: [(path: String, text: String)] {
    guard !similar.isEmpty else { return [] }
    return sections.indices.flatMap { entries(ofSection: $0) }.flatMap { entry in
      similarWarnings(at: entry).map { (entry.path, $0) }
    }
  }

  /// Takes what was found, and says it once, also where the focus has gone on in the meantime.
  mutating func take(_ people: SimilarPeople) {
    guard people.lookup == similar.lookup else { return }
    similar = people
    let first = people.own.first.map { words(of: $0) } ?? people.coUsers.first.map(words)
    guard let first else { return }
    notice = .said(Label(first, first))
    // What was asked at the end stays asked.
    if case .review(let review) = overlay, review.confirm == nil { openReview() }
  }

  /// Says the warning once more when the question is left: lines of text are at the next one already.
  mutating func warnAgain(leaving entry: PageEntry?) {
    guard notice == nil, let entry, entry.path != self.entry?.path || overlay != nil,
      let words = similarWarnings(at: entry).first
    else { return }
    notice = .said(Label(words, words))
  }

  private func words(of record: SimilarRecord) -> String {
    let state = record.state.phrase.text(in: language)
    let name = record.title.isEmpty ? RecordsPhrase.untitled.text(in: language) : record.title
    let phrase: FillVillagePhrase = record.hasSameID ? .sameID : .sameNameAndHouse
    return "\(phrase.text(in: language)): \(name) (\(state))"
  }

  private func words(ofCoUser name: String) -> String {
    "\(FillVillagePhrase.sameIDByCoUser.text(in: language)) \(name)"
  }
}

/// An address that comes from another record.
extension FillScreen.Model {
  /// Whether the form asks for an address on this page, and none is there yet.
  var mayTakeAddress: Bool {
    let path = session.path(of: .houseNumber)
    guard let path, entries.contains(where: { $0.covers.contains(path) }) else { return false }
    return session.value(path).isEmpty
  }

  /// Fills in an address as one step that can be undone; says what was filled in, or why nothing was.
  ///
  /// - Returns: Whether anything was.
  mutating func take(_ address: HouseAddress) -> Bool {
    guard !address.isEmpty else {
      notice = .said(FillVillagePhrase.noLastAddress.label)
      return false
    }
    let step = FillScreen.Step(
      session: session, place: entry?.path ?? "", deed: .filledAddress)
    var begun = session.asBegun()
    if let profile { ProfilePrefill.apply(profile, to: &begun) }
    let filled = session.fillIn(address, begun: begun)
    guard !filled.isEmpty else {
      notice = .said(FillVillagePhrase.addressStands.label)
      return false
    }
    remember(step)
    audit?.noteChanges(from: step.session, to: session)
    speak(language)
    refresh()
    startEditing()
    notice = .said(addressNotice(filled))
    return true
  }

  /// Begins a record of the next person of a house; whoever was wrong about that takes it back at once.
  mutating func beginBeside(_ address: HouseAddress) {
    let place = entry?.path
    guard take(address) else { return }
    if let place { jump(to: place) }
  }

  private func addressNotice(_ filled: [String]) -> Label {
    let pages = sections.indices.flatMap { entries(ofSection: $0) }
    let answers = pages.filter { entry in filled.contains { entry.covers.contains($0) } }
      .flatMap { ShownAnswer.lines(of: $0, in: session, setting) }.joined(separator: " · ")
    return FillVillagePhrase.filledAddress(answers)
  }
}
