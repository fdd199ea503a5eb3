import TerminalKit
import ThaiText

/// A word after a colon.
struct PlainCommand {
  /// In Thai and in English; each may have several.
  let words: [String]
  /// What it is called in the help.
  let name: Label
  let summary: Label?
  /// Whether only the whole word will do, because it cannot be taken back or is not asked about again.
  let isWhole: Bool
  /// What it does, with what stands behind the word.
  let does: (String) -> PlainOutcome

  init(
    _ thai: String, _ english: String, _ summary: Label? = nil, also: [String] = [],
    isWhole: Bool = false, does: @escaping (String) -> PlainOutcome
  ) {
    words = ([thai, english] + also).map(Self.folded)
    name = Label(thai, english)
    self.summary = summary
    self.isWhole = isWhole
    self.does = does
  }

  /// One that takes nothing behind its word.
  init(
    _ thai: String, _ english: String, _ summary: Label? = nil, also: [String] = [],
    isWhole: Bool = false, _ outcome: PlainOutcome
  ) {
    self.init(thai, english, summary, also: also, isWhole: isWhole) { rest in
      rest.isEmpty ? outcome : .nothing("")
    }
  }

  static func folded(_ text: String) -> String {
    ThaiNormalization.normalize(text).lowercased()
  }

  /// How it is typed, in the language of the screens.
  func typed(in language: Language) -> String { ":" + name.text(in: language) }
}

extension PlainCommand {
  enum Found {
    case command(PlainCommand, rest: String)
    /// It would do, typed whole.
    case notWhole(PlainCommand)
    case several([PlainCommand])
    case none
  }

  /// Finds what the words behind a colon mean: a whole word, else the beginning of one word only.
  static func find(_ text: String, in commands: [PlainCommand]) -> Found {
    let folded = folded(text)
    guard !folded.isEmpty else { return .none }
    if let whole = commands.first(where: { $0.words.contains(folded) }) {
      return .command(whole, rest: "")
    }
    let (word, rest) = parted(text)
    if !rest.isEmpty, let whole = commands.first(where: { $0.words.contains(word) }) {
      return .command(whole, rest: rest)
    }
    for (beginning, rest) in [(folded, ""), (word, rest)] {
      let fitting = commands.filter { $0.hasWord(beginning: beginning) }
      guard let first = fitting.first else { continue }
      guard fitting.count == 1 else { return .several(fitting) }
      return first.isWhole ? .notWhole(first) : .command(first, rest: rest)
    }
    return .none
  }

  /// Mark by mark: in Thai the next mark joins the letter before it.
  private func hasWord(beginning: String) -> Bool {
    words.contains { $0.unicodeScalars.starts(with: beginning.unicodeScalars) }
  }

  private static func parted(_ text: String) -> (word: String, rest: String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let word = parts.first else { return ("", "") }
    return (folded(String(word)), parts.count > 1 ? String(parts[1]).trimmed : "")
  }
}

extension PlainCommand {
  /// The commands of every prompt.
  static var everywhere: [PlainCommand] {
    [
      PlainCommand(
        "ช่วย", "help", Label("ที่นี่ตอบอะไรได้ และมีคำสั่งใด", "what can be said here"), .help),
      PlainCommand("อีกครั้ง", "again", Label("ฟังคำถามอีกครั้ง", "say the question again"), .again),
      PlainCommand("ที่ไหน", "where", Label("อยู่ข้อไหน", "which question this is"), .whereabouts),
      PlainCommand("ต่อ", "more", Label("ฟังรายการต่อ", "the next of a list"), .more),
      PlainCommand("สั้น", "short", Label("พูดสั้น", "say little"), .sets(.short)),
      PlainCommand("ยาว", "long", Label("พูดครบทุกคำอธิบาย", "say every hint"), .sets(.long)),
      PlainCommand(
        "กระดิ่ง", "bell", Label("มีเสียงเมื่อถึงตาท่าน หรือเลิกมี", "a bell at each turn"), .sets(.bell)),
      PlainCommand(
        "ภาษา", "language", Label("สลับภาษา", "the other language"), .press([.function(2)])),
      PlainCommand(
        "เลิก", "quit", Label("ออกจากโปรแกรม", "end the program"), also: ["q"], isWhole: true, .quits
      ),
    ]
  }

  /// The way out of a prompt.
  static func back(
    _ keys: [Key] = [.escape], _ summary: Label = Label("ออกจากตรงนี้", "leave this")
  ) -> PlainCommand {
    PlainCommand("กลับ", "back", summary, .press(keys))
  }
}
