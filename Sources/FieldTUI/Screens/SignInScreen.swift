import OfflineStore
import TerminalKit

/// The people of this laptop, one of whom opens it with a passphrase.
enum SignInScreen {
  struct Model: Equatable {
    var people: [Person]
    /// The highlighted row; the last one adds a person.
    var row = 0
    /// What is typed once a person was chosen.
    var passphrase: TextField.Model?
    var isOpening = false

    init(people: [Person], person: Int64? = nil) {
      self.people = people
      row = people.firstIndex { $0.id == person } ?? 0
      if person != nil, !people.isEmpty { passphrase = Model.emptyField }
    }

    /// The list with somebody's row highlighted, before anything is asked of that person.
    init(people: [Person], marking person: Int64?) {
      self.people = people
      row = people.firstIndex { $0.id == person } ?? 0
    }

    /// Whose row is highlighted; nil on the row that adds a person.
    var person: Person? { row < people.count ? people[row] : nil }

    fileprivate static let emptyField = TextField.Model(isSecret: true, limit: 200)
  }

  enum Effect: Equatable {
    case signIn(Int64, passphrase: String)
    case addPerson
    case forgot(Int64)
    case say(Label)
    case quit
  }

  enum Action: Sendable { case accept, forgot, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: Phrase.accept.label, action: .accept),
    KeyBinding(.function(6), label: KeyCarePhrase.forgot.label, action: .forgot),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    guard !model.isOpening else { return [] }
    return model.passphrase == nil ? choose(&model, key) : type(&model, key)
  }

  /// The passphrase was refused: it is typed anew.
  static func refused(_ model: inout Model) {
    guard model.isOpening else { return }
    model.isOpening = false
    model.passphrase = Model.emptyField
  }

  private static func choose(_ model: inout Model, _ key: Key) -> [Effect] {
    let count = model.people.count + 1
    if let row = Scrolling.moved(model.row, by: key, of: count, page: 8) {
      model.row = row
      return []
    }
    if let number = key.digit, (1...count).contains(number) {
      model.row = number - 1
      return take(&model)
    }
    switch keys.action(for: key) {
    case .accept: return take(&model)
    case .forgot: return model.row < model.people.count ? [.forgot(model.people[model.row].id)] : []
    case .back: return [.quit]
    case nil: return []
    }
  }

  private static func take(_ model: inout Model) -> [Effect] {
    guard model.row < model.people.count else { return [.addPerson] }
    model.passphrase = Model.emptyField
    return []
  }

  private static func type(_ model: inout Model, _ key: Key) -> [Effect] {
    guard var field = model.passphrase else { return [] }
    switch keys.action(for: key) {
    case .accept:
      guard !field.text.isEmpty else { return [.say(SignInPhrase.typePassphrase.label)] }
      model.isOpening = true
      return [.signIn(model.people[model.row].id, passphrase: field.text)]
    case .forgot: return [.forgot(model.people[model.row].id)]
    case .back:
      model.passphrase = nil
      return []
    case nil:
      let outcome = TextField.update(&field, key)
      model.passphrase = field
      return Phrase.refusal(outcome).map { [.say($0)] } ?? []
    }
  }
}

extension SignInScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      SignInPhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let column = body.centred(rows: body.rows, columns: min(body.columns, 64))
    grid.draw(Phrase.product.text(in: language), at: column.point(0), style: .title)
    let rest = column.splitTop(2).1
    guard let field = model.passphrase else { return list(model, in: rest, language, on: &grid) }
    return passphrase(field, model, in: rest, language, on: &grid)
  }

  private static func list(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) -> Point? {
    grid.draw(SignInPhrase.who.text(in: language), at: area.point(0), style: .label)
    let rows = area.splitTop(2).1
    let names = model.people.map(\.name) + [SignInPhrase.newPerson.text(in: language)]
    let top = Scrolling.top(0, showing: model.row, of: names.count, visible: rows.rows)
    for (row, name) in names.enumerated().dropFirst(top).prefix(rows.rows) {
      let number = row < 9 ? "\(row + 1)) " : "   "
      grid.drawRow(
        " \(number)\(name)", row: row - top, in: rows,
        style: row == model.row ? .selected : row == names.count - 1 ? .accent : .plain)
    }
    let foot = rows.splitTop(names.count + 1).1
    let first = FirstLines.all(language).dropFirst().flatMap {
      TextWrap.lines($0, width: foot.columns)
    }
    if foot.rows >= first.count { grid.draw(Array(first), in: foot, style: .muted) }
    return rows.point(model.row - top, 1)
  }

  private static func passphrase(
    _ field: TextField.Model, _ model: Model, in area: Rect, _ language: Language,
    on grid: inout Grid
  ) -> Point? {
    let name = model.people[model.row].name
    grid.draw(
      "\(SignInPhrase.passphraseOf.text(in: language)) \(name)", at: area.point(0),
      width: area.columns, style: .label)
    let box = Rect(row: area.row + 2, column: area.column, rows: 1, columns: min(40, area.columns))
    if model.isOpening {
      grid.draw(SignInPhrase.opening.text(in: language), at: area.point(4), style: .muted)
    }
    return TextField.view(field, in: box, on: &grid)
  }
}
