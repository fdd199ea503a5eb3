/// One line of text that is typed, with the editing that Thai typists expect.
///
/// The cursor steps over whole clusters; Backspace takes back one scalar, such as a tone mark alone;
/// Delete removes the whole cluster.
public enum TextField {
  public struct Model: Equatable, Sendable {
    /// What was typed so far.
    public private(set) var text: String
    /// How many scalars stand before the cursor.
    public fileprivate(set) var cursor: Int
    /// Whether dots are shown instead of the text.
    public let isSecret: Bool
    /// The most clusters the field takes.
    public let limit: Int

    public init(_ text: String = "", isSecret: Bool = false, limit: Int = 1_000) {
      self.text = text
      self.isSecret = isSecret
      self.limit = limit
      cursor = text.unicodeScalars.count
    }

    fileprivate var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

    fileprivate mutating func set(_ scalars: some Sequence<Unicode.Scalar>, cursor: Int) {
      var changed = ""
      changed.unicodeScalars.append(contentsOf: scalars)
      text = changed
      let boundaries = Cluster.boundaries(of: Array(changed.unicodeScalars))
      self.cursor = boundaries.first { $0 >= cursor } ?? changed.unicodeScalars.count
    }
  }

  /// What a key did.
  public enum Outcome: Equatable, Sendable {
    case changed, moved
    /// The field has no use for the key; its screen may have one.
    case ignored
    /// A tone or vowel mark was typed where there is no letter to carry it.
    case refusedMark
    /// Nothing more fits.
    case full
  }

  /// Takes a key; `normalize` mends the spelling of the whole text after each change.
  public static func update(
    _ model: inout Model, _ key: Key, normalize: (String) -> String = { $0 }
  ) -> Outcome {
    switch key {
    case .character(let scalar): insert([scalar], into: &model, normalize)
    case .paste(let text): insert(pasted(text), into: &model, normalize)
    case .backspace: remove(from: model.cursor - 1, to: model.cursor, in: &model)
    case .delete: remove(from: model.cursor, to: boundary(after: model), in: &model)
    case .control("w"): remove(from: wordStart(before: model), to: model.cursor, in: &model)
    case .control("u"): remove(from: 0, to: model.cursor, in: &model)
    case .left: move(&model, to: boundary(before: model))
    case .right: move(&model, to: boundary(after: model))
    case .home: move(&model, to: 0)
    case .end: move(&model, to: model.scalars.count)
    default: .ignored
    }
  }

  private static func insert(
    _ added: [Unicode.Scalar], into model: inout Model, _ normalize: (String) -> String
  ) -> Outcome {
    let before = model.scalars[..<model.cursor]
    guard let first = added.first, ScalarWidth.isDrawable(first) else { return .ignored }
    guard ScalarWidth.of(first) > 0 || carriesMark(before.last) else { return .refusedMark }
    let longer = before + added + model.scalars[model.cursor...]
    // A cluster of Thai has four scalars at most; a pasted one may have thousands.
    guard longer.count <= 4 * model.limit,
      Cluster.boundaries(of: Array(longer)).count - 1 <= model.limit
    else { return .full }
    let mended = normalize(string(longer))
    let isAtEnd = model.cursor == model.scalars.count
    let cursor =
      isAtEnd
      ? mended.unicodeScalars.count : normalize(string(before + added)).unicodeScalars.count
    model.set(mended.unicodeScalars, cursor: cursor)
    return .changed
  }

  /// A pasted text as one line without anything that cannot be drawn.
  private static func pasted(_ text: String) -> [Unicode.Scalar] {
    let scalars = text.unicodeScalars.map { ["\n", "\r", "\t"].contains($0) ? " " : $0 }
    let line = scalars.filter(ScalarWidth.isDrawable).drop { $0 == " " }
    return Array(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func carriesMark(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return ScalarWidth.of(scalar) == 0 || (0x0E01...0x0E46).contains(scalar.value)
  }

  private static func remove(from start: Int, to end: Int, in model: inout Model) -> Outcome {
    guard start >= 0, start < end else { return .ignored }
    let scalars = model.scalars
    model.set(scalars[..<start] + scalars[end...], cursor: start)
    return .changed
  }

  private static func move(_ model: inout Model, to place: Int) -> Outcome {
    model.cursor = place
    return .moved
  }

  private static func boundary(before model: Model) -> Int {
    Cluster.boundaries(of: model.scalars).last { $0 < model.cursor } ?? 0
  }

  private static func boundary(after model: Model) -> Int {
    Cluster.boundaries(of: model.scalars).first { $0 > model.cursor } ?? model.cursor
  }

  private static func wordStart(before model: Model) -> Int {
    LineBreaker.spelling.breaks(model.scalars).last { $0 < model.cursor } ?? 0
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}

extension TextField {
  /// Draws the field in the first row of the area, scrolled so that the cursor shows.
  ///
  /// - Returns: Where the cursor stands.
  @discardableResult
  public static func view(
    _ model: Model, in area: Rect, on grid: inout Grid, style: Style = .focus
  ) -> Point? {
    guard !area.isEmpty else { return nil }
    grid.drawRow("", in: area, style: style)
    let shown = model.isSecret ? String(repeating: "•", count: clusterCount(model)) : model.text
    let before = model.isSecret ? clustersBefore(model) : model.cursor
    let window = visible(Array(shown.unicodeScalars), cursor: before, width: area.columns - 1)
    grid.draw(window.text, at: area.origin, width: area.columns, style: style)
    return area.point(0, min(window.column, area.columns - 1))
  }

  private static func clusterCount(_ model: Model) -> Int {
    max(0, Cluster.boundaries(of: model.scalars).count - 1)
  }

  private static func clustersBefore(_ model: Model) -> Int {
    Cluster.boundaries(of: model.scalars).count { $0 < model.cursor }
  }

  /// The part of the text around the cursor that fits, and the cursor's column in it.
  private static func visible(
    _ scalars: [Unicode.Scalar], cursor: Int, width: Int
  ) -> (text: String, column: Int) {
    let boundaries = Cluster.boundaries(of: scalars)
    let start =
      boundaries.first { start in
        start >= cursor || TextWidth.of(string(scalars[start..<cursor])) <= width
      } ?? 0
    let column = start < cursor ? TextWidth.of(string(scalars[start..<cursor])) : 0
    var end = cursor
    for boundary in boundaries where boundary > cursor {
      guard TextWidth.of(string(scalars[start..<boundary])) <= width else { break }
      end = boundary
    }
    return (string(scalars[min(start, end)..<end]), column)
  }
}
