/// The functions an expression may call, by name.
///
/// A library is a value: `.odk` is what forms may use, and a caller can add its own.
public struct FunctionLibrary: Sendable {
  private var functions: [String: XPathFunction] = [:]

  public init(_ families: [XPathFunction]...) {
    for function in families.joined() { functions[function.name] = function }
  }

  public subscript(name: String) -> XPathFunction? {
    functions[name]
  }

  /// The names of all functions, in alphabetical order.
  public var names: [String] { functions.keys.sorted() }

  /// This library, with the functions of another put over it.
  public func adding(_ more: [XPathFunction]) -> FunctionLibrary {
    var library = self
    for function in more { library.functions[function.name] = function }
    return library
  }
}

/// A function: its name, how many arguments it takes, and what it does.
public struct XPathFunction: Sendable {
  public typealias Body = @Sendable (_ call: Call) throws(EvaluationError) -> XPathValue
  /// Makes a body for a call whose arguments are known, or says what is wrong with them.
  public typealias Specialisation =
    @Sendable (_ arguments: [Expression]) throws(SyntaxError) -> Body?

  public let name: String
  /// The fewest and the most arguments.
  public let arity: ClosedRange<Int>
  let body: Body
  let specialise: Specialisation?
  /// Whether it reads the focus or the dice, so that it differs from node to node of a list.
  let readsFocus: Bool

  public init(
    _ name: String, _ arity: ClosedRange<Int>, readsFocus: Bool = false,
    specialise: Specialisation? = nil, body: @escaping Body
  ) {
    self.name = name
    self.arity = arity
    self.body = body
    self.specialise = specialise
    self.readsFocus = readsFocus
  }

  init(
    _ name: String, _ count: Int, readsFocus: Bool = false,
    specialise: Specialisation? = nil, body: @escaping Body
  ) {
    self.init(
      name, count...count, readsFocus: readsFocus, specialise: specialise, body: body)
  }

  /// As many arguments as one likes.
  static let anyCount = 0...Int.max
}
