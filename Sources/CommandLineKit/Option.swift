/// Something a command takes after a name such as `--server`: declared once, read by the same value.
public struct ValueOption<Value: Sendable>: Sendable {
  public let name: String
  public let placeholder: String
  public let help: String
  /// Reads the text given; nil when it is not such a value.
  public let read: @Sendable (String) -> Value?

  public init(
    _ name: String, _ placeholder: String, _ help: String,
    read: @escaping @Sendable (String) -> Value?
  ) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.read = read
  }
}

extension ValueOption<String> {
  public init(_ name: String, _ placeholder: String, _ help: String) {
    self.init(name, placeholder, help) { $0 }
  }
}

extension ValueOption<Int> {
  public init(_ name: String, _ placeholder: String, _ help: String) {
    self.init(name, placeholder, help) { Int($0) }
  }
}

/// Something a command is told by naming it: `--json`.
public struct Flag: Sendable {
  public let name: String
  public let help: String

  public init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }
}

/// A text that stands by itself and whose place says what it is: `FILE`.
public struct Operand: Sendable {
  public let placeholder: String
  public let help: String
  public let isOptional: Bool

  public init(_ placeholder: String, _ help: String, isOptional: Bool = false) {
    self.placeholder = placeholder
    self.help = help
    self.isOptional = isOptional
  }
}

/// What the parser and the help need to know about a ``ValueOption`` or a ``Flag``.
public protocol Declared: Sendable {
  var name: String { get }
  /// Nil for a flag.
  var valuePlaceholder: String? { get }
  var help: String { get }
  /// Whether the text is a value of this option.
  func accepts(_ text: String) -> Bool
}

extension ValueOption: Declared {
  public var valuePlaceholder: String? { placeholder }
  public func accepts(_ text: String) -> Bool { read(text) != nil }
}

extension Flag: Declared {
  public var valuePlaceholder: String? { nil }
  public func accepts(_ text: String) -> Bool { false }
}
