import SyncClient
import SyncProtocol
import TerminalKit

/// The centre's address and a one-time code, which make a person known there.
enum EnrolScreen {
  enum Field: Equatable { case server, code }

  struct Model: Equatable {
    var server: TextField.Model
    var code = TextField.Model(limit: 20)
    var focus = Field.code
    var isAsking = false

    init(server: String) {
      self.server = TextField.Model(server, limit: 200)
      if server.isEmpty { focus = .server }
    }
  }

  enum Effect: Equatable {
    /// The centre's address, or the path of a file on a stick.
    case enrol(server: String, code: EnrolmentCode)
    case say(Label)
    case back
  }

  enum Action: Sendable { case accept, move, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: EnrolPhrase.enrol.label, action: .accept),
    KeyBinding(.up, .down, label: Phrase.move.label, action: .move),
    KeyBinding(.tab, .backTab, label: Phrase.move.label, action: .move, isShown: false),
    KeyBinding(.escape, label: EnrolPhrase.later.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    guard !model.isAsking else { return [] }
    switch keys.action(for: key) {
    case .move: model.focus = model.focus == .server ? .code : .server
    case .back: return [.back]
    case .accept: return accept(&model)
    case nil: return type(&model, key)
    }
    return []
  }

  private static func type(_ model: inout Model, _ key: Key) -> [Effect] {
    let key = LayoutTwins.latin(key)
    let outcome =
      model.focus == .server
      ? TextField.update(&model.server, key)
      : TextField.update(&model.code, key) { $0.uppercased() }
    return Phrase.refusal(outcome).map { [.say($0)] } ?? []
  }

  private static func accept(_ model: inout Model) -> [Effect] {
    let isFile = model.server.text.hasPrefix("/")
    guard let server = isFile ? model.server.text : ServerAddress(model.server.text)?.description
    else {
      model.focus = .server
      return [.say(EnrolPhrase.badServer.label)]
    }
    // What is asked is what is shown: of a bare name the address begins with https://.
    if !isFile { model.server = TextField.Model(server, limit: 200) }
    guard model.focus == .code || !model.code.text.isEmpty else {
      model.focus = .code
      return []
    }
    guard let code = EnrolmentCode(model.code.text) else {
      model.focus = .code
      return [.say(EnrolPhrase.badCode.label)]
    }
    model.isAsking = true
    return [.enrol(server: server, code: code)]
  }
}

extension EnrolScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      EnrolPhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let area = body.centred(rows: body.rows, columns: min(body.columns, 70))
    let server = field(
      .server, .serverHint, model.server, model.focus == .server, at: 1, in: area, language,
      on: &grid)
    let code = field(
      .code, .codeHint, model.code, model.focus == .code, at: 5, in: area, language, on: &grid)
    if model.isAsking {
      grid.draw(
        "\(EnrolPhrase.asking.text(in: language)) \(model.server.text)", at: area.point(9),
        width: area.columns, style: .accent)
    }
    return model.focus == .server ? server : code
  }

  private static func field(
    _ name: EnrolPhrase, _ hint: EnrolPhrase, _ text: TextField.Model, _ isFocused: Bool,
    at row: Int, in area: Rect, _ language: Language, on grid: inout Grid
  ) -> Point? {
    grid.draw(name.text(in: language), at: area.point(row), style: .label)
    let box = Rect(
      row: area.row + row + 1, column: area.column, rows: 1, columns: min(60, area.columns))
    let cursor = TextField.view(text, in: box, on: &grid, style: isFocused ? .focus : .accent)
    grid.draw(
      hint.text(in: language), at: area.point(row + 2), width: area.columns, style: .muted)
    return cursor
  }
}
