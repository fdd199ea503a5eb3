import TerminalKit

/// The guide, with the questions that people ask (the letter's FAQ menu), searched while one types.
enum GuideScreen {
  struct Model: Equatable {
    var search = TextField.Model(limit: 60) {
      didSet { if search.text != oldValue.text { find() } }
    }
    /// The first row that is shown.
    var top = 0
    private var texts = NameSearch(GuideScreen.texts)
    /// The answers in whose words the text is found, in either language, by their places.
    private var found = Array(GuidePhrase.answers.indices)

    var answers: [(question: Label, answer: Label)] {
      found.map { GuidePhrase.answers[$0] }
    }

    private mutating func find() {
      top = 0
      found = texts.positions(of: search.text)
    }
  }

  enum Effect: Equatable { case back, tour, say(Label) }

  enum Action: Sendable { case move, tour, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.up, .down, label: Phrase.move.label, action: .move),
    KeyBinding(.function(5), label: TourPhrase.again.label, action: .tour),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    if key != .home, key != .end,
      let top = Scrolling.moved(model.top, by: key, of: Int.max, page: 10)
    {
      model.top = top
      return []
    }
    switch keys.action(for: key) {
    case .tour: return [.tour]
    case .back:
      guard !model.search.text.isEmpty else { return [.back] }
      model.search = TextField.Model(limit: 60)
      return []
    case .move, nil:
      let outcome = TextField.write(&model.search, key)
      return Phrase.refusal(outcome).map { [.say($0)] } ?? []
    }
  }

  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      GuidePhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let page = body.centred(rows: body.rows, columns: min(body.columns, 90))
    let (head, rest) = page.splitTop(2)
    let name = RecordsPhrase.search.text(in: language) + ": "
    let used = grid.draw(name, at: head.origin, style: .label)
    let (_, field) = head.splitTop(1).0.splitLeft(used)
    var shown = ScrollText.Model(lines(model.answers, in: language))
    shown.top = model.top
    ScrollText.view(shown, in: rest, on: &grid)
    return TextField.view(model.search, in: field, on: &grid)
  }

  private static let texts = GuidePhrase.answers.map { question, answer in
    [question, answer].flatMap { [$0.text(in: .thai), $0.text(in: .english)] }
      .joined(separator: "\n")
  }

  private static func lines(
    _ answers: [(question: Label, answer: Label)], in language: Language
  ) -> [ScrollText.Line] {
    guard !answers.isEmpty else {
      return [ScrollText.Line(GuidePhrase.nothingFound.text(in: language), style: .muted)]
    }
    return answers.flatMap { question, answer in
      [
        ScrollText.Line(question.text(in: language), style: .title),
        .init(answer.text(in: language)), .init(""),
      ]
    }
  }
}
