import TerminalKit

/// What a person says about himself, field by field.
enum PlainPerson {
  static func prompt(
    of screen: PersonScreen.Model, _ setting: QuestionSetting
  ) -> PlainPrompt {
    let language = setting.language
    let field = screen.focus
    let name = PersonScreen.phrase(field).text(in: language)
    let title = (screen.isNew ? PersonPhrase.titleNew : .titleEdit).text(in: language)
    var prompt = PlainPrompt(
      name: "person \(field)", ask: name, accepts: PersonScreen.hint(field).label)
    prompt.context = ["== " + title]
    let hint = "   " + PersonScreen.hint(field).text(in: language)
    prompt.head = ["\(name): \(shown(field, in: screen, setting))", hint]
    prompt.commands = commands(screen, field)
    prompt.whereabouts = {
      let place = (screen.fields.firstIndex(of: field) ?? 0) + 1
      return ["\(title) · \(place)/\(screen.fields.count) \(name)"]
    }
    // On the last field Enter keeps the page; a new person's is the passphrase, which cannot be empty.
    prompt.goesOn = .press([.enter])
    switch field {
    case .kind: choose(&prompt, language)
    case .place: prompt.reads = { find($0, in: screen, setting) }
    case .passphrase, .again:
      prompt.head = [name + " " + PlainPhrase.secretOnce.text(in: language), hint]
      if field == .passphrase, !screen.suggestion.isEmpty {
        prompt.help = ["\(PersonPhrase.suggested.text(in: language)): \(screen.suggestion)"]
      }
      prompt.isSecret = true
      prompt.goesOn = nil
      prompt.reads = { .press(Key.replacing(with: $0) + [.enter]) }
    case .name, .position, .moo, .villageName:
      prompt.reads = { line in
        let messages = (Key.replacing(with: line) + [.enter]).map(\.message)
        return .tells(PlainTelling(messages: messages, echo: { echo(field, in: $0, typed: line) }))
      }
    }
    return prompt
  }

  /// What stands in the field now, which may have other digits than were typed.
  private static func echo(
    _ field: PersonScreen.Field, in model: AppModel, typed line: String
  ) -> [String] {
    guard case .person(let screen) = model.screen else { return ["= " + line] }
    return ["= " + screen.text(field)]
  }

  private static func commands(
    _ screen: PersonScreen.Model, _ field: PersonScreen.Field
  ) -> [PlainCommand] {
    let up = PlainCommand("ขึ้น", "up", Label("ช่องก่อน", "the field before"), .press([.backTab]))
    let save = PlainCommand(
      "บันทึก", "save", PersonPhrase.save.label, isWhole: true, .press([.function(10)]))
    let clears = [.name, .position, .moo, .villageName].contains(field)
    let clear = PlainCommand(
      "ล้าง", "clear", Label("ลบคำในช่องนี้", "empty this field"), .press([.control("u")]))
    return [.back(), up, save] + (clears ? [clear] : [])
  }

  private static func choose(_ prompt: inout PlainPrompt, _ language: Language) {
    prompt.accepts = PlainAccepts.number
    // Its hint names the digits to press, which the choices say.
    prompt.head.removeLast()
    prompt.options = [PersonPhrase.village, .community].enumerated().map { place, phrase in
      let name = phrase.text(in: language)
      return PlainOption(place + 1, name, .press([.digit(place + 1)], name))
    }
  }

  /// Offers the places of a name; none is taken unheard.
  private static func find(
    _ line: String, in screen: PersonScreen.Model, _ setting: QuestionSetting
  ) -> PlainOutcome {
    var place = screen.place
    for key in Key.replacing(with: line) { _ = PlaceQuestion.update(&place, key, setting) }
    let found = place.found.codes
    guard !found.isEmpty else {
      return .nothing(FormPhrase.placeNotFound.text(in: setting.language))
    }
    let options = found.enumerated().map { row, code in
      let name = PlaceQuestion.text(of: code, setting)
      let keys = Key.replacing(with: line) + Array(repeating: .down, count: row) + [.enter]
      return PlainOption(row + 1, name, .press(keys, name))
    }
    return .offers(options, [PlainPhrase.found(options.count).text(in: setting.language)])
  }

  private static func shown(
    _ field: PersonScreen.Field, in screen: PersonScreen.Model, _ setting: QuestionSetting
  ) -> String {
    switch field {
    case .passphrase, .again: ""
    case .kind:
      (screen.kind == "village" ? PersonPhrase.village : .community).text(in: setting.language)
    case .place: screen.place.code.isEmpty ? "" : PlaceQuestion.text(of: screen.place.code, setting)
    case .name, .position, .moo, .villageName: screen.text(field)
    }
  }
}
