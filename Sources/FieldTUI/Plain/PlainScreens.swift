import TerminalKit

/// The prompt of the screen that is open, and what is said before it.
enum PlainScreens {
  /// What lies over a screen is asked first; a screen that is added does not compile before it has a
  /// prompt.
  static func prompt(of model: AppModel) -> PlainPrompt {
    let language = model.language
    if let overlay = model.overlay { return prompt(of: overlay, language) }
    switch model.screen {
    case .starting: return .closed(Phrase.opening.label, language)
    case .signIn(let screen): return PlainShell.prompt(of: screen, language)
    case .person(let screen): return PlainPerson.prompt(of: screen, model.setting)
    case .home(let screen): return PlainShell.prompt(of: screen, language)
    case .list(let screen): return PlainLists.prompt(of: screen, language)
    case .reading(let screen): return PlainLists.prompt(of: screen, language)
    case .forms(let screen): return PlainLists.prompt(of: screen, language)
    case .send(let screen): return PlainSending.prompt(of: screen, language)
    case .enrol(let screen): return PlainShell.prompt(of: screen, language)
    case .settings(let screen): return PlainShell.prompt(of: screen, language)
    case .keyCare(let screen): return PlainKeyCare.prompt(of: screen, language)
    case .laptops(let screen): return PlainKeyCare.prompt(of: screen, language)
    case .guide: return PlainShell.guide(language)
    case .tour(let screen): return PlainShell.prompt(of: screen, language)
    case .move(let screen): return PlainShell.prompt(of: screen, model.setting)
    case .fill(let fill, _): return PlainFill.prompt(of: fill)
    case .officer(let officer): return PlainOfficer.prompt(of: officer)
    }
  }

  private static func prompt(
    of overlay: AppModel.Overlay, _ language: Language
  ) -> PlainPrompt {
    switch overlay {
    case .dialog(let dialog, _): return .dialog(dialog, language)
    case .text(let title, _): return .closed(title, language)
    case .recovered(let text):
      var prompt = PlainPrompt(
        name: "recovered", ask: KeyCarePhrase.wasRecovered.text(in: language),
        accepts: PlainAccepts.number)
      prompt.head = [prompt.ask] + text.lines.map(\.text).filter { !$0.isEmpty }
      let read = Label("อ่านแล้ว", "I have read it").text(in: language)
      prompt.options = [PlainOption(1, read, .press([.escape], read))]
      return prompt
    }
  }

  /// What happened since the last line.
  static func notices(of model: AppModel, _ memory: inout PlainMemory) -> [String] {
    let language = model.language
    var lines =
      model.notice.map { notice in
        [
          (notice.kind == .problem ? "! " : "* ")
            + PlainWords.withoutKeys(notice.label, in: language)
        ]
      } ?? []
    switch model.screen {
    case .fill(let fill, _): lines += PlainFill.notices(of: fill, &memory)
    case .officer(let officer):
      memory.record = nil
      lines += PlainOfficer.notices(of: officer)
    default: memory.record = nil
    }
    return lines
  }

  /// A text that lies over the screen and is only read.
  static func text(over model: AppModel) -> [String]? {
    let lines: [ScrollText.Line]
    var title: [String] = []
    switch (model.overlay, model.screen) {
    case (.text(let label, let text)?, _):
      title = ["== " + label.text(in: model.language)]
      lines = text.lines
    case (nil, .fill(let fill, _)):
      guard case .help(let text) = fill.overlay else { return nil }
      lines = text.lines
    case (nil, .officer(let officer)):
      guard let text = PlainOfficer.text(over: officer) else { return nil }
      lines = text.lines
    default: return nil
    }
    return title
      + lines.map { PlainWords.withoutKeys($0.text.trimmed, in: model.language) }
      .filter { !$0.isEmpty }
  }
}

extension PlainPrompt {
  /// A box with its answers as numbers.
  static func dialog(_ dialog: Dialog.Model, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt(
      name: "dialog " + dialog.title, ask: dialog.title, accepts: PlainAccepts.number)
    let text = dialog.text.split(separator: "\n").map {
      PlainWords.withoutKeys(String($0), in: language)
    }
    prompt.head = ["== " + dialog.title] + text
    prompt.options = dialog.buttons.enumerated().map { place, button in
      PlainOption(
        place + 1, button, said: "\(place + 1) \(button)", .press([.digit(place + 1)], button))
    }
    prompt.commands = [.back()]
    prompt.whereabouts = { [dialog.title] }
    return prompt
  }

  /// Nothing is asked: something is being opened or only read.
  static func closed(_ title: Label, _ language: Language) -> PlainPrompt {
    var prompt = PlainPrompt(
      name: "closed", ask: title.text(in: language), accepts: PlainAccepts.onward)
    prompt.commands = [.back()]
    return prompt
  }

  /// A page with a title, on which one of several is chosen.
  static func menu(_ title: Label, _ language: Language) -> PlainPrompt {
    let title = title.text(in: language)
    var prompt = PlainPrompt(name: title, ask: "== " + title, accepts: PlainAccepts.number)
    prompt.head = [prompt.ask]
    prompt.whereabouts = { [title] }
    return prompt
  }
}

extension Key {
  /// The key that types a digit.
  static func digit(_ number: Int) -> Key {
    .character(Unicode.Scalar(UInt8(0x30 + min(9, max(0, number)))))
  }

  /// The arrows from one row to another.
  static func arrows(from row: Int, to target: Int) -> [Key] {
    Array(repeating: target > row ? .down : .up, count: abs(target - row))
  }

  /// Replaces what stands in a field.
  static func replacing(with text: String) -> [Key] { [.control("u"), .paste(text)] }
}
