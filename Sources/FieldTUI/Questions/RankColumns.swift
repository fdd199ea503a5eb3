import TerminalKit

/// The two columns of a ranking.
extension RankQuestion {
  /// One row for the headings and one for each item of the longer column, up to fifteen.
  static func height(_ model: Model) -> Int {
    1 + min(15, max(model.ranking.rest.count, model.ranking.ranked.count))
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let (left, right) = area.splitLeft(area.columns / 2)
    let ranked = model.ranking.ranked
    draw(
      FillPhrase.notRanked(model.ranking.rest.count).text(in: setting.language),
      model.ranking.rest.map(model.label), highlighted: model.isOnRight ? nil : model.left,
      in: left, on: &grid)
    draw(
      FillPhrase.ranked(ranked.count, model.ranking.items.count).text(in: setting.language),
      ranked.enumerated().map { "\($0.offset + 1). " + model.label($0.element) },
      highlighted: model.isOnRight ? model.right : nil, in: right, on: &grid)
    let list = (model.isOnRight ? right : left).splitTop(1).1
    let row = model.isOnRight ? model.right : model.left
    let count = model.isOnRight ? ranked.count : model.ranking.rest.count
    return list.point(row - Scrolling.top(0, showing: row, of: count, visible: list.rows))
  }

  /// The ranked items in order, as the page shows them when the question is not in focus.
  static func lines(_ model: Model, in language: Language) -> [String] {
    let ranked = model.ranking.ranked.enumerated()
    guard !model.ranking.ranked.isEmpty else { return [] }
    let count = FillPhrase.ranked(model.ranking.ranked.count, model.ranking.items.count)
    return [count.text(in: language)]
      + ranked.map { "\($0.offset + 1). " + model.label($0.element) }
  }

  private static func draw(
    _ heading: String, _ entries: [String], highlighted: Int?, in area: Rect, on grid: inout Grid
  ) {
    let (head, list) = area.splitTop(1)
    grid.draw(heading, at: head.origin, width: head.columns - 1, style: .label)
    let top = Scrolling.top(
      0, showing: highlighted ?? 0, of: entries.count, visible: list.rows)
    let (rows, _) = list.splitLeft(list.columns - 1)
    for (row, entry) in entries.dropFirst(top).prefix(list.rows).enumerated() {
      grid.drawRow(
        entry, row: row, in: rows, style: top + row == highlighted ? .selected : .plain)
    }
  }
}
