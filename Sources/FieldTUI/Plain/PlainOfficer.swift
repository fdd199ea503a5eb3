import SyncProtocol
import TerminalKit

/// An officer's queue and records as lines: a page of the list by numbers, a record by the numbers of
/// its questions, and a command for each key, called by the name that the help line gives it.
enum PlainOfficer {
  static func prompt(of model: OfficerScreens.Model) -> PlainPrompt {
    let language = model.queue.language
    if let dialog = model.leaving { return .dialog(dialog, language) }
    guard let review = model.review else { return prompt(of: model.queue) }
    return review.overlay.flatMap { PlainOfficerBox.prompt(of: $0, over: review) }
      ?? prompt(of: review)
  }

  /// What happened since the last line.
  static func notices(of model: OfficerScreens.Model) -> [String] {
    let language = model.queue.language
    let notice = model.review.map(\.notice) ?? model.queue.notice
    return notice.map { ["* " + PlainWords.withoutKeys($0.text(in: language), in: language)] } ?? []
  }

  /// A text over the screens that is only read.
  static func text(over model: OfficerScreens.Model) -> ScrollText.Model? {
    switch (model.leaving, model.review?.overlay, model.queue.overlay) {
    case (nil, .help(let text)?, _), (nil, .checks(let text)?, _): text
    case (nil, nil, .help(let text)?) where model.review == nil: text
    default: nil
    }
  }

  private static func prompt(of queue: QueueScreen.Model) -> PlainPrompt {
    let language = queue.language
    if case .bulk(let dialog)? = queue.overlay { return .dialog(dialog, language) }
    var prompt = PlainPrompt.menu(OfficerPhrase.menu.label, language)
    prompt.accepts = PlainAccepts.numberOrWords
    prompt.head = ["\(prompt.ask) · \(QueueScreen.counts(queue))", QueueScreen.filters(queue)]
    if let empty = QueueScreen.emptyPhrase(queue) {
      prompt.head.append(PlainWords.withoutKeys(empty.text(in: language), in: language))
    }
    prompt.options = queue.shown.enumerated().map { place, position in
      let row = queue.rows[position]
      let line = line(of: row, queue)
      return PlainOption(
        place + 1, QueueScreen.name(row, language), said: "\(place + 1) \(line)",
        .press(Key.arrows(from: queue.highlighted, to: place) + [.enter], line))
    }
    prompt.commands = [.back()] + commands(of: QueueScreen.keys, whole: [.bulk, .undo])
    prompt.reads = { line in
      let keys = [.character("/")] + Key.replacing(with: line) + [.enter]
      return .tells(
        PlainTelling(messages: keys.map(\.message), refusal: { nothing(in: $0, language) }))
    }
    return prompt
  }

  private static func nothing(in model: AppModel, _ language: Language) -> String? {
    guard case .officer(let officer) = model.screen, officer.queue.shown.isEmpty else { return nil }
    return RecordsPhrase.noMatch.text(in: language)
  }

  private static func line(of row: QueueRow, _ queue: QueueScreen.Model) -> String {
    let language = queue.language
    return [
      QueueScreen.mark(row, queue), QueueScreen.name(row, language), row.place.text(in: language),
      row.standing.label.text(in: language), QueueScreen.checks(row, language),
    ]
    .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// A command for each key that the help of a screen names, besides those of every prompt.
  static func commands<Action: Equatable>(
    of keys: KeyMap<Action>, whole: [Action]
  ) -> [PlainCommand] {
    keys.bindings.compactMap { binding in
      let key = binding.keys[0]
      guard binding.isShown, ![.enter, .escape, .function(1), .function(2)].contains(key) else {
        return nil
      }
      // Of a name of several words the first will do.
      let short = [binding.label.thai, binding.label.english].compactMap { name -> String? in
        let words = name.split { $0 == " " || $0 == "," }
        return words.count > 2 ? words.first.map(String.init) : nil
      }
      return PlainCommand(
        binding.label.thai, binding.label.english, also: short,
        isWhole: whole.contains(binding.action), .press([key]))
    }
  }
}

extension PlainOfficer {
  private static func prompt(of review: ReviewScreen.Model) -> PlainPrompt {
    let language = review.language
    let row = review.record.row
    var prompt = PlainPrompt(
      name: "record \(row.revision) \(review.showsOnlyChanges)", ask: row.name,
      accepts: Label(
        "พิมพ์เลขข้อ บรรทัดว่างฟังต่อ หรือคำสั่ง เช่น :ตรวจแล้ว :ส่งกลับ",
        "Type the number of a question; an empty line reads on; or :verify, :return."))
    prompt.head = [
      "== \(row.name) · \(row.standing.label.text(in: language))",
      "\(row.place.text(in: language)) · "
        + OfficerPhrase.by(review.record.author).text(in: language),
    ]
    prompt.head += ChecksText.lines(review.record, language).map(\.text)
    if review.showsOnlyChanges {
      prompt.head.append(OfficerPhrase.onlyChanges.text(in: language))
    }
    prompt.options = answers(of: review)
    prompt.brief = review.focused.map { lines(of: $0, at: review.focus, in: review) } ?? []
    prompt.commands =
      [.back()]
      + commands(of: ReviewScreen.keys, whole: [.verify, .return, .reject, .unverify, .undo])
    prompt.whereabouts = { whereabouts(in: review) }
    prompt.reads = { line in PlainNumbers.one(line).flatMap { going(to: $0, in: review) } }
    return prompt
  }

  private static func answers(of review: ReviewScreen.Model) -> [PlainOption] {
    var position = 0
    return review.record.sections.flatMap { section in
      let answers = section.answers.filter { !review.showsOnlyChanges || $0.isChanged }
      guard !answers.isEmpty else { return [PlainOption]() }
      let rows = answers.map { answer in
        defer { position += 1 }
        let said = lines(of: answer, at: position, in: review).joined(separator: "\n")
        return PlainOption(
          nil, answer.label.text(in: review.language), said: said, .again)
      }
      return [.words("-- " + section.title.text(in: review.language))] + rows
    }
  }

  /// Goes to the first answer with a number.
  private static func going(to number: Int, in review: ReviewScreen.Model) -> PlainOutcome {
    let listed = review.listed
    let place = listed.indices.first { self.number(of: listed[$0], at: $0) == number }
    guard let place else {
      let most = listed.indices.map { self.number(of: listed[$0], at: $0) }.max() ?? 0
      return .nothing(PlainPhrase.noSuchNumber(number, of: most).text(in: review.language))
    }
    return .press(Key.arrows(from: review.focus, to: place))
  }

  private static func number(of answer: RecordReading.Answer, at place: Int) -> Int {
    answer.number ?? place + 1
  }

  private static func whereabouts(in review: ReviewScreen.Model) -> [String] {
    let place = review.place.map { [$0.text(in: review.language)] } ?? []
    return [review.record.row.name] + place
      + (review.focused.map { lines(of: $0, at: review.focus, in: review) } ?? [])
  }

  private static func lines(
    of answer: RecordReading.Answer, at position: Int, in review: ReviewScreen.Model
  ) -> [String] {
    let language = review.language
    let isRevealed = review.revealed == answer.path
    let value = answer.value.text(in: language, revealed: isRevealed)
    let number = number(of: answer, at: position)
    var lines = ["\(number) \(answer.label.text(in: language)): \(value)"]
    if let former = answer.former {
      let old = former.text(in: language, revealed: isRevealed)
      lines.append("   \(OfficerPhrase.former.text(in: language)): \(old)")
    }
    lines += review.record.earlierComments(at: answer.path).map { "   < " + $0.text }
    return lines + (review.comment(at: answer.path).map { ["   > " + $0] } ?? [])
  }
}
