import SyncProtocol
import TerminalKit

/// The boxes over a record that an officer reads: a remark, the reasons of a decision, its files.
enum PlainOfficerBox {
  static func prompt(
    of overlay: ReviewScreen.Overlay, over review: ReviewScreen.Model
  ) -> PlainPrompt? {
    let language = review.language
    return switch overlay {
    case .help, .checks: .closed(OfficerPhrase.keysTitle.label, language)
    case .care(let dialog): .dialog(dialog, language)
    case .comment(let path, let field): comment(at: path, field, review)
    case .reasons(let box): prompt(of: box, language)
    case .files(let box): prompt(of: box, language)
    }
  }

  private static func comment(
    at path: String, _ field: TextField.Model, _ review: ReviewScreen.Model
  ) -> PlainPrompt {
    let language = review.language
    let name = review.record.name(of: path, in: language)
    let title = "\(OfficerPhrase.comment.text(in: language)) · \(name)"
    var prompt = PlainPrompt(
      name: "comment " + path, ask: title,
      accepts: Label(
        "พิมพ์ความเห็นที่หมู่บ้านจะได้อ่าน :กลับ ไม่แก้",
        "Type the remark that the village reads; :back leaves it."))
    prompt.head = ["\(title): \(field.text)"]
    prompt.commands = [
      .back(),
      PlainCommand(
        "ล้าง", "clear", Label("ลบความเห็นนี้", "take the remark away"),
        .press([.control("u"), .enter])),
    ]
    prompt.whereabouts = { [title] }
    prompt.reads = { line in
      writing(Key.replacing(with: line) + [.enter], line, over: field.text, language)
    }
    return prompt
  }

  /// What stands there already is replaced only after a yes.
  private static func writing(
    _ keys: [Key], _ line: String, over old: String, _ language: Language
  ) -> PlainOutcome {
    let telling = PlainTelling(messages: keys.map(\.message), echo: { _ in ["= " + line] })
    guard !old.isBlank, old != line else { return .tells(telling) }
    return .asks(PlainPhrase.replaces(old).text(in: language), telling)
  }

  private static func prompt(of box: ReasonsBox.Model, _ language: Language) -> PlainPrompt {
    let title = OfficerPhrase.reasonsTitle(box.decision).text(in: language)
    let reasons = box.decision.offeredReasons
    var prompt = PlainPrompt(
      name: "reasons " + title, ask: title,
      accepts: Label(
        "พิมพ์เลขเหตุผล เช่น 1 3 หรือหมายเหตุ แล้ว :ตกลง เพื่อตัดสิน :กลับ ยังไม่ตัดสิน",
        "Type the numbers of the reasons, such as 1 3, or a note; :decide decides, :back does not.")
    )
    prompt.head = [title]
    prompt.options = reasons.enumerated().map { place, reason in
      let tick = box.list.chosen.contains(place) ? "[x]" : "[ ]"
      return .words("   \(tick) \(place + 1) \(reason.label.text(in: language))")
    }
    let missing = OfficerPhrase.reasonMissing(box.decision).text(in: language)
    prompt.foot =
      ["\(OfficerPhrase.note.text(in: language)) \(box.body.note)"]
      + [box.lacksReason ? "! " + missing : prompt.accepts.text(in: language)]
    prompt.commands = [
      .back(),
      PlainCommand(
        "ตกลง", "decide", Label("ตัดสินตามนี้", "decide so"), isWhole: true,
        box.body.suffices(for: box.decision) ? .press([.enter]) : .nothing(missing)),
    ]
    prompt.whereabouts = { [title] }
    prompt.reads = { read($0, in: box, language) }
    return prompt
  }

  private static func read(
    _ line: String, in box: ReasonsBox.Model, _ language: Language
  ) -> PlainOutcome {
    let labels = box.decision.offeredReasons.map { $0.label.text(in: language) }
    let named = labels.firstIndex { PlainCommand.folded($0) == PlainCommand.folded(line) }
    guard
      let selection = PlainSelection(line, of: labels.count)
        ?? named.map({ PlainSelection.also([$0 + 1]) })
    else {
      let keys = [.tab] + Key.replacing(with: line) + [.tab]
      return writing(keys, line, over: box.body.note, language)
    }
    if case .wrong(let why) = selection { return .nothing(why.text(in: language)) }
    let before = box.list.chosen.sorted().map { $0 + 1 }
    let after = Set(selection.applied(to: before))
    let keys = after.symmetricDifference(before).sorted().map(Key.digit)
    let echo = after.sorted().map { "= \($0) \(labels[$0 - 1])" }
    let telling = PlainTelling(messages: keys.map(\.message), echo: { _ in echo })
    let dropped = selection.drops(of: before).map { "\($0) \(labels[$0 - 1])" }
    guard !dropped.isEmpty else { return .tells(telling) }
    return .asks(PlainPhrase.drops(dropped).text(in: language), telling)
  }

  private static func prompt(of box: FilesBox.Model, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt.menu(OfficerPhrase.filesTitle.label, language)
    prompt.commands = [.back()]
    prompt.foot = [FilesBox.words(box)?.text(in: language)].compactMap(\.self)
      .map { PlainWords.withoutKeys($0, in: language) }
    guard let path = box.path?.text else {
      prompt.options = (box.files ?? []).enumerated().map { row, file in
        let line = FilesBox.line(file, language)
        return PlainOption(
          row + 1, file.name, said: "   \(row + 1) \(line)",
          .press(Key.arrows(from: box.row, to: row) + [.enter], line))
      }
      return prompt
    }
    prompt.name = "file path"
    prompt.options = [PlainOption(1, path, .press([.enter], path))]
    prompt.accepts = Label(
      "พิมพ์ 1 เพื่อใช้ชื่อที่บอก หรือพิมพ์ที่อยู่อื่นที่ขึ้นต้นด้วย / หรือ ~",
      "Type 1 for this name, or another path, which begins with / or ~.")
    prompt.reads = { line in
      guard line.hasPrefix("/") || line.hasPrefix("~") else { return nil }
      return .press(Key.replacing(with: line) + [.enter], line)
    }
    return prompt
  }
}
