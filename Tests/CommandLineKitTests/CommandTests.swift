import Testing

@testable import CommandLineKit

@Suite struct CommandTests {
  private static let server = ValueOption<String>("--server", "URL", "Where to sync.")
  private static let limit = ValueOption<Int>("--limit", "NUMBER", "How many records at most.")
  private static let json = Flag("--json", "Write JSON.")
  private static let file = Operand("FILE", "The form to check.")

  private let tool = Command(
    "fieldtui", "Fill in surveys offline.",
    subcommands: [
      Command("sync", "Send and fetch once.", options: [server, limit, json]) { _ in 0 },
      Command(
        "form", "Work on forms.",
        subcommands: [Command("check", "Check a form.", operands: [file]) { _ in 0 }]),
    ])

  private func arguments(_ words: String...) -> Arguments? {
    guard case .run(_, let arguments) = tool.invocation(of: words) else { return nil }
    return arguments
  }

  private func refusal(_ words: String...) -> UsageError? {
    guard case .refuse(let error, _) = tool.invocation(of: words) else { return nil }
    return error
  }

  @Test func `an option is read by what declares it`() throws {
    let given = try #require(
      arguments("sync", "--server", "https://centre.example", "--json", "--limit=5"))
    #expect(given[Self.server] == "https://centre.example")
    #expect(given[Self.limit] == 5)
    #expect(given[Self.json])
  }

  @Test func `what was not given is nil, false or an error`() throws {
    let given = try #require(arguments("sync"))
    #expect(given[Self.limit] == nil)
    #expect(!given[Self.json])
    #expect(throws: UsageError.missingOption("--server")) { try given.require(Self.server) }
  }

  @Test func `an operand may start with a dash after two dashes`() throws {
    let given = try #require(arguments("form", "check", "--", "-form.xml"))
    #expect(try given.require(Self.file) == "-form.xml")
  }

  @Test func `every mistake is named`() {
    #expect(refusal() == .missingCommand)
    #expect(refusal("snyc") == .unknownCommand("snyc"))
    #expect(refusal("sync", "--sever") == .unknownOption("--sever"))
    #expect(refusal("sync", "--server") == .missingValue(option: "--server", placeholder: "URL"))
    #expect(
      refusal("sync", "--limit", "ห้า") == .unreadableValue(option: "--limit", placeholder: "NUMBER")
    )
    #expect(refusal("sync", "--json=yes") == .unexpectedValue(option: "--json"))
    #expect(refusal("form", "check") == .missingOperand("FILE"))
    #expect(refusal("form", "check", "a.xml", "b.xml") == .unexpectedOperand("b.xml"))
  }

  @Test func `a mistake found while running names the command whose help tells more`() {
    #expect(tool.line(of: ["form", "check", "a.xml"]) == "fieldtui form check")
    #expect(tool.line(of: ["sync", "form"]) == "fieldtui sync")
    #expect(tool.line(of: ["--json"]) == "fieldtui")
  }

  @Test func `help is there at every level`() {
    guard case .help(let top) = tool.invocation(of: ["--help"]),
      case .help(let sync) = tool.invocation(of: ["sync", "--json", "--help"])
    else {
      Issue.record("no help")
      return
    }
    #expect(
      top == """
        Fill in surveys offline.

        usage: fieldtui COMMAND

        commands:
          sync  Send and fetch once.
          form  Work on forms.

        options:
          --help  Show this help.

        """)
    #expect(
      sync == """
        Send and fetch once.

        usage: fieldtui sync [OPTIONS]

        options:
          --server URL    Where to sync.
          --limit NUMBER  How many records at most.
          --json          Write JSON.
          --help          Show this help.

        """)
  }

  @Test func `an error of a command becomes its status`() async {
    struct NoStore: Error {}
    let broken = Command("fieldtui", "Fails.") { _ in throw NoStore() }
    let status = await broken.main([]) { error in
      (error is NoStore ? "no store" : "?", ExitStatus.storeCannotBeOpened)
    }
    #expect(status == 73)
  }
}
