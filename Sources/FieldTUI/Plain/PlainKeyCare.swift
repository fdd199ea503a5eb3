import SyncProtocol
import TerminalKit

/// Passphrases, recovery files and the laptops of an area as lines.
enum PlainKeyCare {
  static func prompt(of screen: KeyCareScreen.Model, _ language: Language) -> PlainPrompt {
    let field = screen.focus
    let name = KeyCareScreen.name(of: field).text(in: language)
    let title = KeyCareScreen.title(of: screen).text(in: language)
    var prompt = PlainPrompt(
      name: "keys \(field) \(screen.slip == nil)", ask: name, accepts: PlainAccepts.secret)
    prompt.context = ["== " + title]
    if field == screen.fields.first {
      prompt.head.append(KeyCareScreen.explanation(of: screen.purpose).text(in: language))
    }
    prompt.help = PlainWords.withoutKeys(
      KeyCareScreen.help(of: screen.purpose).label, in: language
    ).split(separator: "\n").map(String.init)
    let up = Label("ช่องก่อน", "the field before")
    prompt.commands = [.back(), PlainCommand("ขึ้น", "up", up, .press([.up]))]
    prompt.whereabouts = {
      let place = (screen.fields.firstIndex(of: field) ?? 0) + 1
      return ["\(title) · \(place)/\(screen.fields.count) \(name)"]
    }
    guard field == .file else {
      prompt.head.append(name + " " + PlainPhrase.secretOnce.text(in: language))
      prompt.isSecret = true
      prompt.reads = { .press(Key.replacing(with: $0) + [.enter]) }
      return prompt
    }
    askFile(&prompt, screen, language)
    return prompt
  }

  /// Which file; of one that was read, whether it is answered.
  private static func askFile(
    _ prompt: inout PlainPrompt, _ screen: KeyCareScreen.Model, _ language: Language
  ) {
    let file = screen.text(.file)
    prompt.accepts = Label(
      "พิมพ์ 1 เพื่อใช้ไฟล์ที่บอก หรือพิมพ์ชื่อไฟล์อื่นที่ขึ้นต้นด้วย /",
      "Type 1 for the file that is named, or another one, which begins with /.")
    prompt.head += KeyCareScreen.facts(screen.slip, language).filter { !$0.isEmpty }
      .map {
        $0.replacing("กด Enter อีกครั้ง", with: "พิมพ์ 1").replacing("Press Enter again", with: "Type 1")
      }
    prompt.head.append("\(prompt.ask): \(file)")
    if !file.isEmpty {
      let use = "\(KeyCarePhrase.go.text(in: language)): \(file)"
      prompt.options = [PlainOption(1, use, .press([.enter], use))]
    }
    prompt.reads = { line in
      guard line.hasPrefix("/") || line.hasPrefix("~") else { return nil }
      return .press(Key.replacing(with: line) + [.enter], line)
    }
  }

  static func prompt(of screen: LaptopsScreen.Model, _ language: Language) -> PlainPrompt {
    if let question = screen.question { return .dialog(question, language) }
    var prompt = PlainPrompt.menu(KeyCarePhrase.laptopsTitle.label, language)
    let laptops = screen.laptops ?? []
    if laptops.isEmpty { prompt.foot = [KeyCarePhrase.noLaptops.text(in: language)] }
    prompt.options = laptops.enumerated().map { row, laptop in
      let text = LaptopsScreen.text(of: laptop, language).split(separator: " ")
        .joined(separator: " ")
      return PlainOption(row + 1, text, said: "\(row + 1) \(text)", .says([text]))
    }
    let revoke = KeyCarePhrase.revoke.label
    prompt.commands = [
      .back(),
      PlainCommand(
        revoke.thai, revoke.english, Label("แล้วเลขหน้าเครื่อง จะถามก่อน", "and a number, asked first"),
        isWhole: true
      ) { rest in
        guard let row = PlainNumbers.one(rest), laptops.indices.contains(row - 1) else {
          return .nothing(PlainPhrase.whichNumber.text(in: language))
        }
        return .press(Key.arrows(from: screen.row, to: row - 1) + [.delete])
      },
    ]
    prompt.help = [PlainWords.withoutKeys(KeyCarePhrase.laptopsHelp.label, in: language)]
    return prompt
  }
}
