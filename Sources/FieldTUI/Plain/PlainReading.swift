import TerminalKit
import ThaiText

/// Reads a line at a prompt: a command, a choice, an answer, or not understood.
enum PlainReading {
  /// How many options are said at once.
  static let page = 10

  static func outcome(
    of line: String, at prompt: PlainPrompt, _ memory: PlainMemory, _ language: Language
  ) -> PlainOutcome {
    if prompt.isSecret { return secret(line, at: prompt, language) }
    let line = line.trimmed
    if line.isEmpty { return prompt.goesOn ?? emptyLine(at: prompt, memory, language) }
    if line.hasPrefix("::") {
      return prompt.reads(String(line.dropFirst())) ?? notUnderstood(line, language)
    }
    if line.hasPrefix(":") {
      return command(String(line.dropFirst()), at: prompt, memory, language)
    }
    let options = memory.offered ?? prompt.options
    if let number = PlainNumbers.one(line),
      let option = options.first(where: { $0.number == number })
    {
      guard memory.said.contains(number) else { return .offers([option], []) }
      return option.outcome
    }
    let wanted = PlainCommand.folded(line)
    let named = options.filter { $0.number != nil && PlainCommand.folded($0.label) == wanted }
    if named.count == 1 { return named[0].outcome }
    return prompt.reads(line) ?? noSuch(line, options, language)
  }

  private static func noSuch(
    _ line: String, _ options: [PlainOption], _ language: Language
  ) -> PlainOutcome {
    let numbers = options.compactMap(\.number)
    guard let number = PlainNumbers.one(line), let most = numbers.max() else {
      return notUnderstood(line, language)
    }
    return .nothing(PlainPhrase.noSuchNumber(number, of: most).text(in: language))
  }

  private static func command(
    _ text: String, at prompt: PlainPrompt, _ memory: PlainMemory, _ language: Language
  ) -> PlainOutcome {
    let commands = commands(at: prompt)
    switch PlainCommand.find(text, in: commands) {
    case .command(let command, let rest):
      let outcome = command.does(rest)
      guard case .nothing("") = outcome else { return outcome }
      return notUnderstood(":" + text, language)
    case .notWhole(let command):
      return .nothing(PlainPhrase.typeWhole.text(in: language) + command.typed(in: language))
    case .several(let fitting):
      let names = fitting.map { $0.typed(in: language) }.joined(separator: " ")
      return .nothing(PlainPhrase.severalCommands.text(in: language) + names)
    case .none: return notUnderstood(":" + text, language)
    }
  }

  /// The commands that exist at a prompt; its own take the place of those of every prompt.
  static func commands(at prompt: PlainPrompt) -> [PlainCommand] {
    let own = Set(prompt.commands.flatMap(\.words))
    return prompt.commands + PlainCommand.everywhere.filter { own.isDisjoint(with: $0.words) }
  }

  /// A line that nobody sees: only a whole command is one, and a colon before it makes a secret of it.
  private static func secret(
    _ line: String, at prompt: PlainPrompt, _ language: Language
  ) -> PlainOutcome {
    let bare = line.drop { $0 == ":" }
    let word = PlainCommand.folded(String(bare))
    let command = commands(at: prompt).first { $0.words.contains(word) }
    switch line.count - bare.count {
    case 1: if let command { return command.does("") }
    case 2... where command != nil: return prompt.reads(String(line.dropFirst())) ?? .nothing("")
    default: break
    }
    if line.isEmpty { return prompt.goesOn ?? .nothing(PlainPhrase.emptyLine.text(in: language)) }
    return prompt.reads(line) ?? .nothing("")
  }

  private static func emptyLine(
    at prompt: PlainPrompt, _ memory: PlainMemory, _ language: Language
  ) -> PlainOutcome {
    let count = (memory.offered ?? prompt.options).count
    return memory.page < count ? .more : .nothing(PlainPhrase.emptyLine.text(in: language))
  }

  static func notUnderstood(_ line: String, _ language: Language) -> PlainOutcome {
    .nothing(PlainPhrase.notUnderstood(TextWidth.clip(line, to: 40)).text(in: language))
  }
}

/// Numbers as they are typed, in Thai or Arabic digits.
enum PlainNumbers {
  /// The number that a whole line is.
  static func one(_ line: String) -> Int? {
    let digits = Digits.ascii(line.trimmed)
    guard (1...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }

  /// The numbers of a line such as `1 3` or `๒,๕`; nil when there is anything else in it.
  static func several(_ line: String) -> [Int]? {
    let parts = line.split { $0 == " " || $0 == "," }
    let numbers = parts.compactMap { one(String($0)) }
    return numbers.count == parts.count && !numbers.isEmpty ? numbers : nil
  }
}

extension String {
  var trimmed: String {
    let end = self.reversed().drop(while: \.isWhitespace).reversed()
    return String(String(end).drop(while: \.isWhitespace))
  }
}
