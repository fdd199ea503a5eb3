import TerminalKit

/// The menus of the shell as lines.
enum PlainShell {
  static func prompt(of screen: SignInScreen.Model, _ language: Language) -> PlainPrompt {
    guard screen.passphrase == nil else { return passphrase(screen, language) }
    var prompt = PlainPrompt.menu(SignInPhrase.who.label, language)
    let names = screen.people.map(\.name) + [SignInPhrase.newPerson.text(in: language)]
    prompt.ask = SignInPhrase.who.text(in: language)
    prompt.head = [prompt.ask]
    prompt.options = names.enumerated().map { row, name in
      PlainOption(
        row + 1, name, said: "\(row + 1) \(name)",
        .press(Key.arrows(from: screen.row, to: row) + [.enter], name))
    }
    let people = screen.people.count
    prompt.commands = [
      PlainCommand(
        "ลืม", "forgot", Label("แล้วเลขหน้าชื่อ: ลืมรหัสผ่าน", "and a number: passphrase forgotten")
      ) { rest in
        guard let row = PlainNumbers.one(rest), (1...max(1, people)).contains(row), people > 0
        else {
          return .nothing("")
        }
        return .press(Key.arrows(from: screen.row, to: row - 1) + [.function(6)])
      },
      .back([.escape], Label("ออกจากโปรแกรม จะถามก่อน", "end the program, asked first")),
    ]
    return prompt
  }

  private static func passphrase(
    _ screen: SignInScreen.Model, _ language: Language
  ) -> PlainPrompt {
    let name = screen.people.indices.contains(screen.row) ? screen.people[screen.row].name : ""
    let asked = "\(SignInPhrase.passphraseOf.text(in: language)) \(name)"
    var prompt = PlainPrompt(
      name: "passphrase \(screen.row)", ask: asked, accepts: PlainAccepts.secret)
    prompt.head = [asked + " " + PlainPhrase.secretOnce.text(in: language)]
    prompt.isSecret = true
    prompt.commands = [
      .back(), PlainCommand("ลืม", "forgot", KeyCarePhrase.forgot.label, .press([.function(6)])),
    ]
    prompt.whereabouts = { [SignInPhrase.title.text(in: language), asked] }
    prompt.reads = { .press(Key.replacing(with: $0) + [.enter]) }
    return prompt
  }

  static func prompt(of screen: HomeScreen.Model, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt.menu(HomePhrase.title.label, language)
    let row = screen.items.firstIndex(of: screen.item) ?? 0
    prompt.options = screen.items.enumerated().map { place, item in
      let line = HomeScreen.line(item, screen, language).split { $0 == " " }
        .joined(separator: " ")
      let name = HomeScreen.name(of: item, screen, language)
      return PlainOption(
        screen.digit(of: item), name, said: line,
        .press(Key.arrows(from: row, to: place) + [.enter], name))
    }
    prompt.commands = [.back([.escape], Label("ล็อกหรือออก", "lock or leave"))]
    return prompt
  }

  static func prompt(of screen: SettingsScreen.Model, _ language: Language) -> PlainPrompt {
    if let minutes = screen.minutes { return lockAfter(minutes, language) }
    var prompt = PlainPrompt.menu(SettingsPhrase.title.label, language)
    prompt.head += SettingsScreen.lines(screen.facts, language)
    prompt.options = screen.items.enumerated().map { place, item in
      let name = PlainWords.withoutKeys(
        SettingsScreen.words(item, screen.facts, language), in: language)
      return PlainOption(
        place + 1, name, said: "\(place + 1) \(name)", .press([.digit(place + 1)], name))
    }
    prompt.commands = [.back()]
    return prompt
  }

  private static func lockAfter(_ field: TextField.Model, _ language: Language) -> PlainPrompt {
    let question = SettingsPhrase.lockQuestion.text(in: language)
    var prompt = PlainPrompt(
      name: "lock after", ask: question, accepts: SettingsPhrase.lockRange.label)
    prompt.head = ["\(question): \(field.text)"]
    prompt.commands = [.back()]
    prompt.reads = { .press(Key.replacing(with: $0) + [.enter], $0) }
    return prompt
  }

  static func prompt(of screen: EnrolScreen.Model, _ language: Language) -> PlainPrompt {
    let (phrase, hint): (EnrolPhrase, EnrolPhrase) =
      screen.focus == .server ? (.server, .serverHint) : (.code, .codeHint)
    let text = screen.focus == .server ? screen.server.text : screen.code.text
    let name = phrase.text(in: language)
    var prompt = PlainPrompt(name: "enrol \(phrase)", ask: name, accepts: hint.label)
    prompt.context = ["== " + EnrolPhrase.title.text(in: language)]
    prompt.head = ["\(name): \(text)"]
    prompt.commands = [
      .back([.escape], EnrolPhrase.later.label),
      PlainCommand("ขึ้น", "up", Label("ช่องก่อน", "the field before"), .press([.up])),
    ]
    prompt.whereabouts = { [EnrolPhrase.title.text(in: language), "\(name): \(text)"] }
    if !text.isEmpty { prompt.goesOn = .press([.down]) }
    prompt.reads = { line in
      guard screen.focus == .code || isAddress(line) else { return nil }
      return .press(Key.replacing(with: line) + [.enter], line)
    }
    return prompt
  }

  /// A word alone is no address, and would only be found out by a call that fails.
  private static func isAddress(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && (line.hasPrefix("/") || line.contains(".") || line.contains(":"))
  }

  static func guide(_ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt.menu(GuidePhrase.title.label, language)
    prompt.accepts = PlainAccepts.numberOrWords
    let options = GuidePhrase.answers.enumerated().map { place, entry in
      let question = entry.question.text(in: language)
      let answer = PlainWords.withoutKeys(entry.answer, in: language)
      let lines = answer.split(separator: "\n").map { "   " + $0 }
      return PlainOption(
        place + 1, question, said: "\(place + 1) \(question)", .says([question] + lines))
    }
    prompt.options = options
    prompt.commands = [
      .back(), PlainCommand("แนะนำ", "tour", TourPhrase.again.label, .press([.function(5)])),
    ]
    prompt.reads = { line in
      var names = NameSearch(
        GuidePhrase.answers.map { entry in
          let words = [entry.question, entry.answer].flatMap { [$0.thai, $0.english] }
          return words.joined(separator: "\n")
        })
      let found = names.positions(of: line).map { options[$0] }
      guard !found.isEmpty else { return .nothing(GuidePhrase.nothingFound.text(in: language)) }
      return .offers(found, [PlainPhrase.found(found.count).text(in: language)])
    }
    return prompt
  }

  static func prompt(of screen: TourScreen.Model, _ language: Language) -> PlainPrompt {
    let page = TourPhrase.pages[screen.page]
    let title = page.title.text(in: language)
    var prompt = PlainPrompt(
      name: "tour \(screen.page)", ask: title, accepts: PlainAccepts.onward)
    prompt.head =
      ["== \(screen.page + 1)/\(TourPhrase.pages.count) \(title)"]
      + PlainWords.withoutKeys(page.text.label, in: language).split(separator: "\n").map(
        String.init)
    prompt.goesOn = .press([.enter])
    prompt.commands = [
      .back([.escape], TourPhrase.skip.label),
      PlainCommand("ก่อน", "before", TourPhrase.before.label, .press([.left])),
    ]
    prompt.whereabouts = { ["\(screen.page + 1)/\(TourPhrase.pages.count) \(title)"] }
    return prompt
  }

  static func prompt(of screen: MoveScreen.Model, _ setting: QuestionSetting) -> PlainPrompt {
    let language = setting.language
    if let dialog = screen.confirm { return .dialog(dialog, language) }
    var prompt = PlainPrompt.menu(MovePhrase.title.label, language)
    prompt.head += MoveScreen.lines(of: screen, setting).map(\.text).filter { !$0.isBlank }
    prompt.options = [(MovePhrase.stay, Key.enter), (.move, .function(10))].enumerated().map {
      place, choice in
      let name = choice.0.text(in: language)
      return PlainOption(
        place + 1, name, said: "\(place + 1) \(name)", .press([choice.1], name))
    }
    prompt.commands = [.back()]
    return prompt
  }
}
