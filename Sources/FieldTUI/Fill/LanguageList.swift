import SurveyForms
import TerminalKit

/// The languages that a form can be read in, where it has others than the two of the screens.
enum LanguageList {
  /// A language of the form, of the screens, or of both.
  struct Option: Equatable, Sendable {
    /// As the form calls it; nil where the form lacks it.
    let form: String?
    let screens: Language?
  }

  struct Model: Equatable, Sendable {
    let options: [Option]
    var list: ChoiceList.Model
  }

  enum Outcome: Equatable, Sendable {
    case stay, back
    case chose(Option)
  }

  /// What may be chosen, in the form's order; then what the screens alone speak.
  static func options(of form: FormDefinition) -> [Option] {
    let names = form.spokenLanguages
    let own = names.map { Option(form: $0, screens: FormLanguage.screens(for: $0, among: names)) }
    let rest = Language.allCases.filter { language in !own.contains { $0.screens == language } }
    return own + rest.map { Option(form: nil, screens: $0) }
  }

  static func update(_ model: inout Model, _ key: Key) -> Outcome {
    if key == .escape || key == .function(2) { return .back }
    guard case .chose(let place) = ChoiceList.update(&model.list, key),
      model.options.indices.contains(place)
    else { return .stay }
    return .chose(model.options[place])
  }

  static func view(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let wide = min(area.columns, 60)
    let rows = ChoiceList.height(model.list, width: wide - 4) + 2
    let box = area.centred(rows: min(area.rows, rows), columns: wide)
    Dialog.frame(box, title: title.text(in: language), on: &grid)
    return ChoiceList.view(model.list, in: box.inset(rows: 1, columns: 2), on: &grid)
  }

  static let title = Label("ภาษา · Language", "Language · ภาษา")

  /// The line at the bottom while the list lies over the page.
  static func help(in language: Language) -> [KeyHelp] {
    [
      (Key.enter.name, Label("เลือก", "Choose")), ("↑↓", Label("เลื่อน", "Move")),
      (Key.escape.name, Label("กลับ", "Back")),
    ].map { KeyHelp(keys: $0, label: $1.text(in: language)) }
  }

  fileprivate static func label(of option: Option, in language: Language) -> String {
    if let name = option.form { return name }
    let screens = option.screens == .thai ? Label("ไทย", "ไทย") : Label("English", "English")
    return screens.text(in: language) + " " + onlyScreens.text(in: language)
  }

  private static let onlyScreens = Label("(เฉพาะคำของโปรแกรม)", "(the program's words only)")
}

extension FormDefinition {
  /// The names of the form's languages that say something: pyxform calls words without one `default`.
  var spokenLanguages: [String] {
    let names = languages.filter { !$0.isEmpty && $0 != "default" }
    return names.isEmpty ? [] : names
  }

  /// Whether it speaks a language that the screens do not.
  var speaksOthers: Bool {
    spokenLanguages.contains { FormLanguage.screens(for: $0, among: spokenLanguages) == nil }
  }
}

/// Choosing a language of the form, which is kept beside that of the screens.
extension FillScreen.Model {
  mutating func openLanguages() {
    let options = LanguageList.options(of: session.definition)
    let here = options.firstIndex { $0.form == session.language } ?? 0
    overlay = .languages(
      LanguageList.Model(
        options: options,
        list: ChoiceList.Model(
          options.map { LanguageList.label(of: $0, in: language) }, chosen: [here])))
  }

  /// The line on the form's first page that says in which language it is read, and that there are others.
  var languageLine: String? {
    guard section == 0, session.definition.speaksOthers else { return nil }
    let count = session.definition.spokenLanguages.count
    let words = Label(
      "ภาษา: \(session.language) · F2 เลือกภาษา (มี \(count))",
      "Language: \(session.language) · F2 chooses (\(count) languages)")
    return words.text(in: language)
  }
}

extension FillScreen {
  static func update(_ list: LanguageList.Model, _ key: Key, in model: inout Model) -> [Effect] {
    var list = list
    let outcome = LanguageList.update(&list, key)
    switch outcome {
    case .stay: model.overlay = .languages(list)
    case .back: model.overlay = nil
    case .chose(let option):
      model.overlay = nil
      return choose(option, in: &model)
    }
    return []
  }

  /// Reads the form in another language, and the screens where they speak it too.
  static func choose(_ option: LanguageList.Option, in model: inout Model) -> [Effect] {
    let before = model.formLanguage
    if let name = option.form { model.formLanguage = option.screens == nil ? name : nil }
    let effects = speak(option.screens ?? model.language, in: &model)
    let isNew = model.formLanguage != before
    return effects + (isNew ? [.formLanguage(model.formLanguage)] : [])
  }
}
