import TerminalKit

/// What lies over a page of a form: the review, the list of questions, boxes.
enum PlainFillOverlay {
  /// Nil when the question in focus is asked.
  static func prompt(of model: FillScreen.Model) -> PlainPrompt? {
    switch model.overlay {
    case nil: nil
    case .help: .closed(FillPhrase.theKeys.pageLabel, model.language)
    case .review(let review):
      review.confirm.map { .dialog($0, model.language) } ?? prompt(of: review, in: model)
    case .jump(let list): prompt(of: list, in: model)
    case .languages(let list): prompt(of: list, model.language)
    case .remove(let dialog, _), .abandon(let dialog): .dialog(dialog, model.language)
    case .reason(let field, _): reason(field, model.language)
    }
  }

  /// What is left to do, by the numbers of the questions; all answers are read when asked for.
  private static func prompt(
    of review: ReviewPage.Model, in model: FillScreen.Model
  ) -> PlainPrompt {
    let language = model.language
    let numbers = model.numbers
    var prompt = PlainPrompt.menu(Label("ตรวจทาน", "Review"), language)
    prompt.accepts = Label(
      "พิมพ์เลขข้อเพื่อไปแก้ :อ่าน ฟังทุกคำตอบ :เสร็จ จบแบบสำรวจ",
      "Type the number of a question to go there; :read all answers, :finish.")
    for row in review.rows where !row.isAnswer && !row.finishes {
      let text = PlainWords.withoutKeys(row.text, in: language)
      guard let target = row.target, let number = numbers.number(of: target) else {
        prompt.options.append(.words(row.isTitle ? "-- " + text : text))
        continue
      }
      prompt.options.append(
        PlainOption(number, text, said: "[\(number)] \(text)", go(to: target)))
    }
    prompt.options.removeAll { $0.said.hasPrefix("-- ") && $0.number == nil }
    prompt.foot = [prompt.accepts.text(in: language)]
    prompt.goesOn = .nothing(PlainPhrase.emptyLine.text(in: language))
    prompt.reads = { PlainFillCommands.going(to: $0, in: model) }
    prompt.whereabouts = { [PlainPhrase.inReview(numbers.count).text(in: language)] }
    prompt.commands = commands(review, in: model)
    return prompt
  }

  private static func commands(
    _ review: ReviewPage.Model, in model: FillScreen.Model
  ) -> [PlainCommand] {
    let numbers = model.numbers
    let answers = review.rows.filter { $0.isAnswer || $0.isTitle }.map { row in
      guard let target = row.target, let number = numbers.number(of: target) else {
        return PlainOption.words("-- " + row.text)
      }
      return PlainOption(number, row.text, said: "[\(number)] \(row.text)", go(to: target))
    }
    return [
      .back([.escape], Label("กลับไปที่ข้อเดิม", "back to the question")),
      PlainCommand(
        "อ่าน", "read", Label("ฟังทุกคำตอบ", "every answer"), .offers(answers, [])),
      PlainCommand(
        "แก้", "fix", Label("ข้อแรกที่ต้องแก้", "the first to correct"),
        .tells(PlainTelling(messages: [.fill(.nextFlagged)]))),
      PlainCommand(
        "ข้อ", "list", Label("ทุกข้อ หรือไปที่ข้อ เช่น :ข้อ 7", "go to a question, such as 7")
      ) { PlainFillCommands.going(to: $0, in: model) ?? .nothing("") },
      PlainCommand(
        "เสร็จ", "finish", Label("จบแบบสำรวจ จะถามก่อน", "finish, asked first"), isWhole: true,
        finish(review, model.language)),
    ]
  }

  private static func go(to path: String) -> PlainOutcome {
    .tells(PlainTelling(messages: [.fill(.goTo(path))]))
  }

  private static func finish(_ review: ReviewPage.Model, _ language: Language) -> PlainOutcome {
    guard let stop = review.stops.firstIndex(where: { review.rows[$0].finishes }) else {
      return .nothing(PlainPhrase.notYet.text(in: language))
    }
    return .press(Key.arrows(from: review.highlighted, to: stop) + [.enter])
  }

  private static func prompt(
    of list: JumpList.Model, in model: FillScreen.Model
  ) -> PlainPrompt {
    let language = model.language
    let numbers = model.numbers
    var prompt = PlainPrompt.menu(FormPhrase.jumpTitle.label, language)
    prompt.accepts = PlainAccepts.numberOrWords
    prompt.options = list.found.map { place in
      let row = list.rows[place]
      guard row.mark != .heading, let number = numbers.number(of: row.path) else {
        return .words("-- " + row.text)
      }
      return PlainOption(
        number, row.text, said: "[\(number)] \(row.mark.box)\(row.text)", go(to: row.path))
    }
    prompt.help = [FormPhrase.jumpMarks.text(in: language)]
    prompt.commands = [
      .back([.escape], Label("กลับไปที่ข้อเดิม", "back to the question")),
      PlainCommand(
        "ค้าง", "open",
        (list.showsOpenOnly ? FormPhrase.jumpAll : .jumpOpenOnly).label, .press([.function(3)])),
    ]
    prompt.whereabouts = { [PlainPhrase.inReview(numbers.count).text(in: language)] }
    prompt.reads = { search($0, in: model) }
    return prompt
  }

  /// Another question's number goes there; words are looked for.
  private static func search(_ line: String, in model: FillScreen.Model) -> PlainOutcome {
    if let going = PlainFillCommands.going(to: line, in: model) { return going }
    return .tells(
      PlainTelling(
        messages: Key.replacing(with: line).map(\.message),
        refusal: { app in
          guard case .fill(let now, _) = app.screen, case .jump(let list) = now.overlay,
            list.found.isEmpty
          else { return nil }
          return FormPhrase.jumpNothing.text(in: now.language)
        }))
  }

  private static func prompt(of list: LanguageList.Model, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt.menu(LanguageList.title, language)
    prompt.options = list.list.labels.enumerated().map { place, label in
      PlainOption(
        place + 1, label, said: "\(place + 1) \(label)",
        .press(Key.arrows(from: list.list.highlighted, to: place) + [.enter], label))
    }
    prompt.commands = [.back()]
    return prompt
  }

  private static func reason(_ field: TextField.Model, _ language: Language) -> PlainPrompt {
    let words = FormPhrase.reasonQuestion.text(in: language)
    var prompt = PlainPrompt(
      name: "reason", ask: FormPhrase.reasonTitle.text(in: language), accepts: PlainAccepts.text)
    prompt.head = [words]
    prompt.commands = [.back()]
    prompt.whereabouts = { [FormPhrase.reasonTitle.text(in: language)] }
    prompt.reads = { .press(Key.replacing(with: $0) + [.enter], $0) }
    return prompt
  }
}

extension FillPhrase {
  fileprivate var pageLabel: Label { Label(text(in: .thai), text(in: .english)) }
}

extension ReviewPage.Row {
  /// One of the answers of the record, and not something that is to be done.
  fileprivate var isAnswer: Bool { target != nil && (style == .plain || style == .muted) }

  fileprivate var isTitle: Bool { target == nil && style == .label.bold }
}
