import TerminalKit

/// Five screens for who opens the program for the first time; the guide opens them again.
enum TourScreen {
  struct Model: Equatable {
    /// Counted from 0.
    var page = 0
    /// Whether the person goes on to enrol when the tour is over, or back to the guide.
    var isFirstRun = false
  }

  enum Effect: Equatable { case leave, practise }

  enum Action: Sendable { case next, before, practise, skip }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, .right, label: Phrase.next.label, action: .next),
    KeyBinding(.left, label: TourPhrase.before.label, action: .before),
    KeyBinding(.escape, label: TourPhrase.skip.label, action: .skip),
    KeyBinding(.function(6), label: FormPhrase.practice.label, action: .practise),
    KeyBinding(
      .down, .pageDown, .tab, .character(" "), label: Phrase.next.label, action: .next,
      isShown: false),
    KeyBinding(
      .up, .pageUp, .backTab, .backspace, label: TourPhrase.before.label, action: .before,
      isShown: false),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    switch keys.action(for: key) {
    case .next:
      guard model.page + 1 < TourPhrase.pages.count else { return [.leave] }
      model.page += 1
    case .before: model.page = max(0, model.page - 1)
    case .practise: return [.practise]
    case .skip: return [.leave]
    case nil: break
    }
    return []
  }

  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      TourPhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let page = TourPhrase.pages[model.page]
    let area = body.centred(rows: body.rows, columns: min(body.columns, 72))
    let (head, rest) = area.splitTop(2)
    let place = "\(model.page + 1)/\(TourPhrase.pages.count)"
    grid.draw("\(place)  \(page.title.text(in: language))", at: head.origin, style: .title)
    let lines = page.text.text(in: language).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .flatMap { TextWrap.lines(String($0), width: rest.columns) }
    let (words, picture) = rest.splitTop(lines.count + 1)
    grid.draw(lines, in: words)
    draw(page.picture.text(in: language), in: picture, on: &grid)
    return nil
  }

  /// What it looks like, in a frame, where there is room for it.
  private static func draw(_ picture: String, in area: Rect, on grid: inout Grid) {
    let lines = picture.split(separator: "\n").map(String.init)
    let width = (lines.map(TextWidth.of).max() ?? 0) + 4
    guard area.rows >= lines.count + 2, area.columns >= width else { return }
    let box = Rect(row: area.row, column: area.column, rows: lines.count + 2, columns: width)
    Dialog.frame(box, title: "", on: &grid)
    grid.draw(lines, in: box.inset(rows: 1, columns: 2))
  }
}
