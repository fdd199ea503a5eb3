/// A command line that cannot be understood; its exit status is 64.
public enum UsageError: Error, Equatable, Sendable {
  case unknownCommand(String)
  case missingCommand
  case unknownOption(String)
  case missingValue(option: String, placeholder: String)
  case unreadableValue(option: String, placeholder: String)
  case unexpectedValue(option: String)
  case missingOption(String)
  case missingOperand(String)
  case unexpectedOperand(String)

  public var sentence: String {
    switch self {
    case .unknownCommand(let name): "There is no command '\(name)'."
    case .missingCommand: "A command is missing."
    case .unknownOption(let name): "There is no option '\(name)'."
    case .missingValue(let option, let placeholder):
      "\(option) needs a value: \(option) \(placeholder)."
    case .unreadableValue(let option, let placeholder):
      "The value of \(option) cannot be read as \(placeholder)."
    case .unexpectedValue(let option): "\(option) takes no value."
    case .missingOption(let name): "\(name) is missing."
    case .missingOperand(let placeholder): "\(placeholder) is missing."
    case .unexpectedOperand(let text): "'\(text)' is one too many."
    }
  }
}
