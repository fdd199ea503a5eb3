import TerminalKit

/// A field in which part of a name is typed, over the entries that it may mean.
enum SearchList {
  struct Model: Equatable, Sendable {
    var field = TextField.Model(limit: 60)
    /// The entry that Enter takes; nil until something was typed or the arrows moved in the open list.
    private(set) var highlighted: Int?
    /// The entry at which the list was opened because it is the answer, or was ticked last.
    private var standing: Int?
    private var isShown = false

    /// Points at the first of what the typed text found, or at nothing.
    mutating func found(_ count: Int) {
      close()
      highlighted = field.text.isEmpty || count == 0 ? nil : 0
    }

    /// Opens the list at the answer; where there is none Enter takes nothing until an arrow was used.
    mutating func open(at answer: Int?) {
      highlighted = answer
      standing = answer
      isShown = true
    }

    mutating func close() {
      highlighted = nil
      standing = nil
      isShown = false
    }

    /// Whether the list was opened on purpose, and nothing was typed.
    var isOpen: Bool { isShown && field.text.isEmpty }

    /// Whether Enter would take an entry, and another than the one that stands already.
    var takesByEnter: Bool { highlighted != nil && highlighted != standing }

    fileprivate mutating func move(by key: Key, of count: Int) {
      guard count > 0 else { return }
      highlighted =
        highlighted.map { Scrolling.moved($0, by: key, of: count, page: mostRows) ?? $0 } ?? 0
    }
  }

  enum Outcome: Equatable, Sendable {
    /// The text changed: look for it, and tell the model how many were ``Model/found(_:)``.
    case typed
    case moved
    /// The list is to be shown: tell the model where the answer stands, ``Model/open(at:)``.
    case opened
    /// Enter took the entry at this position.
    case took(Int)
    /// Space took it, in a list that was opened.
    case ticked(Int)
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
  ///
  /// Keys that move never open the list: Space, F5 or typing does.
  static func update(_ model: inout Model, _ key: Key, count: Int) -> Outcome {
    if model.isOpen, let outcome = updateOpen(&model, key, count: count) { return outcome }
    switch key {
    case .enter:
      if let row = model.highlighted { return .took(row) }
      return leaving(model, .goOn)
    case .tab: return leaving(model, .goOn)
    case .backTab: return leaving(model, .goBack)
    case .down, .up: return move(&model, key, count: count)
    case .character(" ") where model.field.text.isEmpty, .function(5):
      return count > 0 && model.field.text.isEmpty ? .opened : .moved
    case .backspace where model.field.text.isEmpty: return .cleared
    default: break
    }
    switch TextField.write(&model.field, key) {
    case .changed: return .typed
    case .refusedMark: return .refused(.markWithoutLetter)
    case .full(let excess): return .refused(.tooLong(excess))
    case .moved, .ignored: return .moved
    }
  }

  /// What a key does in the open list; nil for one that is typed.
  private static func updateOpen(_ model: inout Model, _ key: Key, count: Int) -> Outcome? {
    switch key {
    case .down, .up, .pageUp, .pageDown, .home, .end: model.move(by: key, of: count)
    case .character(" "): return model.highlighted.map { .ticked($0) }
    case .escape, .function(5), .backspace, .delete: model.close()
    case .enter where !model.takesByEnter, .tab, .backTab:
      model.close()
      return key == .backTab ? .goBack : .goOn
    default: return nil
    }
    return .moved
  }

  /// A text that answers nothing would be lost without a word, and an older answer stay: it holds.
  private static func leaving(_ model: Model, _ direction: Outcome) -> Outcome {
    if model.field.text.isEmpty { return direction }
    return model.highlighted == nil ? .foundNothing : .refused(.form(.notPicked))
  }

  private static func move(_ model: inout Model, _ key: Key, count: Int) -> Outcome {
    guard model.highlighted != nil else { return leaving(model, key == .up ? .goBack : .goOn) }
    model.move(by: key, of: count)
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
  /// Of `count` entries only those that are visible are asked for; `isAnswer` marks what stands.
  static func view(
    _ model: Model, standing: String, nothing: String, count: Int, in area: Rect,
    on grid: inout Grid, isAnswer: ((Int) -> Bool)? = nil, entry: (Int) -> String
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
        (isLit ? "> " : "  ") + (isAnswer.map { $0(top + row) ? "(x) " : "( ) " } ?? "")
          + entry(top + row), row: row, in: list,
        style: isLit ? .selected : .plain)
    }
    return cursor
  }
}
