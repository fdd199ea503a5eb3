/// A text that is typed, with the editing that Thai typists expect.
///
/// The cursor steps over whole clusters; Backspace takes back one scalar, such as a tone mark alone;
/// Delete removes the whole cluster. Every change can be undone, unless the text is secret.
public enum TextField {
  public struct Model: Equatable, Sendable {
    /// What was typed so far.
    public private(set) var text: String
    /// How many scalars stand before the cursor; always a cluster's border.
    public internal(set) var cursor: Int
    /// The other end of the selection, if there is one.
    public internal(set) var anchor: Int?
    /// Whether dots are shown instead of the text.
    public let isSecret: Bool
    /// The most clusters the field takes.
    public let limit: Int
    var history = TextHistory()

    public init(_ text: String = "", isSecret: Bool = false, limit: Int = 1_000) {
      self.text = text
      self.isSecret = isSecret
      self.limit = limit
      cursor = text.unicodeScalars.count
    }

    var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

    /// The scalars between cursor and anchor; nil when nothing is selected.
    public var selection: Range<Int>? {
      guard let anchor, anchor != cursor else { return nil }
      return min(anchor, cursor)..<max(anchor, cursor)
    }

    /// Puts another text in place, with the cursor at the next cluster's border.
    mutating func set(_ scalars: [Unicode.Scalar], cursor: Int) {
      text = TextField.string(scalars)
      self.cursor = Cluster.boundaries(of: scalars).first { $0 >= cursor } ?? scalars.count
      anchor = nil
    }
  }

  /// What a key did.
  public enum Outcome: Equatable, Sendable {
    case changed, moved
    /// The field has no use for the key; its screen may have one.
    case ignored
    /// A tone or vowel mark was typed where there is no letter to carry it.
    case refusedMark
    /// It would be too long; nothing of it was put in.
    case full(Excess)

    /// How much too long it would be.
    public var excess: Excess? {
      guard case .full(let excess) = self else { return nil }
      return excess
    }
  }

  /// A text that does not fit, by the letters that a reader sees.
  public struct Excess: Hashable, Sendable {
    public let limit: Int
    public let length: Int

    public init(limit: Int, length: Int) {
      self.limit = limit
      self.length = length
    }
  }

  /// Takes a key; `normalize` mends the spelling of the whole text after each change.
  public static func update(
    _ model: inout Model, _ key: Key, normalize: (String) -> String = { $0 }
  ) -> Outcome {
    switch key {
    case .character(let scalar): insert([scalar], into: &model, normalize)
    case .paste(let text): insert(line(of: text), into: &model, normalize)
    case .control("z"): undo(&model)
    case .control("y"): redo(&model)
    case .backspace, .delete, .control("w"), .control("u"), .control("k"):
      remove(removal(key, in: model), from: &model, normalize)
    default: move(&model, key)
    }
  }

  private static func insert(
    _ added: [Unicode.Scalar], into model: inout Model, _ normalize: (String) -> String
  ) -> Outcome {
    guard added.contains(where: ScalarWidth.isDrawable) else { return .ignored }
    let scalars = model.scalars
    let place = model.selection ?? model.cursor..<model.cursor
    let carried = MarkCarrying.carried(added, after: scalars[..<place.lowerBound].last)
    guard !carried.isEmpty else { return .refusedMark }
    let longer = scalars[..<place.lowerBound] + carried + scalars[place.upperBound...]
    let length = Cluster.boundaries(of: Array(longer)).count - 1
    // A cluster of Thai has four scalars at most; a pasted one may have thousands.
    guard longer.count <= 4 * model.limit, length <= model.limit else {
      return .full(Excess(limit: model.limit, length: max(length, longer.count / 4)))
    }
    replace(place, with: carried, in: &model, isTyping: added.count == 1, normalize)
    return .changed
  }

  /// A pasted text as one line without anything that cannot be drawn.
  private static func line(of text: String) -> [Unicode.Scalar] {
    let scalars = text.unicodeScalars.map { ["\n", "\r", "\t"].contains($0) ? " " : $0 }
    let line = scalars.filter(ScalarWidth.isDrawable).drop { $0 == " " }
    return Array(line.reversed().drop { $0 == " " }.reversed())
  }

  /// What a key for removing would remove.
  private static func removal(_ key: Key, in model: Model) -> Range<Int> {
    let cursor = model.cursor
    if let selection = model.selection, [.backspace, .delete].contains(key) { return selection }
    return switch key {
    case .backspace: max(0, cursor - 1)..<cursor
    case .delete: cursor..<target(of: .right, in: model)
    case .control("w"): target(of: .wordLeft, in: model)..<cursor
    case .control("u"): 0..<cursor
    default: cursor..<model.scalars.count
    }
  }

  private static func remove(
    _ range: Range<Int>, from model: inout Model, _ normalize: (String) -> String
  ) -> Outcome {
    guard !range.isEmpty else { return .ignored }
    replace(range, with: [], in: &model, isTyping: false, normalize)
    return .changed
  }

  /// Changes the text, mends its spelling, and remembers how to take that back.
  private static func replace(
    _ range: Range<Int>, with added: [Unicode.Scalar], in model: inout Model, isTyping: Bool,
    _ normalize: (String) -> String
  ) {
    let old = model
    let before = old.scalars[..<range.lowerBound] + added
    let after = old.scalars[range.upperBound...]
    let mended = Array(normalize(string(before + after)).unicodeScalars)
    let cursor =
      after.isEmpty ? mended.count : normalize(string(before)).unicodeScalars.count
    model.set(mended, cursor: cursor)
    guard !model.isSecret else { return }
    model.history.remember(from: old, to: model, typed: isTyping ? added.first : nil)
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    // Appending scalars to a string takes five times as long; a key makes a dozen strings.
    var bytes: [UInt8] = []
    for scalar in scalars { for byte in scalar.utf8 { bytes.append(byte) } }
    return String(decoding: bytes, as: UTF8.self)
  }
}
