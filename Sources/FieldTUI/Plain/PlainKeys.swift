import TerminalKit
import ThaiText

/// Turns a typed line into the keys that do the same on the screens.
enum PlainKeys {
  /// The commands, each in English and in Thai, by their first letters too.
  private static let commands: [(words: [String], key: Key)] = [
    (["back", "กลับ"], .escape), (["help", "ช่วย"], .function(1)), (["review", "ทวน"], .function(9)),
    (["undo", "ย้อน"], .function(4)), (["fix", "แก้"], .function(3)), (["list", "ข้อ"], .function(6)),
    (["previous", "ก่อน"], .pageUp), (["next", "ถัดไป"], .pageDown), (["up", "ขึ้น"], .backTab),
    (["clear", "ล้าง"], .backspace), (["delete", "ลบ"], .function(8)),
    (["language", "ภาษา"], .function(2)), (["move", "ย้าย"], .function(10)),
  ]

  static let quits: Set<String> = [":quit", ":q", ":เลิก"]

  /// The key of a command such as `:back`; nil for any other line.
  static func command(_ line: String) -> Key? {
    guard line.hasPrefix(":") else { return nil }
    let word = line.dropFirst().lowercased()
    guard !word.isEmpty else { return nil }
    return commands.first { $0.words.contains { $0.hasPrefix(word) } }?.key
  }

  /// The key of a screen that is called by a word, in either language, or of a command of all screens.
  static func command<Action>(_ line: String, of keys: KeyMap<Action>) -> Key? {
    guard line.hasPrefix(":"), line.count > 1 else { return nil }
    let word = line.dropFirst().lowercased()
    let called = keys.bindings.first { binding in
      [binding.label.thai, binding.label.english].contains { $0.lowercased().hasPrefix(word) }
    }
    return called?.keys.first ?? command(line)
  }

  /// The keys of a line that only closes a text that was read; nil for one that is meant for what lies
  /// under it.
  static func closing(_ line: String) -> [Key]? {
    line.isEmpty || command(line) == .escape ? [.escape] : nil
  }

  /// Replaces what stands in a field, then goes on.
  static func typed(_ line: String) -> [Key] {
    line.isEmpty ? [.enter] : [.control("u"), .paste(line), .enter]
  }

  /// The number that a line is, in Thai or Arabic digits.
  static func number(_ line: String) -> Int? { Int(Digits.ascii(line)) }

  /// The numbers of a line such as `1 3` or `๒,๕`; nil when there is anything else in it.
  static func numbers(_ line: String) -> [Int]? {
    let parts = Digits.ascii(line).split { $0 == " " || $0 == "," }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }

  /// The arrows from one row to another.
  static func move(from row: Int, to target: Int) -> [Key] {
    Array(repeating: target > row ? .down : .up, count: abs(target - row))
  }

  /// Ticks exactly the choices of these numbers, counted from 1.
  static func tick(_ numbers: [Int], in model: ManyChoicesQuestion.Model) -> [Key] {
    let wanted = Set(numbers.map { $0 - 1 }.filter(model.choices.indices.contains))
    var row = model.highlighted
    var keys: [Key] = []
    for target in wanted.symmetricDifference(model.chosen).sorted() {
      keys += move(from: row, to: target) + [.character(" ")]
      row = target
    }
    return keys + [.enter]
  }

  /// Fills the boxes of a ranking as the line says; one that is not understood only says so.
  static func rank(_ line: String, in model: RankQuestion.Model) -> [Key] {
    let isRead = (try? RankQuestion.read(line: line, into: model.ranking.ranks)) != nil
    return [.paste(line)] + (isRead ? [.enter] : [])
  }
}
