import TerminalKit

/// The commands while a form is open.
enum PlainFillCommands {
  static func commands(of model: FillScreen.Model) -> [PlainCommand] {
    let flagged = PlainTelling(messages: [.fill(.nextFlagged)])
    return [
      .back([.escape], Label("ออก คำตอบเก็บไว้เป็นร่าง", "leave; the answers are kept")),
      PlainCommand(
        "ทวน", "review", Label("ตรวจทานก่อนจบ", "what is left, before finishing"),
        .press([.function(9)])),
      PlainCommand(
        "ข้อ", "list", Label("ทุกข้อ หรือไปที่ข้อ เช่น :ข้อ 7", "every question, or go to one: 7")
      ) { go(to: $0, in: model) },
      PlainCommand("แก้", "fix", Label("ข้อต่อไปที่ต้องแก้", "the next to correct"), .tells(flagged)),
      PlainCommand(
        "ขึ้น", "up", Label("ข้อก่อน", "the question before"),
        .tells(PlainTelling(messages: [.fill(.goBack)]))),
      PlainCommand("ก่อน", "previous", Label("ส่วนก่อน", "the section before"), .press([.pageUp])),
      PlainCommand("ถัดไป", "next", Label("ส่วนถัดไป", "the next section"), .press([.pageDown])),
      undo(model),
      PlainCommand("ล้าง", "clear", Label("ลบคำตอบข้อนี้", "empty this answer"), clear(model)),
      PlainCommand(
        "เสร็จ", "finish", Label("ตรวจทานแล้วจบ จะถามก่อน", "review and finish, asked first"),
        isWhole: true, .press([.function(9)])),
    ] + redo + remove(model)
  }

  private static func go(to text: String, in model: FillScreen.Model) -> PlainOutcome {
    guard !text.isEmpty else { return .press([.function(6)]) }
    return going(to: text, in: model) ?? .nothing("")
  }

  /// Goes to the question with a number; nil when the text is none.
  static func going(to text: String, in model: FillScreen.Model) -> PlainOutcome? {
    guard let number = PlainNumbers.one(text) else { return nil }
    let numbers = model.numbers
    guard let entry = numbers[number] else {
      let none = PlainPhrase.noSuchNumber(number, of: numbers.count)
      return .nothing(none.text(in: model.language))
    }
    return .tells(PlainTelling(messages: [.fill(.goTo(entry.path))]))
  }

  /// Takes back what the last line did, and says which answer stands there now.
  private static func undo(_ model: FillScreen.Model) -> PlainCommand {
    let telling = PlainTelling(
      messages: [.key(.function(4))],
      echo: { app in
        guard case .fill(let now, _) = app.screen, let entry = now.entry,
          now.notice != .nothingToUndo
        else { return [] }
        let lines = ShownAnswer.lines(of: entry, in: now.session, now.setting)
        let answer =
          lines.isEmpty ? PlainPhrase.cleared.text(in: now.language) : lines.joined(separator: " ")
        return ["= \(PlainFill.label(of: entry, in: now)): \(answer)"]
      })
    return PlainCommand(
      "ย้อน", "undo", Label("ย้อนบรรทัดก่อน", "take the last line back"), .tells(telling))
  }

  /// What a key of the page does again, where it has one.
  private static var redo: [PlainCommand] {
    FillKeys.map.bindings.filter { $0.keys.contains(.control("y")) }.map {
      PlainCommand($0.label.thai, $0.label.english, nil, .press([$0.keys[0]]))
    }
  }

  private static func clear(_ model: FillScreen.Model) -> PlainOutcome {
    let paths = model.entry?.covers ?? []
    guard paths.contains(where: { !model.session.value($0).isEmpty }) else {
      return .nothing(PlainPhrase.cleared.text(in: model.language))
    }
    return PlainFill.answers(paths.map { Answer(path: $0, text: "") }, goesOn: false, in: model)
  }

  /// Only where there is something that can be removed.
  private static func remove(_ model: FillScreen.Model) -> [PlainCommand] {
    guard model.instanceInFocus?.prompt.isOpen == true else { return [] }
    let name = Label("ลบรายการนี้ จะถามก่อน", "remove this one, asked first")
    return [PlainCommand("ลบ", "delete", name, isWhole: true, .press([.function(8)]))]
  }
}
