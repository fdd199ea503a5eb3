/// What one cell shows: a letter with the marks above and below it, or a wide letter over two cells.
///
/// A glyph is not a Swift `Character`. Thai SARA AM joins its consonant in one `Character`, yet
/// takes a cell of its own: "น้ำ" is one `Character`, two glyphs and two cells.
public struct Glyph: Hashable, Sendable {
  /// The scalars to draw, the spacing one first.
  public let scalars: GlyphScalars
  /// Columns taken: 1 or 2.
  public let width: Int

  public var text: String { scalars.text }

  static let box = Glyph(scalars: GlyphScalars("\u{25A1}"), width: 1)
  static let ellipsis = Glyph(scalars: GlyphScalars("…"), width: 1)

  /// The glyphs of a text, in order.
  ///
  /// A scalar that must not reach the terminal becomes a box; a mark with nothing before it stands
  /// on a dotted circle.
  public static func split(_ text: String) -> [Glyph] { Array(GlyphSequence(text)) }
}

/// What the cursor steps over: a glyph, together with a SARA AM that follows its consonant.
///
/// A cluster is never divided by a line end, a clip edge or a change of style.
public struct Cluster: Hashable, Sendable {
  public let glyphs: [Glyph]
  /// Columns taken together.
  public var width: Int { glyphs.reduce(0) { $0 + $1.width } }

  /// The clusters of a text as they are drawn, in order.
  public static func split(_ text: String) -> [Cluster] {
    guard isPlain(text) else {
      let shown = String(text.unicodeScalars.filter { $0 != ScalarWidth.breakMark })
      return pieces(of: shown).map { Cluster(glyphs: Glyph.split($0)) }.filter {
        !$0.glyphs.isEmpty
      }
    }
    var clusters: [Cluster] = []
    for glyph in Glyph.split(text) {
      if glyph.scalars == .saraAm, let last = clusters.last {
        clusters[clusters.count - 1] = Cluster(glyphs: last.glyphs + [glyph])
      } else {
        clusters.append(Cluster(glyphs: [glyph]))
      }
    }
    return clusters
  }
}

/// Widths of whole texts, in cells.
public enum TextWidth {
  public static func of(_ text: String) -> Int { of(text.unicodeScalars) }

  static func of(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    var meter = CellMeter()
    for scalar in scalars { meter.add(scalar) }
    return meter.width
  }

  /// The longest beginning that fits, cut after a whole cluster and ended by "…" when something is missing.
  public static func clip(_ text: String, to width: Int) -> String {
    clip(Cluster.split(text), to: width).map(\.text).joined()
  }

  static func clip(_ clusters: [Cluster], to width: Int) -> [Glyph] {
    guard clusters.reduce(0, { $0 + $1.width }) > width else { return clusters.flatMap(\.glyphs) }
    guard width > 0 else { return [] }
    var kept: [Glyph] = []
    var room = width - 1
    for cluster in clusters {
      guard cluster.width <= room else { break }
      room -= cluster.width
      kept += cluster.glyphs
    }
    return kept + [.ellipsis]
  }

  /// The longest beginning of whole clusters that fits, and the columns it takes; nothing shows that
  /// something is missing.
  public static func cut(_ text: String, to width: Int) -> (text: String, used: Int) {
    var kept = ""
    var used = 0
    for piece in Cluster.pieces(of: text) {
      let wide = cells(of: piece)
      guard used + wide <= width else { break }
      kept += piece
      used += wide
    }
    return (kept, used)
  }

  /// The columns that a text asks for, scalar by scalar, before anything is put in place of what
  /// cannot be drawn.
  public static func cells(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ScalarWidth.of($1) }
  }

  /// The text followed by spaces up to the width, or clipped to it.
  public static func pad(_ text: String, to width: Int) -> String {
    let clipped = clip(text, to: width)
    return clipped + String(repeating: " ", count: max(0, width - of(clipped)))
  }
}
