import OfflineStore
import TerminalKit

/// The screens of the shell as lines, and what a typed line does on each.
enum PlainScreens {
  static func lines(of model: AppModel) -> [String] {
    let language = model.language
    switch model.overlay {
    case .dialog(let dialog, _): return PlainFill.lines(of: dialog)
    case .text(let title, let text):
      return ["== " + title.text(in: language)] + text.lines.map(\.text)
        + (text.lines.isEmpty ? [model.helpLabel.text(in: language)] : [])
    case .recovered(let text): return text.lines.map(\.text)
    case nil: break
    }
    switch model.screen {
    case .starting, .fill, .officer: return []
    case .signIn(let screen): return lines(of: screen, language)
    case .person(let screen): return lines(of: screen, language)
    case .home(let screen): return lines(of: screen, language)
    case .list(let screen): return lines(of: screen, language)
    case .reading(let screen): return lines(of: screen, language)
    case .forms(let screen):
      return ["== " + FormsPhrase.title.text(in: language)]
        + screen.found.enumerated().map { number, place in
          "\(number + 1) \(FormsScreen.text(of: screen.rows[place], language))"
        }
    case .send(let screen): return lines(of: screen, language)
    case .enrol(let screen):
      let phrase: EnrolPhrase = screen.focus == .server ? .server : .code
      let text = screen.focus == .server ? screen.server.text : screen.code.text
      return ["\(phrase.text(in: language)): \(text)"]
    case .settings(let screen):
      guard screen.minutes == nil else { return [SettingsPhrase.lockQuestion.text(in: language)] }
      return screen.items.enumerated().map {
        "\($0 + 1) \(SettingsScreen.words($1, screen.facts, language))"
      }
    case .guide(let screen): return lines(of: screen, language)
    case .tour(let screen):
      let page = TourPhrase.pages[screen.page]
      return ["== " + page.title.text(in: language), page.text.text(in: language)]
    case .move(let screen):
      return screen.confirm.map(PlainFill.lines(of:))
        ?? MoveScreen.lines(of: screen, model.setting).map(\.text) + [
          "1 " + MovePhrase.stay.text(in: language), "2 " + MovePhrase.move.text(in: language),
        ]
    case .keyCare(let screen): return lines(of: screen, language)
    case .laptops(let screen): return lines(of: screen, language)
    }
  }

  /// What is said at the end.
  static func goodbye(_ model: AppModel) -> PlainPhrase {
    guard case .person(let page) = model.screen, page.isBegun else { return .goodbye }
    return .goodbyeUnsaved
  }

  private static func lines(of screen: SignInScreen.Model, _ language: Language) -> [String] {
    guard screen.passphrase == nil else {
      let name = screen.people.indices.contains(screen.row) ? screen.people[screen.row].name : ""
      return [
        "\(SignInPhrase.passphraseOf.text(in: language)) \(name) "
          + PlainPhrase.secretOnce.text(in: language)
      ]
    }
    let names = screen.people.map(\.name) + [SignInPhrase.newPerson.text(in: language)]
    return [SignInPhrase.who.text(in: language)] + names.enumerated().map { "\($0 + 1) \($1)" }
  }

  private static func lines(of screen: PersonScreen.Model, _ language: Language) -> [String] {
    let field = screen.focus
    var lines = [
      "\(PersonScreen.phrase(field).text(in: language)): \(shown(field, in: screen))",
      "   " + PersonScreen.hint(field).text(in: language),
    ]
    if screen.isFirst, field == .name { lines = FirstLines.all(language) + lines }
    if field == .kind {
      lines += [PersonPhrase.village, .community].enumerated().map {
        "   \($0 + 1) \($1.text(in: language))"
      }
    }
    return lines
  }

  private static func shown(_ field: PersonScreen.Field, in screen: PersonScreen.Model) -> String {
    switch field {
    case .passphrase, .again: ""
    case .kind: screen.kind == "village" ? "1" : "2"
    case .place: screen.place.code
    case .name, .position, .moo, .villageName: screen.text(field)
    }
  }

  private static func lines(of screen: HomeScreen.Model, _ language: Language) -> [String] {
    ["== " + HomePhrase.title.text(in: language)]
      + screen.items.map { item in
        HomeScreen.line(item, screen, language).split { $0 == " " }.joined(separator: " ")
      }
  }

  private static func lines(of screen: RecordListScreen.Model, _ language: Language) -> [String] {
    let rows = screen.found.enumerated().map { number, record in
      let state = record.state.phrase.text(in: language)
      let detail = RecordListScreen.detail(record, language)
      let house = record.card.map { $0.house.isEmpty ? "" : " · \($0.house)" } ?? ""
      let form = screen.formTitles[record.formID].map { " · \($0)" } ?? ""
      let name = RecordListScreen.name(of: record, language)
      return "\(number + 1) \(name)\(house)\(form) · \(state)"
        + (detail.isEmpty ? "" : " · \(detail)")
    }
    return ["== " + screen.kind.title.text(in: language)]
      + (rows.isEmpty ? [Phrase.none.text(in: language)] : rows)
  }

  /// Everything at once, each answer in a line with its question.
  private static func lines(of screen: ReadingScreen.Model, _ language: Language) -> [String] {
    ReadingLines(screen, width: 40, language, wraps: false).lines.map { line in
      line.label.isEmpty ? line.value : "\(line.label): \(line.value)"
    }.filter { !$0.isEmpty }
  }

  /// All questions by number; the answers of those that a text was typed for.
  private static func lines(of screen: GuideScreen.Model, _ language: Language) -> [String] {
    guard !screen.search.text.isEmpty else {
      return ["== " + GuidePhrase.title.text(in: language)]
        + GuidePhrase.answers.enumerated().map { "\($0 + 1) \($1.question.text(in: language))" }
    }
    let found = screen.answers
    return found.isEmpty
      ? [GuidePhrase.nothingFound.text(in: language)]
      : found.flatMap { [$0.text(in: language), "   " + $1.text(in: language)] }
  }

  /// The field in focus; what the screen is about is said with its first field.
  private static func lines(of screen: KeyCareScreen.Model, _ language: Language) -> [String] {
    let title = KeyCareScreen.title(of: screen).text(in: language)
    let why = KeyCareScreen.explanation(of: screen.purpose).text(in: language)
    let head = screen.focus == screen.fields.first ? ["== " + title, why] : []
    let shown =
      screen.focus == .file ? screen.text(.file) : PlainPhrase.secretOnce.text(in: language)
    let needs = screen.focus == .new ? [PersonPhrase.passphraseHint.text(in: language)] : []
    return head + needs + KeyCareScreen.facts(screen.slip, language).filter { !$0.isEmpty } + [
      "\(KeyCareScreen.name(of: screen.focus).text(in: language)): \(shown)"
    ]
  }

  private static func lines(of screen: LaptopsScreen.Model, _ language: Language) -> [String] {
    if let question = screen.question { return PlainFill.lines(of: question) }
    let laptops = screen.laptops ?? []
    guard !laptops.isEmpty else { return [KeyCarePhrase.noLaptops.text(in: language)] }
    return ["== " + KeyCarePhrase.laptopsTitle.text(in: language)]
      + laptops.enumerated().map { row, laptop in
        let line = LaptopsScreen.text(of: laptop, language).split(separator: " ")
        return "\(row == screen.row ? ">" : " ") \(row + 1) \(line.joined(separator: " "))"
      }
  }

  private static func lines(of screen: SendScreen.Model, _ language: Language) -> [String] {
    guard case .over(let report) = screen.phase else {
      return [SendPhrase.connecting.text(in: language)]
    }
    let fates = screen.records.filter { screen.sending.contains($0.id) }.map { record in
      "   \(record.title) · \(record.state.phrase.text(in: language))"
    }
    return [SendScreen.words(of: report, reports: screen.reports, in: language).0] + fates
  }
}

extension PlainScreens {
  /// The keys that a line means on the screen that is open.
  static func keys(for line: String, in model: AppModel) -> [Key] {
    if case .fill(let fill, _) = model.screen { return PlainFill.keys(for: line, in: fill) }
    switch model.overlay {
    case .dialog: return PlainFill.dialogKeys(for: line)
    case .text:
      var open = model
      open.overlay = nil
      return PlainKeys.closing(line) ?? [.escape] + keys(for: line, in: open)
    case .recovered: return [.escape]
    case nil: break
    }
    if case .officer(let officer) = model.screen {
      return PlainOfficer.keys(for: line, in: officer)
    }
    if !model.isTyping, let (keys, rest) = command(line, in: model) { return rest + keys }
    switch model.screen {
    case .signIn(let screen) where screen.passphrase != nil: return PlainKeys.typed(line)
    case .settings(let screen) where screen.minutes != nil: return PlainKeys.typed(line)
    case .signIn, .home, .settings: return pick(line)
    case .list(let screen):
      guard let number = PlainKeys.number(line), screen.found.indices.contains(number - 1) else {
        return line.isEmpty ? [.escape] : [.control("u"), .paste(line)]
      }
      return PlainKeys.move(from: screen.row, to: number - 1) + [.enter]
    case .reading: return line.isEmpty ? [.escape] : [.enter]
    case .forms(let screen):
      guard let number = PlainKeys.number(line), screen.found.indices.contains(number - 1) else {
        return line.isEmpty ? [.escape] : [.control("u"), .paste(line)]
      }
      return PlainKeys.move(from: screen.row, to: number - 1) + [.enter]
    case .person(let screen):
      switch screen.focus {
      case .kind:
        return line.isEmpty || PlainKeys.number(line) != nil ? pick(line) : [.paste(line)]
      // An empty line goes on, also from a text that was refused.
      case .place, .moo: return [.control("u")] + (line.isEmpty ? [] : [.paste(line)]) + [.enter]
      case .name, .position, .villageName, .passphrase, .again:
        return PlainKeys.typed(line)
      }
    case .enrol: return PlainKeys.typed(line)
    case .move(let screen):
      guard screen.confirm == nil else { return PlainFill.dialogKeys(for: line) }
      return [PlainKeys.number(line) == 2 ? .function(10) : .enter]
    case .tour: return [.enter]
    case .keyCare: return PlainKeys.typed(line)
    case .laptops(let screen):
      if screen.question != nil { return PlainFill.dialogKeys(for: line) }
      guard let number = PlainKeys.number(line) else { return [.escape] }
      return PlainKeys.move(from: screen.row, to: number - 1)
    case .guide:
      guard !line.isEmpty else { return [.escape] }
      let place = PlainKeys.number(line).map { $0 - 1 } ?? -1
      let isListed = GuidePhrase.answers.indices.contains(place)
      let text = isListed ? GuidePhrase.answers[place].question.text(in: model.language) : line
      return [.control("u"), .paste(text)]
    case .send: return [.escape]
    case .starting, .fill, .officer: return []
    }
  }

  /// What a command means on the screen that is open, by the names of its keys; `:trash 3` goes to the
  /// third row first.
  private static func command(_ line: String, in model: AppModel) -> ([Key], rest: [Key])? {
    var words = line.split(separator: " ")
    var way: [Key] = []
    if words.count > 1, let number = words.last.flatMap({ PlainKeys.number(String($0)) }) {
      words.removeLast()
      switch model.screen {
      case .list(let screen): way = PlainKeys.move(from: screen.row, to: number - 1)
      case .laptops(let screen): way = PlainKeys.move(from: screen.row, to: number - 1)
      default: break
      }
    }
    return key(words.joined(separator: " "), in: model.screen).map { ([$0], way) }
  }

  private static func key(_ line: String, in screen: AppModel.Screen) -> Key? {
    switch screen {
    case .signIn: PlainKeys.command(line, of: SignInScreen.keys)
    case .list(let screen): PlainKeys.command(line, of: RecordListScreen.keys(screen.kind))
    case .laptops: PlainKeys.command(line, of: LaptopsScreen.keys)
    case .guide: PlainKeys.command(line, of: GuideScreen.keys)
    case .tour: PlainKeys.command(line, of: TourScreen.keys)
    case .enrol: PlainKeys.command(line, of: EnrolScreen.keys)
    case .reading(let screen): PlainKeys.command(line, of: ReadingScreen.keys(screen))
    case .home: PlainKeys.command(line, of: HomeScreen.keys)
    case .starting, .person, .forms, .send, .settings, .keyCare, .fill, .move, .officer:
      PlainKeys.command(line)
    }
  }

  /// One entry of a menu by its digit.
  private static func pick(_ line: String) -> [Key] {
    guard let number = PlainKeys.number(line), (0...9).contains(number) else { return [.enter] }
    return [.character(Unicode.Scalar(UInt8(0x30 + number)))]
  }
}

extension AppModel {
  /// Whether the next line is a secret.
  var asksSecret: Bool {
    switch screen {
    case .signIn(let screen): screen.passphrase != nil
    case .person(let screen): screen.focus == .passphrase || screen.focus == .again
    case .keyCare(let screen): screen.focus != .file
    case .starting, .home, .list, .reading, .forms, .send, .enrol, .settings, .guide, .tour, .fill,
      .move,
      .officer, .laptops:
      false
    }
  }

  /// Whether a line is text, also one that begins with a colon: a passphrase may.
  var isTyping: Bool { asksSecret }
}
