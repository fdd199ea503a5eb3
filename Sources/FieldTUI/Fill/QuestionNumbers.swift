import SurveyForms

/// The numbers by which the questions of a record are called in lists, in the review and by officers.
///
/// What one place or one ranking answers together has one number.
struct QuestionNumbers: Sendable {
  private let entries: [PageEntry]
  private let numbers: [String: Int]

  init(_ sections: [Section], joinsPlaces: Bool) {
    entries = sections.flatMap { PageEntry.entries(of: $0, joinsPlaces: joinsPlaces) }
      .filter { !$0.covers.isEmpty }
    let pairs = entries.enumerated().flatMap { place, entry in entry.covers.map { ($0, place + 1) }
    }
    numbers = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { entries.count }

  func number(of path: String) -> Int? { numbers[path] }

  subscript(number: Int) -> PageEntry? {
    entries.indices.contains(number - 1) ? entries[number - 1] : nil
  }

  func count(where holds: (PageEntry) -> Bool) -> Int { entries.count(where: holds) }
}

extension FillScreen.Model {
  var numbers: QuestionNumbers {
    QuestionNumbers(sections, joinsPlaces: setting.areas != nil)
  }
}
