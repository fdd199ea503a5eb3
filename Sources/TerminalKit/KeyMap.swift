/// The pairs of letters that share a key in the Latin and in the Thai layout.
public struct LayoutTwins: Sendable {
  /// The Latin letter on the key that gives this Thai one.
  public var latin: @Sendable (Unicode.Scalar) -> Unicode.Scalar?
  /// The Thai letter on the key that gives this Latin one.
  public var thai: @Sendable (Unicode.Scalar) -> Unicode.Scalar?

  public init(
    latin: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar?,
    thai: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar?
  ) {
    self.latin = latin
    self.thai = thai
  }

  public static let none = LayoutTwins(latin: { _ in nil }, thai: { _ in nil })
}

/// Keys that mean one action, and what the help line calls it.
public struct KeyBinding<Action: Sendable>: Sendable {
  public let keys: [Key]
  public let label: Label
  public let action: Action
  /// Whether the help line names it; one that is obvious, or a second way, is not named.
  public let isShown: Bool

  public init(_ keys: Key..., label: Label, action: Action, isShown: Bool = true) {
    self.keys = keys
    self.label = label
    self.action = action
    self.isShown = isShown
  }
}

/// The keys of a screen as data; the help line is made from it, so help cannot lie.
///
/// A Latin letter also answers when the Thai layout is on.
public struct KeyMap<Action: Sendable>: Sendable {
  public let bindings: [KeyBinding<Action>]
  let twins: LayoutTwins
  /// What each bound key does: every letter that is typed asks.
  private let actions: [Key: Action]

  /// The most important bindings come first: on a narrow screen the help line drops the last ones.
  public init(_ bindings: [KeyBinding<Action>], twins: LayoutTwins = .none) {
    self.bindings = bindings
    self.twins = twins
    let pairs = bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } }
    actions = Dictionary(pairs) { first, _ in first }
  }

  public func action(for key: Key) -> Action? {
    if let action = actions[key] { return action }
    guard case .character(let typed) = key, let latin = twins.latin(typed) else { return nil }
    return actions[.character(latin)]
  }

  /// The shown keys with their names, in order.
  public func help(in language: Language) -> [KeyHelp] {
    bindings.filter(\.isShown).map { binding in
      KeyHelp(
        keys: binding.keys.map(name).joined(separator: separator(of: binding.keys)),
        label: binding.label.text(in: language))
    }
  }

  private func name(of key: Key) -> String {
    guard case .character(let latin) = key, let thai = twins.thai(latin) else { return key.name }
    return key.name + "/" + Key.character(thai).name
  }

  /// Arrows read well side by side.
  private func separator(of keys: [Key]) -> String {
    keys.allSatisfy { [.up, .down, .left, .right].contains($0) } ? "" : "/"
  }
}

/// One entry of the help line.
public struct KeyHelp: Hashable, Sendable {
  public let keys: String
  public let label: String

  public init(keys: String, label: String) {
    self.keys = keys
    self.label = label
  }
}
