/// A command, or a group of commands: parsing, help and use come from this one declaration.
public struct Command: Sendable {
  public let name: String
  public let summary: String
  public let options: [any Declared]
  public let operands: [Operand]
  public let subcommands: [Command]
  let run: (@Sendable (Arguments) async throws -> Int32)?

  /// Declares a command that does something and answers with the status to exit with.
  public init(
    _ name: String, _ summary: String, options: [any Declared] = [], operands: [Operand] = [],
    subcommands: [Command] = [], run: @escaping @Sendable (Arguments) async throws -> Int32
  ) {
    self.name = name
    self.summary = summary
    self.options = options
    self.operands = operands
    self.subcommands = subcommands
    self.run = run
  }

  /// Declares a group, which does nothing by itself.
  public init(_ name: String, _ summary: String, subcommands: [Command]) {
    self.name = name
    self.summary = summary
    self.subcommands = subcommands
    options = []
    operands = []
    run = nil
  }
}

/// What a command line asks for, before anything is done about it.
public enum Invocation: Sendable {
  /// Print this help.
  case help(String)
  /// Do this command with these arguments.
  case run(Command, Arguments)
  /// Say what is wrong; the text names the command whose help would tell more.
  case refuse(UsageError, command: String)
}

extension Command {
  /// Understands a command line, without the program's name; does nothing.
  public func invocation(of words: [String], in help: HelpWords = .english) -> Invocation {
    invocation(of: words[...], path: [name], help)
  }

  private func invocation(
    of words: ArraySlice<String>, path: [String], _ help: HelpWords
  ) -> Invocation {
    if let first = words.first, let command = subcommands.first(where: { $0.name == first }) {
      return command.invocation(of: words.dropFirst(), path: path + [first], help)
    }
    let line = path.joined(separator: " ")
    if asksForHelp(words) { return .help(helpText(line, in: help)) }
    guard run != nil else {
      return .refuse(words.first.map { .unknownCommand($0) } ?? .missingCommand, command: line)
    }
    if operands.isEmpty, !subcommands.isEmpty, let first = words.first, !first.hasPrefix("-") {
      return .refuse(.unknownCommand(first), command: line)
    }
    do {
      return .run(self, try Arguments(words, options: options, operands: operands))
    } catch {
      return .refuse(error, command: line)
    }
  }

  private func asksForHelp(_ words: ArraySlice<String>) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  /// Does what a command line asks and answers with the status to exit with.
  ///
  /// - Parameters:
  ///   - help: The language of help and of usage errors.
  ///   - failure: Turns an error of the command into a sentence and a status.
  public func main(
    _ words: [String], help: HelpWords = .english,
    failure: @Sendable (any Error) -> (sentence: String, status: Int32)
  ) async -> Int32 {
    switch invocation(of: words, in: help) {
    case .help(let text):
      StandardOutput.write(text)
      return ExitStatus.success
    case .refuse(let error, let command):
      return refuse(error, command, help)
    case .run(let command, let arguments):
      do {
        let status = try await command.run?(arguments) ?? ExitStatus.usage
        guard !StandardOutput.isLost else { throw LostOutput() }
        return status
      } catch let error as UsageError {
        return refuse(error, line(of: words[...]), help)
      } catch {
        let (sentence, status) = failure(error)
        StandardError.write("\(name): \(sentence)\n")
        return status
      }
    }
  }

  /// The names that lead to the command which these words ask for.
  func line(of words: ArraySlice<String>) -> String {
    guard let first = words.first, let command = subcommands.first(where: { $0.name == first })
    else { return name }
    return "\(name) \(command.line(of: words.dropFirst()))"
  }

  private func refuse(_ error: UsageError, _ command: String, _ help: HelpWords) -> Int32 {
    let next = help.text("Try '\(command) --help'.", "ดูวิธีใช้: \(command) --help")
    StandardError.write("\(name): \(error.sentence(in: help))\n\(next)\n")
    return ExitStatus.usage
  }
}
