import TerminalKit

/// What can be changed about the person and the laptop.
enum SettingsScreen {
  enum Item: CaseIterable { case person, enrolment, language, passphrase, laptops, answer }

  /// What is known about the enrolment, for the lines above the choices.
  struct Facts: Equatable {
    var isOfficer = false
    var centre: String?
    var server = ""
    var role: Label?
    var place = ""
  }

  struct Model: Equatable {
    var facts: Facts
    var row = 0

    /// Only officers have laptops to look after, and people to help.
    var items: [Item] {
      Item.allCases.filter { facts.isOfficer || ($0 != .laptops && $0 != .answer) }
    }
  }

  enum Effect: Equatable { case open(Item), back }

  enum Action: Sendable { case open, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: Phrase.open.label, action: .open),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    let items = model.items
    if let row = Scrolling.moved(model.row, by: key, of: items.count, page: 3) {
      model.row = row
      return []
    }
    if let number = key.digit, (1...items.count).contains(number) {
      model.row = number - 1
      return [.open(items[model.row])]
    }
    switch keys.action(for: key) {
    case .open: return [.open(items[model.row])]
    case .back: return [.back]
    case nil: return []
    }
  }

  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      SettingsPhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let facts = lines(model.facts, language)
    grid.draw(facts, in: body)
    let list = body.splitTop(facts.count + 1).1
    for (row, item) in model.items.enumerated() {
      grid.drawRow(
        "  \(row + 1)) \(phrase(item).text(in: language))", row: row, in: list,
        style: row == model.row ? .selected : .plain)
    }
    return list.point(model.row, 2)
  }

  private static func lines(_ facts: Facts, _ language: Language) -> [String] {
    guard let centre = facts.centre else { return [SettingsPhrase.notEnrolled.text(in: language)] }
    let rows: [(SettingsPhrase, String)] = [
      (.centre, centre), (.server, facts.server), (.role, facts.role?.text(in: language) ?? ""),
      (.place, facts.place),
    ]
    return rows.filter { !$0.1.isEmpty }
      .map { "\(TextWidth.pad($0.0.text(in: language), to: 18)) \($0.1)" }
  }

  static func phrase(_ item: Item) -> any Wording {
    switch item {
    case .person: SettingsPhrase.person
    case .enrolment: SettingsPhrase.enrolment
    case .language: SettingsPhrase.language
    case .passphrase: KeyCarePhrase.changeTitle
    case .laptops: KeyCarePhrase.laptopsTitle
    case .answer: KeyCarePhrase.answerTitle
    }
  }
}
