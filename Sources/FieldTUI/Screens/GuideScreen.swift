import TerminalKit

/// The guide, with the questions that people ask (the letter's FAQ menu).
enum GuideScreen {
  enum Effect: Equatable { case back }

  enum Action: Sendable { case move, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.up, .down, label: Phrase.move.label, action: .move),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
    KeyBinding(.enter, label: Phrase.back.label, action: .back, isShown: false),
  ])

  static func update(_ model: inout ScrollText.Model, _ key: Key) -> [Effect] {
    if ScrollText.update(&model, key) { return [] }
    return keys.action(for: key) == .back ? [.back] : []
  }

  static func view(
    _ model: ScrollText.Model, _ frame: ScreenFrame, on grid: inout Grid
  ) -> Point? {
    let body = frame.draw(
      GuidePhrase.title.label, keys: GlobalKeys.help(after: keys, in: frame.language), on: &grid)
    let page = body.centred(rows: body.rows, columns: min(body.columns, 90))
    var shown = ScrollText.Model(lines(in: frame.language))
    shown.top = model.top
    ScrollText.view(shown, in: page, on: &grid)
    return nil
  }

  private static func lines(in language: Language) -> [ScrollText.Line] {
    GuidePhrase.answers.flatMap { question, answer in
      [
        ScrollText.Line(question.text(in: language), style: .title),
        .init(answer.text(in: language)), .init(""),
      ]
    }
  }
}
