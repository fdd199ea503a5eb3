import SurveyForms

/// One thing on a page of a form: a question, several that are answered together, or words.
struct PageEntry: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case question(Question)
    /// Province, district and subdistrict, answered by one place.
    case place(PlaceQuestion.Paths)
    /// A ranking, with the question for how many are wanted.
    case rank(Question, countPath: String?)
    case note
    case warning
    case addAnother(RepeatPrompt)
  }

  /// The path of its first question, or of its repeat.
  let path: String
  let kind: Kind
  /// The groups inside the page that it stands in.
  let headings: [String]

  /// The paths of all questions that it answers.
  var covers: [String] {
    switch kind {
    case .question: [path]
    case .place(let paths): [paths.province, paths.district, paths.subdistrict]
    case .rank(_, let countPath): [path] + (countPath.map { [$0] } ?? [])
    // Words may be wrong too: a rule that is held at finishing has to be seen.
    case .note, .warning: [path]
    case .addAnother: []
    }
  }

  /// Whether the cursor stops at it.
  var takesFocus: Bool {
    switch kind {
    case .question, .place, .rank, .addAnother: true
    case .note, .warning: false
    }
  }

  /// What stands on a page.
  ///
  /// With `joinsPlaces` the three questions of a place become one.
  static func entries(of section: Section, joinsPlaces: Bool) -> [PageEntry] {
    var entries: [PageEntry] = []
    var items = section.items[...]
    var offers = offers(of: section)[...]
    let counts = Set(section.items.compactMap(\.countPath))
    while let item = items.popFirst() {
      while let offer = offers.first, offer.place < items.startIndex {
        entries.append(PageEntry(offer))
        offers.removeFirst()
      }
      // How many are wanted is asked by the ranking itself.
      if counts.contains(item.path) { continue }
      if joinsPlaces, let paths = place(item, items.prefix(2)) {
        items = items.dropFirst(2)
        entries.append(
          PageEntry(path: item.path, kind: .place(paths), headings: item.headings))
      } else {
        entries.append(
          PageEntry(path: item.path, kind: kind(item, in: section), headings: item.headings))
      }
    }
    return entries + offers.map(PageEntry.init)
  }

  /// The repeats that people may add to, in the order of the page: an inner one before the one that
  /// it stands in.
  private static func offers(of section: Section) -> [RepeatPrompt] {
    var offers: [RepeatPrompt] = []
    for prompt in section.repeats where prompt.takesMore {
      let later = offers.firstIndex {
        $0.place > prompt.place || $0.place == prompt.place && prompt.path.hasPrefix($0.path + "[")
      }
      offers.insert(prompt, at: later ?? offers.count)
    }
    return offers
  }

  private static func kind(_ item: QuestionItem, in section: Section) -> Kind {
    if item.question.isWarning { return .warning }
    // A row of words over the rows of a table: it has no answer of its own.
    if item.isNote || item.question.appearance.has("label") { return .note }
    guard item.question.control == .rank else { return .question(item.question) }
    let count = section.items.first { $0.path == item.countPath }
    return .rank(item.question, countPath: count?.path)
  }

  /// The three questions of a place: each takes its choices from the areas that lie in the one
  /// before.
  private static func place(
    _ first: QuestionItem, _ others: ArraySlice<QuestionItem>
  ) -> PlaceQuestion.Paths? {
    guard let second = others.first, let third = others.dropFirst().first,
      [first, second, third].allSatisfy(\.question.choosesAreas),
      first.question.itemset?.filteredBy == [],
      second.question.itemset?.filteredBy == [first.question.path],
      third.question.itemset?.filteredBy == [second.question.path]
    else { return nil }
    return PlaceQuestion.Paths(
      province: first.path, district: second.path, subdistrict: third.path)
  }
}

extension PageEntry {
  /// The offer to add another instance.
  fileprivate init(_ prompt: RepeatPrompt) {
    self.init(path: prompt.path, kind: .addAnother(prompt), headings: [])
  }
}
