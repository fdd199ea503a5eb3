import SurveyForms
import TerminalKit

/// A form as lines: the question in focus with its choices, and what a typed line does to it.
enum PlainFill {
  /// The most matches of a search that are read out.
  static let mostMatches = 9

  /// What stands on the page at the focus; the section and the groups only when they are new.
  static func lines(
    of model: FillScreen.Model, section: inout String, headings: inout [String]
  ) -> [String] {
    let mark = model.isPractice ? practiceMark(model.language) : []
    if let overlay = overlayLines(of: model) { return mark + overlay }
    var lines: [String] = []
    let title = model.title(ofSection: model.section)
    if title != section {
      lines += mark
      lines.append("== \(model.section + 1)/\(model.sections.count) \(title)")
      section = title
      headings = []
    }
    guard let entry = model.entry else { return lines }
    if entry.headings != headings {
      lines += entry.headings.map { "-- " + $0 }
      headings = entry.headings
    }
    lines += notes(before: entry, in: model)
    return lines + question(entry, in: model)
  }

  /// That nothing of this is kept or sent; said with every section and everything that lies over one.
  private static func practiceMark(_ language: Language) -> [String] {
    let words = [FormPhrase.practice, .practiceNote].map { $0.text(in: language) }
    return ["** " + words.joined(separator: ": ")]
  }

  /// The notes and warnings that stand between the last question and this one.
  private static func notes(before entry: PageEntry, in model: FillScreen.Model) -> [String] {
    let before = model.entries.prefix(model.focus).reversed().prefix { !$0.takesFocus }
    return before.reversed().map { note in
      let mark = note.kind == .warning ? "! " : ""
      return mark + model.session.label(note.path)
    }
  }

  private static func question(_ entry: PageEntry, in model: FillScreen.Model) -> [String] {
    let language = model.language
    if case .addAnother(let prompt) = entry.kind {
      return ["+ " + FillPhrase.addAnother(prompt.label ?? "", prompt.count).text(in: language)]
    }
    let session = model.session
    let star = session.isRequired(entry.path) ? " *" : ""
    var words = session.label(entry.path)
    if case .place = entry.kind { words = FillPhrase.place.text(in: language) }
    var lines = [words + star]
    lines += [session.hint(entry.path)].compactMap { $0 }.map { "   \($0)" }
    lines += model.comments(on: entry).map { FillPhrase.officerSays($0.text).text(in: language) }
    if let former = model.former, !model.comments(on: entry).isEmpty {
      let old = ShownAnswer.lines(of: entry, in: former, model.setting).joined(separator: " ")
      lines.append(FillPhrase.formerAnswer(old.isEmpty ? "-" : old).text(in: language))
    }
    lines += choices(of: model.editor, language)
    let answer = ShownAnswer.lines(of: entry, in: session, model.setting)
    if !answer.isEmpty {
      lines.append("\(PlainPhrase.answerNow.text(in: language)): \(answer.joined(separator: " "))")
    }
    if let problem = entry.covers.compactMap(model.shownProblem(at:)).first {
      lines.append("! " + problem)
    }
    lines += model.similarWarnings(at: entry).map { "! " + $0 }
    if let problem = model.editor.typed?.problem { lines.append("! " + problem.text(in: language)) }
    return lines
  }

  /// The choices with the numbers that take them; of a list that is searched, those that fit.
  private static func choices(of editor: QuestionEditor, _ language: Language) -> [String] {
    switch editor {
    case .choice(let model):
      return numbered(model.choices.map { ($0.label, $0.name == model.chosen) }, "()")
    case .manyChoices(let model):
      return numbered(
        model.choices.enumerated().map { ($1.label, model.chosen.contains($0)) }, "[]")
    case .rank(let model):
      return zip(numbered(model.choices.map { ($0.label, false) }, nil), model.ranking.ranks)
        .map { row, rank in row + (rank.map { " = \($0)" } ?? "") }
        + [RankPhrase.howToLine(model.choices.count).text(in: language)]
    case .trigger(let model): return [TriggerQuestion.text(isDone: model.isDone, in: language)]
    case .text, .number, .nationalID, .date, .longChoice, .place, .range, .manyFound, .file, .inert:
      return []
    }
  }

  private static func numbered(_ choices: [(String, Bool)], _ box: String?) -> [String] {
    choices.enumerated().map { index, choice in
      let mark = box.flatMap { box -> String? in
        guard let open = box.first, let close = box.last else { return nil }
        return "\(open)\(choice.1 ? "x" : " ")\(close) "
      }
      return "   \(mark ?? "")\(index + 1) \(choice.0)"
    }
  }

  /// The keys that a line means at the focus.
  static func keys(for line: String, in model: FillScreen.Model) -> [Key] {
    if case .help = model.overlay {
      var page = model
      page.overlay = nil
      return PlainKeys.closing(line) ?? [.escape] + keys(for: line, in: page)
    }
    if let key = PlainKeys.command(line) {
      if key == .backspace, model.editor.typed != nil { return [.control("u"), .enter] }
      // What was looked for here stands in no field that anybody sees: it holds nobody.
      return model.overlay == nil && matches(in: model) != nil ? [.control("u"), key] : [key]
    }
    if let keys = overlayKeys(for: line, in: model) { return keys }
    // Going on does not take the first match of a search.
    if line.isEmpty { return matches(in: model) == nil ? [.enter] : [.control("u"), .enter] }
    switch model.editor {
    case .choice(let choice):
      guard let number = PlainKeys.number(line), choice.choices.indices.contains(number - 1),
        number <= 9
      else { return [.character(line.unicodeScalars.first ?? " ")] }
      return [.character(Unicode.Scalar(UInt8(0x30 + number)))]
    case .manyChoices(let many):
      return PlainKeys.numbers(line).map { PlainKeys.tick($0, in: many) } ?? []
    case .rank(let rank): return PlainKeys.rank(line, in: rank)
    case .trigger, .inert: return [.character(line.unicodeScalars.first ?? " ")]
    case .longChoice, .place, .manyFound: return searchKeys(for: line, in: model)
    case .text, .number, .nationalID, .date, .range, .file: return PlainKeys.typed(line)
    }
  }

  /// A number takes a match of the search before; any other line is looked for.
  private static func searchKeys(for line: String, in model: FillScreen.Model) -> [Key] {
    if let number = PlainKeys.number(line), let found = matches(in: model),
      found.indices.contains(number - 1)
    {
      return Array(repeating: .down, count: number - 1) + [.enter]
    }
    return [.control("u"), .paste(line)]
  }

  /// The matches of what was typed to search for; nil when nothing was.
  static func matches(in model: FillScreen.Model) -> [String]? {
    switch model.editor {
    case .longChoice(let list) where !list.search.field.text.isEmpty:
      list.found.prefix(mostMatches + 1).map { list.choices.all[$0].label }
    case .manyFound(let list) where !list.search.field.text.isEmpty:
      list.found.prefix(mostMatches + 1).map { list.choices.all[$0].label }
    case .place(let place) where !place.search.field.text.isEmpty:
      place.found.codes.prefix(mostMatches + 1).map { PlaceQuestion.text(of: $0, model.setting) }
    default: nil
    }
  }
}

extension PlainFill {
  /// What lies over the page, as lines; nil when nothing does.
  private static func overlayLines(of model: FillScreen.Model) -> [String]? {
    switch model.overlay {
    case nil: nil
    case .help: help(for: model)
    case .review(let review): review.confirm.map(lines(of:)) ?? lines(of: review)
    case .jump(let list):
      list.found.enumerated().map { number, index in
        let row = list.rows[index]
        return "\(number + 1) \(row.mark.box)\(row.text)"
      }
    case .languages(let list): list.list.labels.enumerated().map { "\($0 + 1) \($1)" }
    case .remove(let dialog, _), .abandon(let dialog): lines(of: dialog)
    case .reason: [FormPhrase.reasonQuestion.text(in: model.language)]
    }
  }

  /// The question with its hint and guidance, how a line answers it, and the commands; no key of the
  /// screens is named.
  private static func help(for model: FillScreen.Model) -> [String] {
    let entry = model.entry
    let question = entry.map { entry in
      [
        model.session.label(entry.path), model.session.hint(entry.path),
        model.session.guidance(entry.path),
      ].compactMap(\.self)
    }
    return (question ?? []) + [
      howTo(model.editor, model.language), PlainPhrase.commands.text(in: model.language),
      FillPhrase.whomToAsk.text(in: model.language),
    ]
  }

  private static func howTo(_ editor: QuestionEditor, _ language: Language) -> String {
    switch editor {
    case .choice: PlainPhrase.howToChoose.text(in: language)
    case .manyChoices: PlainPhrase.howToTick.text(in: language)
    case .rank(let model): RankPhrase.howToLine(model.choices.count).text(in: language)
    case .longChoice, .place, .manyFound: PlainPhrase.howToFind.text(in: language)
    case .range: FillPhrase.howToNumber.text(in: language)
    case .text, .number, .nationalID, .date, .trigger, .file, .inert:
      FillPhrase.how(to: editor).text(in: language)
    }
  }

  private static func lines(of review: ReviewPage.Model) -> [String] {
    var number = 0
    return review.rows.map { row in
      guard row.target != nil || row.finishes else { return "-- " + row.text }
      number += 1
      return "\(number) \(row.text)"
    }
  }

  static func lines(of dialog: Dialog.Model) -> [String] {
    [dialog.title, dialog.text] + dialog.buttons.enumerated().map { "\($0 + 1) \($1)" }
  }

  private static func overlayKeys(for line: String, in model: FillScreen.Model) -> [Key]? {
    switch model.overlay {
    case nil, .help: return nil
    case .review(let review) where review.confirm == nil:
      guard let number = PlainKeys.number(line), review.stops.indices.contains(number - 1) else {
        return [.escape]
      }
      return PlainKeys.move(from: review.highlighted, to: number - 1) + [.enter]
    case .review, .remove, .abandon: return dialogKeys(for: line)
    case .jump(let list):
      guard let number = PlainKeys.number(line), list.found.indices.contains(number - 1) else {
        return line.isEmpty ? [.escape] : [.control("u"), .paste(line)]
      }
      return PlainKeys.move(from: list.highlighted, to: number - 1) + [.enter]
    case .languages(let languages):
      guard let number = PlainKeys.number(line), languages.options.indices.contains(number - 1)
      else { return [.escape] }
      return PlainKeys.move(from: languages.list.highlighted, to: number - 1) + [.enter]
    case .reason: return PlainKeys.typed(line)
    }
  }

  /// A button by its number; an empty line is the harmless one.
  static func dialogKeys(for line: String) -> [Key] {
    guard let number = PlainKeys.number(line), (1...9).contains(number) else { return [.enter] }
    return [.character(Unicode.Scalar(UInt8(0x30 + number)))]
  }
}
