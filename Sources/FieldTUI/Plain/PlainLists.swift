import OfflineStore
import TerminalKit

/// The lists of records and of forms as lines, ten at a time.
enum PlainLists {
  static func prompt(
    of screen: RecordListScreen.Model, _ language: Language
  ) -> PlainPrompt {
    var prompt = PlainPrompt.menu(screen.kind.title, language)
    prompt.accepts = PlainAccepts.numberOrWords
    prompt.options = screen.found.enumerated().map { row, record in
      let line = line(of: record, screen, language)
      return PlainOption(
        row + 1, record.title, said: "\(row + 1) \(line)",
        .press(Key.arrows(from: screen.row, to: row) + [.enter], line))
    }
    if screen.found.isEmpty { prompt.foot = [Phrase.none.text(in: language)] }
    let isSearched = !screen.search.text.isEmpty
    prompt.commands =
      [.back(isSearched ? [.escape, .escape] : [.escape])] + commands(screen, language)
    prompt.reads = { line in
      let messages = Key.replacing(with: line).map(\.message)
      return .tells(
        PlainTelling(
          messages: messages, echo: { found(in: $0, language) },
          refusal: { nothing(in: $0, language) }))
    }
    return prompt
  }

  private static func line(
    of record: RecordSummary, _ screen: RecordListScreen.Model, _ language: Language
  ) -> String {
    let house = record.card?.house ?? ""
    let parts = [
      RecordListScreen.name(of: record, language), house, screen.formTitles[record.formID] ?? "",
      record.state.phrase.text(in: language),
      RecordListScreen.detail(record, language),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What a key does to the highlighted record, done to the one of a number; each a whole word, for it
  /// changes what becomes of a record.
  private static func commands(
    _ screen: RecordListScreen.Model, _ language: Language
  ) -> [PlainCommand] {
    var commands = RecordListScreen.keys(screen.kind).bindings.compactMap { binding in
      let key = binding.keys[0]
      guard ![.open, .back].contains(binding.action) else { return nil as PlainCommand? }
      if binding.action == .order {
        return PlainCommand(binding.label.thai, binding.label.english, nil, .press([key]))
      }
      return PlainCommand(
        binding.label.thai, binding.label.english,
        Label("แล้วเลขหน้ารายการ เช่น :\(binding.label.thai) 2", "and a number, such as 2"),
        isWhole: true
      ) { rest in
        guard let row = PlainNumbers.one(rest), screen.found.indices.contains(row - 1) else {
          return .nothing(PlainPhrase.whichNumber.text(in: language))
        }
        return .press(
          Key.arrows(from: screen.row, to: row - 1) + [key], screen.found[row - 1].title)
      }
    }
    if !screen.search.text.isEmpty {
      commands.append(
        PlainCommand("ทั้งหมด", "all", Label("ทุกรายการ", "the whole list"), .press([.escape])))
    }
    return commands
  }

  private static func found(in model: AppModel, _ language: Language) -> [String] {
    guard case .list(let list) = model.screen else { return [] }
    return [PlainPhrase.found(list.found.count).text(in: language)]
  }

  private static func nothing(in model: AppModel, _ language: Language) -> String? {
    guard case .list(let list) = model.screen, list.found.isEmpty else { return nil }
    return RecordsPhrase.noMatch.text(in: language)
  }

  /// A record that is read again: what is known of it and every answer, a page at a time, and a
  /// command for each key.
  static func prompt(of screen: ReadingScreen.Model, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt.menu(VillagePhrase.read.label, language)
    prompt.accepts = PlainAccepts.onward
    let lines = ReadingLines(screen, width: 40, language, wraps: false).lines
    prompt.options = lines.map { line in
      line.label.isEmpty ? line.value : "\(line.label): \(line.value)"
    }.filter { !$0.isEmpty }.map { .words($0) }
    prompt.goesOn = .more
    prompt.commands =
      [.back()]
      + ReadingScreen.keys(screen).bindings.filter { $0.action != .back }.map { binding in
        PlainCommand(
          binding.label.thai, binding.label.english, nil, isWhole: true, .press([binding.keys[0]]))
      }
    return prompt
  }

  static func prompt(of screen: FormsScreen.Model, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt.menu(FormsPhrase.title.label, language)
    prompt.accepts = PlainAccepts.numberOrWords
    prompt.options = screen.found.enumerated().map { row, place in
      let text = FormsScreen.text(of: screen.rows[place], language)
      return PlainOption(
        row + 1, screen.rows[place].title, said: "\(row + 1) \(text)",
        .press(Key.arrows(from: screen.row, to: row) + [.enter], text))
    }
    prompt.commands = [.back()]
    prompt.reads = { line in
      let messages = Key.replacing(with: line).map(\.message)
      return .tells(
        PlainTelling(
          messages: messages,
          refusal: { model in
            guard case .forms(let forms) = model.screen, forms.found.isEmpty else { return nil }
            return RecordsPhrase.noMatch.text(in: language)
          }))
    }
    return prompt
  }
}
