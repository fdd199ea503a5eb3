import SurveyForms
import TerminalKit
import ThaiText

/// A form as lines: the question in focus, and what a typed line does to it.
enum PlainFill {
  static func prompt(of model: FillScreen.Model) -> PlainPrompt {
    PlainFillOverlay.prompt(of: model) ?? question(model)
  }

  private static func question(_ model: FillScreen.Model) -> PlainPrompt {
    let language = model.language
    let label = words(of: model.entry, in: model)
    var prompt = PlainPrompt(
      name: "question \(model.entry?.path ?? "")", ask: label, accepts: PlainAccepts.onward)
    let title = model.title(ofSection: model.section)
    prompt.context =
      practiceMark(of: model) + ["== \(model.section + 1)/\(model.sections.count) \(title)"]
      + (model.entry?.headings.map { "-- " + $0 } ?? [])
    prompt.commands = PlainFillCommands.commands(of: model)
    prompt.whereabouts = { whereabouts(in: model) }
    prompt.goesOn = .tells(PlainTelling(messages: [.fill(.goOn)]))
    guard let entry = model.entry, entry.takesFocus else {
      prompt.head = notes(model.entries[...], in: model)
      prompt.accepts = PlainAccepts.onward
      return prompt
    }
    prompt.head = notes(before: entry, in: model) + [label] + remarks(on: entry, in: model)
    prompt.help = [model.session.hint(entry.path), model.session.guidance(entry.path)]
      .compactMap(\.self).map { "   " + $0 }
    prompt.foot =
      standing(entry, in: model) + notes(after: entry, in: model)
    PlainEditor.fill(&prompt, for: model, language)
    return prompt
  }

  /// That nothing of this is kept or sent.
  private static func practiceMark(of model: FillScreen.Model) -> [String] {
    guard model.isPractice else { return [] }
    let words = [FormPhrase.practice, .practiceNote].map { $0.text(in: model.language) }
    return ["** " + words.joined(separator: ": ")]
  }

  /// The question with its number, and a star when it must be answered.
  private static func words(of entry: PageEntry?, in model: FillScreen.Model) -> String {
    guard let entry else { return "" }
    if case .addAnother(let prompt) = entry.kind {
      return "+ "
        + PlainWords.withoutKeys(
          FillPhrase.addAnother(prompt.label ?? "", prompt.count).text(in: model.language),
          in: model.language)
    }
    let star = entry.covers.contains(where: model.session.isRequired) ? " *" : ""
    let number = model.numbers.number(of: entry.path).map { "[\($0)] " } ?? ""
    return number + label(of: entry, in: model) + star
  }

  static func label(of entry: PageEntry, in model: FillScreen.Model) -> String {
    if case .place = entry.kind { return FillPhrase.place.text(in: model.language) }
    return model.session.label(entry.path)
  }

  /// The notes and warnings that stand between the last question and this one.
  private static func notes(before entry: PageEntry, in model: FillScreen.Model) -> [String] {
    let before = model.entries.prefix(model.focus).reversed().prefix { !$0.takesFocus }
    return notes(Array(before.reversed())[...], in: model)
  }

  /// Those behind the last question of a page, which has no later one to be said with.
  private static func notes(after entry: PageEntry, in model: FillScreen.Model) -> [String] {
    let after = model.entries.dropFirst(model.focus + 1)
    return after.contains(where: \.takesFocus) ? [] : notes(after, in: model)
  }

  private static func notes(_ entries: ArraySlice<PageEntry>, in model: FillScreen.Model)
    -> [String]
  {
    entries.filter { !$0.takesFocus }.map { note in
      (note.kind == .warning ? "! " : "") + model.session.label(note.path)
    }
  }

  private static func remarks(on entry: PageEntry, in model: FillScreen.Model) -> [String] {
    let comments = model.comments(on: entry)
    guard !comments.isEmpty else { return [] }
    let said = comments.map { FillPhrase.officerSays($0.text).text(in: model.language) }
    guard let former = model.former else { return said }
    let old = ShownAnswer.lines(of: entry, in: former, model.setting).joined(separator: " ")
    return said + [FillPhrase.formerAnswer(old.isEmpty ? "-" : old).text(in: model.language)]
  }

  /// The answer as it stands, and what is wrong with it.
  private static func standing(_ entry: PageEntry, in model: FillScreen.Model) -> [String] {
    let answer = ShownAnswer.lines(of: entry, in: model.session, model.setting)
    let words = PlainPhrase.answerNow.text(in: model.language)
    let problem = entry.covers.compactMap(model.shownProblem(at:)).first.map { ["! " + $0] } ?? []
    let similar = model.similarWarnings(at: entry).map { "! " + $0 }
    // Among the choices it is marked already.
    if model.editor.marksChoices { return problem + similar }
    return (answer.isEmpty ? [] : ["\(words): \(answer.joined(separator: " "))"]) + problem
      + similar
  }

  private static func whereabouts(in model: FillScreen.Model) -> [String] {
    let numbers = model.numbers
    let answered = numbers.count { entry in
      entry.covers.contains { !model.session.value($0).isEmpty }
    }
    let number = model.entry.flatMap { numbers.number(of: $0.path) }
    let title =
      "\(model.section + 1)/\(model.sections.count) "
      + model.title(ofSection: model.section)
    let counts = PlainPhrase.place(number, of: numbers.count, answered: answered)
    let saved: FillPhrase = model.saving.isDone ? .saved : .notSaved
    return [
      "== " + title, counts.text(in: model.language), words(of: model.entry, in: model),
      saved.text(in: model.language),
    ].filter { !$0.isEmpty }
  }
}

extension PlainFill {
  /// What happened in the form; why a record came back is said when it is opened.
  static func notices(of model: FillScreen.Model, _ memory: inout PlainMemory) -> [String] {
    let language = model.language
    var lines: [String] = []
    if memory.record != model.record {
      memory.record = model.record
      if case .help? = model.overlay {} else { lines += why(model) }
    }
    if let notice = model.notice {
      lines.append("* " + PlainWords.withoutKeys(notice.text(in: language), in: language))
    }
    guard model.saving.hasFailed else { return lines }
    let again: PlainPhrase? = model.saving.mayLeaveUnsaved ? .leaveAgain : nil
    return lines
      + [PlainPhrase.notAllSaved, again].compactMap { $0.map { "! " + $0.text(in: language) } }
  }

  private static func why(_ model: FillScreen.Model) -> [String] {
    let general = model.comments.filter(\.path.isEmpty)
    let others = model.comments.count - general.count
    guard !model.comments.isEmpty else { return [] }
    let count = FormPhrase.remarksOnQuestions(others).text(in: model.language)
    return [RecordsPhrase.reasons.text(in: model.language)] + general.map { "- " + $0.text }
      + (others > 0 ? [PlainWords.withoutKeys(count, in: model.language)] : [])
  }

  /// What a line has answered: kept whole or refused whole, and said as it is kept.
  static func answers(
    _ answers: [Answer], goesOn: Bool = true, in model: FillScreen.Model, _ remarks: [String] = []
  ) -> PlainOutcome {
    .tells(telling(answers, goesOn: goesOn, in: model, remarks))
  }

  static func telling(
    _ answers: [Answer], goesOn: Bool, in model: FillScreen.Model, _ remarks: [String] = []
  ) -> PlainTelling {
    let asked = model.saving.asked
    return PlainTelling(
      messages: [.fill(.answer(answers, goesOn: goesOn))],
      echo: { app in
        guard case .fill(let now, _) = app.screen else { return [] }
        return echo(of: model, now) + remarks + newWarnings(since: model, now)
      },
      refusal: { app in
        guard case .fill(let now, _) = app.screen, now.saving.asked == asked else { return nil }
        let why = now.notice ?? now.editor.typed?.problem ?? .notOffered
        return PlainWords.withoutKeys(why.text(in: now.language), in: now.language)
      })
  }

  /// The answer of the question that a line was for, in words; of a national ID all of it.
  static func echo(of model: FillScreen.Model, _ now: FillScreen.Model) -> [String] {
    guard let entry = model.entry else { return [] }
    let language = now.language
    if case .nationalID = model.editor {
      let value = now.session.value(entry.path)
      if value.utf8.count == 13, value.allSatisfy(\.isASCII) {
        return ["= " + PlainWords.digits(of: NationalID.grouping(value))]
      }
    }
    let lines = ShownAnswer.lines(of: entry, in: now.session, now.setting)
    guard !lines.isEmpty else { return ["= " + PlainPhrase.cleared.text(in: language)] }
    let isSame = entry.covers.allSatisfy { model.session.value($0) == now.session.value($0) }
    let same = isSame ? " " + PlainPhrase.same.text(in: language) : ""
    return lines.enumerated().map { place, line in (place == 0 ? "= " : "  ") + line + same }
  }

  /// The warnings that the answer has raised, which may stand on another page.
  private static func newWarnings(
    since model: FillScreen.Model, _ now: FillScreen.Model
  ) -> [String] {
    let shown = now.entries.prefix(now.focus).reversed().prefix { !$0.takesFocus }.map(\.path)
    // What stands before the next question is said with it.
    let isSaid = now.overlay == nil ? shown : []
    let known = Set(model.session.warnings().map(\.path) + isSaid)
    return now.session.warnings().filter { !known.contains($0.path) }.map { "! " + $0.text }
  }
}

extension QuestionEditor {
  /// Whether the choices that are said show which is the answer.
  fileprivate var marksChoices: Bool {
    switch self {
    case .choice, .manyChoices, .trigger: true
    case .text, .number, .nationalID, .date, .longChoice, .place, .rank, .range, .manyFound, .file,
      .inert:
      false
    }
  }
}
