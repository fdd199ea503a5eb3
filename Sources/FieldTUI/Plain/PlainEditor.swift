import SurveyForms
import TerminalKit

/// How each kind of question is answered by a line.
enum PlainEditor {
  static func fill(
    _ prompt: inout PlainPrompt, for model: FillScreen.Model, _ language: Language
  ) {
    if case .addAnother(let offer)? = model.entry?.kind { return add(&prompt, offer, language) }
    switch model.editor {
    case .choice(let list):
      prompt.accepts = PlainAccepts.number
      prompt.options = choices(list.choices, chosen: list.chosen, at: list.path, in: model)
    case .longChoice(let list):
      prompt.accepts = PlainAccepts.search
      prompt.options = choices(list.choices.all, chosen: list.chosen, at: list.path, in: model)
      let options = prompt.options
      prompt.reads = { offer(list.choices.find($0).map { options[$0] }, language) }
    case .manyChoices(let list):
      PlainTicks(
        path: list.path, choices: list.choices, chosen: list.chosen, goesOn: true
      ).fill(&prompt, in: model)
    case .manyFound(let list):
      let ticks = PlainTicks(
        path: list.path, choices: list.choices.all, chosen: list.chosen, goesOn: false)
      ticks.fill(&prompt, in: model)
      let reads = prompt.reads
      prompt.accepts = PlainAccepts.searchMany
      prompt.reads = { line in
        reads(line)
          ?? offer(list.choices.find(line).map { ticks.option($0, in: model) }, language)
      }
    case .rank(let rank): PlainRanks(model: rank).fill(&prompt, in: model)
    case .place(let place):
      prompt.accepts = PlainAccepts.search
      prompt.reads = { find($0, place, in: model) }
    case .trigger(let trigger):
      prompt.accepts = PlainAccepts.number
      let done = PlainWords.withoutKeys(FillPhrase.acknowledged.text(in: language), in: language)
      let answer = Answer(path: trigger.path, text: "OK")
      prompt.options = [
        PlainOption(
          1, done, said: "   [\(trigger.isDone ? "x" : " ")] 1 \(done)",
          PlainFill.answers([answer], in: model))
      ]
    case .text, .number, .nationalID, .date, .range, .file: type(&prompt, in: model)
    case .inert: prompt.accepts = PlainAccepts.onward
    }
  }

  private static func add(
    _ prompt: inout PlainPrompt, _ offer: RepeatPrompt, _ language: Language
  ) {
    let name = PlainWords.withoutKeys(
      FillPhrase.addAnother(offer.label ?? "", offer.count).text(in: language), in: language)
    prompt.accepts = Label("1 เพิ่ม บรรทัดว่างไปต่อ", "1 adds one, an empty line goes on.")
    let added = PlainTelling(messages: [.fill(.add(offer.path))], echo: { _ in ["= 1 " + name] })
    prompt.options = [PlainOption(1, name, .tells(added))]
  }

  private static func choices(
    _ choices: [OfferedChoice], chosen: String?, at path: String, in model: FillScreen.Model
  ) -> [PlainOption] {
    choices.enumerated().map { place, choice in
      let mark = choice.name == chosen ? "(x)" : "( )"
      return PlainOption(
        place + 1, choice.label, said: "   \(mark) \(place + 1) \(choice.label)",
        PlainFill.answers([Answer(path: path, text: choice.name)], in: model))
    }
  }

  /// Offers what a search found, numbered from 1.
  static func offer(_ found: [PlainOption], _ language: Language) -> PlainOutcome {
    guard !found.isEmpty else { return .nothing(PlainPhrase.nothingFound.text(in: language)) }
    let options = found.enumerated().map { PlainOption($0 + 1, $1.label, $1.outcome) }
    return .offers(options, [PlainPhrase.found(options.count).text(in: language)])
  }

  /// Offers the places of a name; none is taken unheard.
  private static func find(
    _ line: String, _ place: PlaceQuestion.Model, in model: FillScreen.Model
  ) -> PlainOutcome {
    var place = place
    for key in Key.replacing(with: line) { _ = PlaceQuestion.update(&place, key, model.setting) }
    let options = place.found.codes.enumerated().map { row, code in
      place.code = code
      return PlainOption(
        row + 1, PlaceQuestion.text(of: code, model.setting),
        PlainFill.answers(PlaceQuestion.answers(place), in: model))
    }
    guard !options.isEmpty else {
      return .nothing(FormPhrase.placeNotFound.text(in: model.language))
    }
    return offer(options, model.language)
  }

  private static func type(_ prompt: inout PlainPrompt, in model: FillScreen.Model) {
    switch model.editor {
    case .text(let text) where text.kind == .masked: prompt.isSecret = true
    default: break
    }
    let how = FillPhrase.how(to: model.editor)
    prompt.accepts = Label(
      PlainWords.withoutKeys(how.text(in: .thai), in: .thai),
      PlainWords.withoutKeys(how.text(in: .english), in: .english))
    if case .range = model.editor {
      let number = FillPhrase.howToNumber
      prompt.accepts = Label(number.text(in: .thai), number.text(in: .english))
    }
    prompt.reads = { typed($0, in: model) }
  }

  /// Tries a line in a copy of the field: what it does not take is in no field afterwards.
  private static func typed(_ line: String, in model: FillScreen.Model) -> PlainOutcome {
    var editor = model.standingEditor
    for key in Key.replacing(with: line) { _ = editor.update(key, model.setting) }
    guard let text = editor.typed, text.problem == nil, !text.field.text.isBlank else {
      return refusal(of: editor, line, model.language)
    }
    let remarks = remarks(of: editor, model.setting)
    let effects = editor.update(.enter, model.setting)
    for case .answer(let answers) in effects {
      return PlainFill.answers(answers, in: model, remarks)
    }
    guard effects.contains(.goOn) else { return refusal(of: editor, line, model.language) }
    // The same text again.
    return .tells(
      PlainTelling(
        messages: [.fill(.goOn)], echo: { _ in PlainFill.echo(of: model, model) + remarks }))
  }

  private static func refusal(
    of editor: QuestionEditor, _ line: String, _ language: Language
  ) -> PlainOutcome {
    guard let problem = editor.typed?.problem else {
      return PlainReading.notUnderstood(line, language)
    }
    let why = PlainWords.withoutKeys(problem.text(in: language), in: language)
    let said = PlainPhrase.notUnderstood(TextWidth.clip(line, to: 40)).text(in: language)
    return .nothing("\(said) \(why)")
  }

  /// What the screen says below the field: another calendar, another layout, the registry office.
  private static func remarks(
    of editor: QuestionEditor, _ setting: QuestionSetting
  ) -> [String] {
    let echo: Echo
    switch editor {
    case .date(let date):
      echo = DateQuestion.echo(date, setting)
      return echo.text.split(separator: "\n").dropFirst().map { "* " + $0 }
    case .nationalID(let number): echo = NationalIDQuestion.echo(number, setting)
    case .text, .number, .choice, .longChoice, .manyChoices, .place, .rank, .trigger, .range,
      .manyFound, .file, .inert:
      return []
    }
    return ["* " + PlainWords.withoutKeys(echo.text, in: setting.language)]
  }
}
