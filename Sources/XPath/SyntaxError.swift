/// Why a text is not an expression, and where.
public struct SyntaxError: Error, Hashable, Sendable {
  /// What is wrong, as a name callers can switch on.
  public enum Code: Hashable, Sendable {
    case unexpectedCharacter(String)
    case unclosedText
    case unexpectedToken(String)
    case unexpectedEnd
    case unknownFunction(String)
    case wrongArgumentCount(function: String)
    case unsupportedAxis(String)
    case unsupported(String)
    case badPattern(String)
    case badArgument(function: String)
    case tooDeep
  }

  public var code: Code
  /// The place in the source, in Unicode scalars from 0.
  public var offset: Int

  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }

  /// The error in words, for the person who wrote the form.
  public var message: String {
    switch code {
    case .unexpectedCharacter(let text): "unexpected character ‘\(text)’"
    case .unclosedText: "a text has no closing quote"
    case .unexpectedToken(let text): "unexpected ‘\(text)’"
    case .unexpectedEnd: "the expression ends too early"
    case .unknownFunction(let name): "there is no function \(name)()"
    case .wrongArgumentCount(let name): "wrong number of arguments for \(name)()"
    case .unsupportedAxis(let name): "the axis \(name):: is not supported"
    case .unsupported(let what): "\(what) is not supported"
    case .badPattern(let why): "the pattern cannot be used: \(why)"
    case .badArgument(let name): "an argument of \(name)() cannot be used"
    case .tooDeep: "the expression is too long or nested too deep"
    }
  }
}
