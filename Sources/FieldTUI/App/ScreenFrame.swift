import TerminalKit

/// What every screen shows around its own part: who is there, what just happened, which keys work.
struct ScreenFrame {
  /// A sentence about what just happened.
  struct Notice: Equatable, Sendable {
    enum Kind: Equatable, Sendable { case done, problem, hint }
    let kind: Kind
    let label: Label

    init(_ kind: Kind, _ label: Label) {
      self.kind = kind
      self.label = label
    }
  }

  let language: Language
  /// The person who is signed in.
  var name = ""
  var notice: Notice?

  /// Draws the frame and says which part of the screen is left.
  func draw(_ title: Label, keys: [KeyHelp], on grid: inout Grid) -> Rect {
    let (top, rest) = grid.area.splitTop(1)
    let (middle, bottom) = rest.splitBottom(1)
    StatusLine.title(title.text(in: language), note: name, in: top, on: &grid)
    StatusLine.keys(keys, in: bottom, on: &grid)
    let lines = noticeLines(width: middle.columns - 2)
    let (body, message) = middle.splitBottom(max(1, lines.count))
    grid.draw(lines, in: message.inset(columns: 1), style: noticeStyle)
    return body.inset(rows: 0, columns: body.columns > 60 ? 2 : 1).splitTopGap()
  }

  private func noticeLines(width: Int) -> [String] {
    guard let notice else { return [] }
    return TextWrap.lines(notice.label.text(in: language), width: width)
  }

  private var noticeStyle: Style {
    switch notice?.kind {
    case .problem: .problem
    case .done: .success
    case .hint, nil: .muted
    }
  }
}

extension Rect {
  /// Leaves one row free at the top where there is room for it.
  fileprivate func splitTopGap() -> Rect { rows > 16 ? splitTop(1).1 : self }
}
