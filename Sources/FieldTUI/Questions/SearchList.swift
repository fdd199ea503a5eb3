import TerminalKit

/// A field in which part of a name is typed, over the entries that it may mean.
enum SearchList {
  struct Model: Equatable, Sendable {
    var field = TextField.Model(limit: 60)
    /// The entry that Enter takes; nil until something was typed or the arrows were used.
    var highlighted: Int?

    /// Points at the first of what the typed text found, or at nothing.
    mutating func found(_ count: Int) {
      highlighted = field.text.isEmpty || count == 0 ? nil : 0
    }
  }

  enum Outcome: Equatable, Sendable {
    /// The text changed: look for it, and tell the model how many were ``Model/found(_:)``.
    case typed
    case moved
    /// The entry at this position was taken.
    case took(Int)
    /// Backspace in an empty field.
    case cleared
    case goOn
    case goBack
    /// What was typed or pasted did not get into the field, or stands there and answers nothing yet.
    case refused(FillPhrase)
    /// The person would leave a text that found nothing.
    case foundNothing
  }

  /// Takes a key; `count` is how many entries there are now.
  static func update(_ model: inout Model, _ key: Key, count: Int) -> Outcome {
    switch key {
    case .enter:
      if let row = model.highlighted { return .took(row) }
      return leaving(model, .goOn)
    case .tab: return leaving(model, .goOn)
    case .backTab: return leaving(model, .goBack)
    case .down, .up, .pageUp, .pageDown: return move(&model, key, count: count)
    case .backspace where model.field.text.isEmpty: return .cleared
    default: break
    }
    switch TextField.write(&model.field, key) {
    case .changed: break
    case .refusedMark: return .refused(.markWithoutLetter)
    case .full: return .refused(.noMoreRoom)
    case .moved, .ignored: return .moved
    }
    return .typed
  }

  /// A text that answers nothing would be lost without a word, and an older answer stay: it holds.
  private static func leaving(_ model: Model, _ direction: Outcome) -> Outcome {
    if model.field.text.isEmpty { return direction }
    return model.highlighted == nil ? .foundNothing : .refused(.form(.notPicked))
  }

  private static func move(_ model: inout Model, _ key: Key, count: Int) -> Outcome {
    if model.highlighted == nil {
      if key == .up { return leaving(model, .goBack) }
      guard count > 0 else { return leaving(model, .goOn) }
      model.highlighted = 0
      return .moved
    }
    let row = model.highlighted ?? 0
    if key == .up, row == 0 {
      // Of what a text found one stays highlighted, so that Enter means the same everywhere.
      if model.field.text.isEmpty { model.highlighted = nil }
    } else {
      model.highlighted = Scrolling.moved(row, by: key, of: count, page: mostRows)
    }
    return .moved
  }

  /// How many entries are shown at once.
  static let mostRows = 6

  /// The rows of the field and of what is below it: the entries, or `nothing` where none was found.
  static func height(_ model: Model, count: Int, nothing: String, width: Int) -> Int {
    let foundNothing = count == 0 && !model.field.text.isEmpty
    return 1 + (foundNothing ? TextWrap.lines(nothing, width: width).count : min(mostRows, count))
  }

  /// Draws the field, or `standing` in an empty one, and the entries around the highlighted one, or
  /// `nothing` where none was found.
  ///
  /// Of `count` entries only those that are visible are asked for.
  static func view(
    _ model: Model, standing: String, nothing: String, count: Int, in area: Rect,
    on grid: inout Grid, entry: (Int) -> String
  ) -> Point? {
    let (field, list) = area.splitTop(1)
    if count == 0, !model.field.text.isEmpty {
      grid.draw(TextWrap.lines(nothing, width: list.columns), in: list, style: .warning)
    }
    let cursor = TextField.view(model.field, in: field, on: &grid)
    if model.field.text.isEmpty {
      grid.draw(standing, at: field.origin, width: field.columns, style: .focus)
    }
    let visible = min(mostRows, list.rows)
    let top = Scrolling.top(
      0, showing: model.highlighted ?? 0, of: count, visible: visible)
    for row in 0..<min(visible, max(0, count - top)) {
      let isLit = top + row == model.highlighted
      grid.drawRow(
        (isLit ? "> " : "  ") + entry(top + row), row: row, in: list,
        style: isLit ? .selected : .plain)
    }
    return cursor
  }
}
