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

  /// What is wrong, in the language of the help.
  public func sentence(in words: HelpWords) -> String {
    switch self {
    case .unknownCommand(let name):
      words.text("There is no command '\(name)'.", "ไม่มีคำสั่ง '\(name)'")
    case .missingCommand: words.text("A command is missing.", "ยังไม่ได้บอกคำสั่ง")
    case .unknownOption(let name):
      words.text("There is no option '\(name)'.", "ไม่มีตัวเลือก '\(name)'")
    case .missingValue(let option, let placeholder):
      words.text(
        "\(option) needs a value: \(option) \(placeholder).",
        "\(option) ต้องมีค่า: \(option) \(placeholder)")
    case .unreadableValue(let option, let placeholder):
      words.text(
        "The value of \(option) cannot be read as \(placeholder).",
        "อ่านค่าของ \(option) เป็น \(placeholder) ไม่ได้")
    case .unexpectedValue(let option):
      words.text("\(option) takes no value.", "\(option) ไม่รับค่า")
    case .missingOption(let name), .missingOperand(let name):
      words.text("\(name) is missing.", "ขาด \(name)")
    case .unexpectedOperand(let text):
      words.text("'\(text)' is one too many.", "'\(text)' เกินมา")
    }
  }
}
