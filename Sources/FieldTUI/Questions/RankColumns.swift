import TerminalKit

/// The rows of a ranking: as on paper, by rank, or both beside each other where there is room.
extension RankQuestion {
  /// The most rows that are shown at once; longer lists scroll.
  private static let mostRows = 20

  /// One row for the heading and one for each item.
  static func height(_ model: Model) -> Int { 1 + min(mostRows, model.choices.count) }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let widest = model.choices.map { TextWidth.of($0.label) }.max() ?? 0
    let column = widest + 7
    guard area.columns >= 2 * column + 3 else {
      return draw(model, isByRank: model.isByRank, setting, in: area, on: &grid)
    }
    let (left, rest) = area.splitLeft(column)
    let right = rest.splitLeft(3).1.splitLeft(column).0
    let onPaper = draw(model, isByRank: false, setting, in: left, on: &grid)
    let byRank = draw(model, isByRank: true, setting, in: right, on: &grid)
    return model.isByRank ? byRank : onPaper
  }

  /// The ranked items in order, as the page shows them when the question is not in focus.
  static func lines(_ model: Model, in language: Language) -> [String] {
    let ranking = model.ranking
    guard !ranking.isEmpty else { return [] }
    let count = RankPhrase.given(ranking.given, ranking.items.count)
    return [count.text(in: language)]
      + ranking.rowsByRank.prefix(ranking.given).map { row in
        "\(ranking.ranks[row] ?? 0). \(model.choices[row].label)"
      }
  }

  /// Draws one of the views, and says where its cursor is.
  private static func draw(
    _ model: Model, isByRank: Bool, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let rows = isByRank ? model.ranking.rowsByRank : Array(model.choices.indices)
    var list = area
    // Where not all rows fit, one more of them is worth more than a heading.
    if area.rows > min(mostRows, rows.count) {
      let (head, body) = area.splitTop(1)
      grid.draw(
        heading(model, isByRank: isByRank).text(in: setting.language), at: head.origin,
        width: head.columns - 1, style: model.fault == nil ? .label : .warning)
      list = body
    }
    let place = rows.firstIndex(of: model.row) ?? 0
    let top = Scrolling.top(
      max(0, place - list.rows / 2), showing: place, of: rows.count, visible: list.rows)
    let doubled = Set(model.ranking.doubles.flatMap(\.rows))
    let (text, _) = list.splitLeft(list.columns - 1)
    for (line, row) in rows.dropFirst(top).prefix(list.rows).enumerated() {
      let isLit = row == model.row && isByRank == model.isByRank
      let mark = doubled.contains(row) ? "!" : " "
      let style: Style = isLit ? .selected : doubled.contains(row) ? .problem : .plain
      let words = "\(box(model, row))\(mark) \(model.choices[row].label)"
      grid.drawRow(words, row: line, in: text, style: style)
      // The cursor stands in the box, and would darken a lit one.
      if isLit { grid.draw(box(model, row), at: text.point(line), style: .focus) }
    }
    Scrolling.bar(top: top, of: rows.count, in: list, on: &grid)
    return list.point(max(0, place - top), boxWidth(model))
  }

  private static func heading(_ model: Model, isByRank: Bool) -> RankPhrase {
    let (given, all) = (model.ranking.given, model.ranking.items.count)
    return isByRank ? .givenByRank(given, all) : .given(given, all)
  }

  private static func boxWidth(_ model: Model) -> Int { model.choices.count > 9 ? 2 : 1 }

  /// `[ 3]`, or `[1_]` while another digit may follow.
  private static func box(_ model: Model, _ row: Int) -> String {
    guard let rank = model.ranking.ranks[row] else {
      return "[" + String(repeating: " ", count: boxWidth(model)) + "]"
    }
    if model.waits, row == model.row { return "[\(rank)_]" }
    let padding = String(repeating: " ", count: max(0, boxWidth(model) - String(rank).utf8.count))
    return "[\(padding)\(rank)]"
  }
}
