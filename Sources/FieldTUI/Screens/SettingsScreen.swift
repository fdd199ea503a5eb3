import OfflineStore
import TerminalKit
import ThaiText

/// What can be changed about the person and the laptop.
enum SettingsScreen {
  enum Item: CaseIterable { case person, enrolment, language, passphrase, laptops, answer, lock }

  /// What is known about the enrolment, for the lines above the choices.
  struct Facts: Equatable {
    var isOfficer = false
    var centre: String?
    var server = ""
    var role: Label?
    var place = ""
    /// After how many minutes without a key the screen is locked.
    var lockMinutes = Profile.usualMinutesToLock
  }

  struct Model: Equatable {
    var facts: Facts
    var row = 0
    /// The minutes to lock after, while they are being typed.
    var minutes: TextField.Model?

    /// Only officers have laptops to look after, and people to help.
    var items: [Item] {
      Item.allCases.filter { facts.isOfficer || ($0 != .laptops && $0 != .answer) }
    }
  }

  enum Effect: Equatable {
    case open(Item), back
    case lockAfter(minutes: Int)
    case say(Label)
  }

  enum Action: Sendable { case open, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: Phrase.open.label, action: .open),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    if model.minutes != nil { return type(&model, key) }
    let items = model.items
    if let row = Scrolling.moved(model.row, by: key, of: items.count, page: 3) {
      model.row = row
      return []
    }
    if let number = key.digit, (1...items.count).contains(number) {
      model.row = number - 1
      return open(&model)
    }
    switch keys.action(for: key) {
    case .open: return open(&model)
    case .back: return [.back]
    case nil: return []
    }
  }

  private static func open(_ model: inout Model) -> [Effect] {
    let item = model.items[model.row]
    if item == .lock { model.minutes = TextField.Model("\(model.facts.lockMinutes)", limit: 4) }
    return item == .lock ? [] : [.open(item)]
  }

  /// Takes the minutes to lock after; Esc leaves them as they were.
  private static func type(_ model: inout Model, _ key: Key) -> [Effect] {
    guard var field = model.minutes else { return [] }
    switch keys.action(for: key) {
    case .back: model.minutes = nil
    case .open:
      guard let minutes = Int(Digits.ascii(field.text)),
        Profile.lockMinutesChoices.contains(minutes)
      else { return [.say(SettingsPhrase.lockRange.label)] }
      model.minutes = nil
      model.facts.lockMinutes = minutes
      return [.lockAfter(minutes: minutes)]
    case nil:
      let outcome = TextField.update(&field, typedDigit(key) ?? key)
      model.minutes = field
      return Phrase.refusal(outcome).map { [.say($0)] } ?? []
    }
    return []
  }

  /// A digit as the keys mean it, also on the number row of the Thai layout.
  private static func typedDigit(_ key: Key) -> Key? {
    key.digit.map { .character(Unicode.Scalar(UInt8(0x30 + $0))) }
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
        "  \(row + 1)) \(words(item, model.facts, language))", row: row, in: list,
        style: row == model.row ? .selected : .plain)
    }
    guard let minutes = model.minutes else { return list.point(model.row, 2) }
    let (question, field) = list.splitTop(model.items.count + 1).1.splitTop(1)
    let words = SettingsPhrase.lockQuestion.text(in: language)
    grid.draw(words, at: question.point(0, 2), style: .label)
    return TextField.view(
      minutes, in: field.splitTop(1).0.inset(columns: 2).splitLeft(6).0, on: &grid)
  }

  static func lines(_ facts: Facts, _ language: Language) -> [String] {
    guard let centre = facts.centre else { return [SettingsPhrase.notEnrolled.text(in: language)] }
    let rows: [(SettingsPhrase, String)] = [
      (.centre, centre), (.server, facts.server), (.role, facts.role?.text(in: language) ?? ""),
      (.place, facts.place),
    ]
    return rows.filter { !$0.1.isEmpty }
      .map { "\(TextWidth.pad($0.0.text(in: language), to: 18)) \($0.1)" }
  }

  /// What an entry is called, with what is set.
  static func words(_ item: Item, _ facts: Facts, _ language: Language) -> String {
    let name = phrase(item).text(in: language)
    return item == .lock
      ? "\(name): \(SettingsPhrase.minutes(facts.lockMinutes).text(in: language))" : name
  }

  private static func phrase(_ item: Item) -> any Wording {
    switch item {
    case .person: SettingsPhrase.person
    case .enrolment: SettingsPhrase.enrolment
    case .language: SettingsPhrase.language
    case .passphrase: KeyCarePhrase.changeTitle
    case .laptops: KeyCarePhrase.laptopsTitle
    case .answer: KeyCarePhrase.answerTitle
    case .lock: SettingsPhrase.lock
    }
  }
}
