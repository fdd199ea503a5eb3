import TerminalKit

/// What is asked now: what is said of it, and what each line does to it.
struct PlainPrompt {
  /// What tells it from every other: what was said of it stands until this changes.
  var name: String
  /// What it stands in, such as a section and a group; said where it is new.
  var context: [String] = []
  var head: [String] = []
  /// What can be chosen by its number, said a page at a time.
  var options: [PlainOption] = []
  var foot: [String] = []
  /// What is said instead when it comes up again and only something small has changed.
  var brief: [String]?
  /// The question in one line.
  var ask: String
  /// What a line may be here, in a sentence.
  var accepts: Label
  /// What is said of it when somebody asks for help.
  var help: [String] = []
  var commands: [PlainCommand] = []
  var whereabouts: () -> [String] = { [] }
  /// Whether a terminal must not show what is typed, and only whole words are commands.
  var isSecret = false
  /// What an empty line does; it never chooses, sends, finishes or leaves.
  var goesOn: PlainOutcome?
  /// What a line that is neither a command, nor a number, nor a label does; nil when it means nothing.
  var reads: (String) -> PlainOutcome? = { _ in nil }
}

/// Something that is chosen by the number it is said with, or by its label.
struct PlainOption {
  /// Nil for words between the others.
  var number: Int?
  var label: String
  /// The line that is said.
  var said: String
  var outcome: PlainOutcome

  init(_ number: Int?, _ label: String, said: String? = nil, _ outcome: PlainOutcome) {
    self.number = number
    self.label = label
    self.said = said ?? number.map { "   \($0) \(label)" } ?? label
    self.outcome = outcome
  }

  /// Words that are only said.
  static func words(_ text: String) -> PlainOption { PlainOption(nil, text, .again) }
}

/// What a line came to.
enum PlainOutcome {
  /// It was understood: what the app is told, and what is said of it.
  case tells(PlainTelling)
  /// It was understood, and changes nothing.
  case says([String])
  /// It found these; one is taken by its number.
  case offers([PlainOption], [String])
  /// It would take something away, or do what cannot be undone: it is done after a yes.
  indirect case asks(String, PlainTelling)
  /// It was not understood, and nothing is done; why.
  case nothing(String)
  case again, more, help, whereabouts, quits
  case sets(PlainManner)
}

/// How much is said.
enum PlainManner: Equatable { case short, long, bell }

/// What the app is told by a line.
struct PlainTelling {
  var messages: [AppMessage]
  /// What became of it, as the app has it then.
  var echo: (AppModel) -> [String] = { _ in [] }
  /// Why the app did not take it; nothing is done then.
  var refusal: (AppModel) -> String? = { _ in nil }
}

extension PlainOutcome {
  /// Presses keys of the screens.
  static func press(_ keys: [Key], _ echo: String? = nil) -> PlainOutcome {
    let said = echo.map { ["= " + $0] } ?? []
    return .tells(PlainTelling(messages: keys.map(\.message), echo: { _ in said }))
  }
}

extension Key {
  /// The key as the app is told of it: no finger has pressed it, so that it cannot bounce.
  var message: AppMessage { .key(self) }
}
