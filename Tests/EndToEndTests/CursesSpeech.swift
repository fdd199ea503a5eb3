import TestSupport

/// One escape sequence: `ESC`, what opens it, numbers, a letter that ends it.
struct EscapeSequence: CustomStringConvertible {
  /// With the `ESC`.
  let bytes: [UInt8]
  /// `[`, `[?`, `(` or nothing.
  let opening: String
  let numbers: [Int]
  let final: Character

  /// Reads the sequence at the start of some bytes; nil when its end has not come yet.
  ///
  /// - Throws: What no sequence of curses begins with.
  init?(_ rest: ArraySlice<UInt8>) throws(StrictTerminal.Stray) {
    var place = rest.startIndex + 1
    var opening = ""
    while place < rest.endIndex, (opening.isEmpty ? "[(" : "?!>").utf8.contains(rest[place]) {
      opening.unicodeScalars.append(Unicode.Scalar(rest[place]))
      place += 1
    }
    let start = place
    while place < rest.endIndex, (0x30...0x3B).contains(rest[place]), opening.hasPrefix("[") {
      place += 1
    }
    guard place < rest.endIndex else { return nil }
    guard (0x21..<0x7F).contains(rest[place]) else {
      throw StrictTerminal.Stray(what: "ESC \(Array(rest.prefix(8)))")
    }
    bytes = Array(rest[...place])
    self.opening = opening
    let middle = String(decoding: rest[start..<place], as: UTF8.self)
    numbers = middle.split(separator: ";", omittingEmptySubsequences: false).compactMap { Int($0) }
    final = Character(Unicode.Scalar(rest[place]))
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var description: String { "ESC " + text.dropFirst() }

  /// The sequence with `#` for each number.
  var pattern: String {
    guard opening == "[" else { return text }
    return "\u{1B}" + opening + numbers.map { _ in "#" }.joined(separator: ";") + String(final)
  }
}

/// Every sequence that curses may send to a kind of terminal, from terminfo.
///
/// Looks (`m`) are checked number by number, for terminfo writes them as a program.
struct CursesSpeech {
  private var patterns: Set<String> = []

  /// What drawing a screen takes, and taking a terminal over and giving it back.
  ///
  /// No bell, no title, no report, no colour table, no tab stop.
  private static let capabilities: Set<String> = [
    "smcup", "rmcup", "smkx", "rmkx", "civis", "cnorm", "cvvis", "cup", "home", "clear", "el",
    "el1", "ed", "ech", "ich", "ich1", "dch", "dch1", "il", "il1", "dl", "dl1", "ind", "indn",
    "ri", "rin", "csr", "cuu", "cuu1", "cud", "cud1", "cuf", "cuf1", "cub", "cub1", "hpa", "vpa",
    "cr", "nel", "op", "cbt", "rep", "rmam", "smam", "smir", "rmir", "sgr0", "rmacs",
    "sc", "rc",
  ]

  /// What the program says beside curses: the paste brackets, and the question where the cursor is.
  private static let own: Set<String> = ["\u{1B}[?2004h", "\u{1B}[?2004l", "\u{1B}[6n"]

  /// Reads what `infocmp` has of a terminal.
  init(of terminal: String) throws {
    patterns = Self.own
    let told = try Program(name: "/usr/bin/infocmp").run(["-1", "-x", terminal]).output
    for line in told.split(separator: "\n") {
      let parts = line.drop { $0 == "\t" }.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, Self.capabilities.contains(String(parts[0])) else { continue }
      patterns.formUnion(Self.patterns(in: parts[1].dropLast()))
    }
  }

  func knows(_ sequence: EscapeSequence) -> Bool {
    guard sequence.numbers.allSatisfy({ $0 <= 2004 }) else { return false }
    if sequence.opening == "[", sequence.final == "m" { return Self.isLook(sequence.numbers[...]) }
    return patterns.contains(sequence.text) || patterns.contains(sequence.pattern)
  }

  /// The sequences of a capability, with `#` where it has a parameter.
  private static func patterns(in capability: Substring) -> [String] {
    var text = capability.replacing("%i", with: "")
    for parameter in ["%p1%d", "%p2%d", "%p2%{1}%-%d"] {
      text = text.replacing(parameter, with: "#")
    }
    return text.split(separator: "\\E").map { "\u{1B}" + $0 }
  }

  private static func isLook(_ numbers: ArraySlice<Int>) -> Bool {
    var rest = numbers
    while let number = rest.popFirst() {
      switch number {
      case 38, 48:
        guard rest.popFirst() == 5, let colour = rest.popFirst(), (0...255).contains(colour) else {
          return false
        }
      case 0, 1, 2, 7, 22, 27, 30...37, 39, 40...47, 49, 90...97, 100...107: continue
      default: return false
      }
    }
    return true
  }
}
