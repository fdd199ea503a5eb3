import TerminalKit

/// What a sync came to, and the road by stick, as lines.
enum PlainSending {
  static func prompt(of screen: SendScreen.Model, _ language: Language) -> PlainPrompt {
    if let stick = screen.stick { return prompt(of: stick, language) }
    var prompt = PlainPrompt.menu(SendPhrase.title.label, language)
    guard case .over(let report) = screen.phase else {
      prompt.head.append(SendPhrase.connecting.text(in: language))
      prompt.commands = [.back()]
      return prompt
    }
    prompt.head = [
      PlainWords.withoutKeys(
        SendScreen.words(of: report, reports: screen.reports, in: language).0, in: language)
    ]
    prompt.options = screen.records.filter { screen.sending.contains($0.id) }.map { record in
      .words("   \(record.title) · \(record.state.phrase.text(in: language))")
    }
    prompt.accepts = Label(
      ":ส่ง ส่งอีกครั้ง · :แฟลช ส่งด้วยแฟลชไดรฟ์ · :กลับ", ":send again, :stick by USB stick, :back")
    prompt.foot = [prompt.accepts.text(in: language)]
    prompt.commands = [
      .back(),
      PlainCommand("ส่ง", "send", SendPhrase.again.label, isWhole: true, .press([.enter])),
      PlainCommand("แฟลช", "stick", StickPhrase.title.label, .press([.function(8)])),
    ]
    return prompt
  }

  private static func prompt(of box: StickBox.Model, _ language: Language) -> PlainPrompt {
    let title = StickPhrase.title.text(in: language)
    let folder = box.folder.text
    var prompt = PlainPrompt(
      name: "stick", ask: StickPhrase.folder.text(in: language) + ": " + folder,
      accepts: Label(
        "พิมพ์ 1 เพื่อใช้โฟลเดอร์นี้ หรือพิมพ์โฟลเดอร์อื่นที่ขึ้นต้นด้วย /",
        "Type 1 for this folder, or another one, which begins with /."))
    prompt.context = ["== " + title]
    prompt.head = StickBox.sentences(box).map { PlainWords.withoutKeys($0.0, in: language) }
    let use = "\(StickPhrase.write.text(in: language)): \(folder)"
    prompt.options = [PlainOption(1, use, .press([.enter], use))]
    prompt.foot = [prompt.accepts.text(in: language)]
    prompt.commands = [.back()]
    prompt.whereabouts = { [title] }
    prompt.reads = { line in
      guard line.hasPrefix("/") else { return nil }
      return .press(Key.replacing(with: line) + [.enter], line)
    }
    return prompt
  }
}
