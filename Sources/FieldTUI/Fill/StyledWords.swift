import SurveyForms
import TerminalKit

/// Words of a form wrapped for a width, each line as runs that are drawn beside each other.
struct StyledWords {
  struct Run: Equatable {
    let column: Int
    let text: String
    let style: Style
  }

  private(set) var lines: [[Run]] = []

  /// - Parameter style: How words look that the form leaves alone.
  init(_ text: StyledText, style: Style, width: Int) {
    let plain = text.plain
    let wrapped = TextWrap.lines(plain, width: width)
    guard text.runs.count > 1 || text.runs.first?.look != StyledText.Look() else {
      lines = wrapped.map { [Run(column: 0, text: $0, style: style)] }
      return
    }
    var source = Source(text, style)
    lines = wrapped.map { Self.runs(of: $0, &source) }
  }

  /// Gives every cluster of a line the style of its first scalar: none is divided between two.
  private static func runs(of line: String, _ source: inout Source) -> [Run] {
    var runs: [Run] = []
    var column = 0
    for cluster in Cluster.pieces(of: line) {
      let style = source.style(of: cluster)
      if let last = runs.last, last.style == style {
        runs[runs.count - 1] = Run(column: last.column, text: last.text + cluster, style: style)
      } else {
        runs.append(Run(column: column, text: cluster, style: style))
      }
      column += TextWidth.of(cluster)
    }
    return runs
  }

  /// The scalars of a text with their styles, walked through once beside its lines: these lack only
  /// blanks and marks of where a word may end.
  private struct Source {
    private let scalars: [(scalar: Unicode.Scalar, style: Style)]
    private var place = 0

    init(_ text: StyledText, _ style: Style) {
      scalars = text.runs.flatMap { run in
        let shown = style.with(run.look)
        return run.text.unicodeScalars.map { ($0, shown) }
      }
    }

    mutating func style(of cluster: String) -> Style {
      var first: Style?
      for scalar in cluster.unicodeScalars {
        while place < scalars.count, scalars[place].scalar != scalar { place += 1 }
        guard place < scalars.count else { break }
        first = first ?? scalars[place].style
        place += 1
      }
      return first ?? .plain
    }
  }
}

extension Style {
  /// The same with what a form asks for: emphasis is underlined, colours become the roles that can be
  /// read on every ground.
  func with(_ look: StyledText.Look) -> Style {
    var style = self
    if look.isBold { style.isBold = true }
    if look.isItalic || look.isUnderlined { style.isUnderlined = true }
    switch look.colour {
    case .red: style.role = .problem
    case .amber: style.role = .warning
    case .green: style.role = .success
    case .blue: style.role = .accent
    case .grey: style.role = .muted
    case nil: break
    }
    return style
  }
}
