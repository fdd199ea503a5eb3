import OfflineStore
import Sealing
import SyncProtocol
import TerminalKit

/// A few lines to fill in about a passphrase or a recovery file.
enum KeyCareScreen {
  enum Purpose: Equatable, Sendable {
    case changePassphrase
    /// Somebody on this laptop forgot the passphrase.
    case recover(Int64)
    /// An officer answers somebody's request.
    case answer
  }

  enum Field: Hashable { case old, new, again, file }

  struct Model: Equatable {
    let purpose: Purpose
    /// Who forgot the passphrase.
    let name: String
    /// Words that anyone would guess of this person.
    var personalWords: [String]
    var texts: [Field: TextField.Model] = [:]
    var focus: Field
    /// The request that an officer has in front of him.
    var slip: RecoverySlip?
    var isWorking = false

    init(_ purpose: Purpose, of name: String = "", file: String = "", personalWords: [String] = [])
    {
      self.purpose = purpose
      self.name = name
      self.personalWords = personalWords
      focus = Self.fields(of: purpose)[0]
      for field in fields {
        texts[field] = TextField.Model(
          field == .file ? file : "", isSecret: field != .file, limit: 400)
      }
    }

    /// Puts a file into its line.
    mutating func offer(file: String) {
      texts[.file] = TextField.Model(file, limit: 400)
    }

    var fields: [Field] { Self.fields(of: purpose) }

    func text(_ field: Field) -> String { texts[field]?.text ?? "" }

    private static func fields(of purpose: Purpose) -> [Field] {
      switch purpose {
      case .changePassphrase: [.old, .new, .again]
      case .recover: [.new, .again, .file]
      case .answer: [.file]
      }
    }
  }

  enum Effect: Equatable {
    case change(old: String, new: String)
    case recover(Int64, passphrase: String, file: String)
    case read(file: String)
    case answer(RecoverySlip, file: String)
    case say(Label)
    case back
  }

  enum Action: Sendable { case accept, up, down, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: KeyCarePhrase.go.label, action: .accept),
    KeyBinding(.up, .backTab, label: Phrase.move.label, action: .up, isShown: false),
    KeyBinding(.down, .tab, label: Phrase.move.label, action: .down),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    guard !model.isWorking else { return [] }
    switch keys.action(for: key) {
    case .back: return [.back]
    case .up: move(&model, by: -1)
    case .down: move(&model, by: 1)
    case .accept where model.focus != model.fields.last: move(&model, by: 1)
    case .accept: return accept(&model)
    case nil: return type(&model, key)
    }
    return []
  }

  private static func move(_ model: inout Model, by step: Int) {
    let place = (model.fields.firstIndex(of: model.focus) ?? 0) + step
    model.focus = model.fields[max(0, min(place, model.fields.count - 1))]
  }

  private static func type(_ model: inout Model, _ key: Key) -> [Effect] {
    guard var field = model.texts[model.focus] else { return [] }
    let outcome = TextField.update(&field, key)
    model.texts[model.focus] = field
    if outcome == .changed { model.slip = nil }
    return Phrase.refusal(outcome).map { [.say($0)] } ?? []
  }

  private static func accept(_ model: inout Model) -> [Effect] {
    if let empty = model.fields.first(where: { model.text($0).isEmpty }) {
      model.focus = empty
      return [.say(KeyCarePhrase.wrongFields.label)]
    }
    if model.fields.contains(.new), let problem = problem(&model) { return [.say(problem)] }
    model.isWorking = true
    switch model.purpose {
    case .changePassphrase: return [.change(old: model.text(.old), new: model.text(.new))]
    case .recover(let person):
      return [.recover(person, passphrase: model.text(.new), file: model.text(.file))]
    case .answer:
      guard let slip = model.slip else { return [.read(file: model.text(.file))] }
      return [.answer(slip, file: model.text(.file))]
    }
  }

  private static func problem(_ model: inout Model) -> Label? {
    let rules = PassphraseRules(personalWords: model.personalWords)
    if let problem = rules.problem(with: model.text(.new)) {
      model.focus = .new
      return PersonPhrase.of(problem).label
    }
    guard model.text(.new) == model.text(.again) else {
      model.texts[.again] = TextField.Model(isSecret: true, limit: 400)
      model.focus = .again
      return PersonPhrase.different.label
    }
    return nil
  }
}

extension KeyCareScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      title(of: model), keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let area = body.centred(rows: body.rows, columns: min(body.columns, 70))
    // On the smallest screens F1 explains, and the fields stand close together.
    let text = words(about: model, language, area.columns, rows: area.rows - 2 * model.fields.count)
    grid.draw(text, in: area)
    var row = text.isEmpty ? 0 : text.count + 1
    let step = row + 3 * model.fields.count <= area.rows ? 3 : 2
    var cursor: Point?
    for field in model.fields {
      guard let model = (model.texts[field].map { (model, $0) }) else { continue }
      grid.draw(name(of: field).text(in: language), at: area.point(row), style: .label)
      let box = Rect(
        row: area.row + row + 1, column: area.column, rows: 1, columns: min(60, area.columns))
      let isFocused = field == model.0.focus
      let place = TextField.view(
        model.1, in: box, on: &grid, style: isFocused ? .focus : .accent)
      if isFocused { cursor = place }
      row += step
    }
    if model.isWorking {
      grid.draw(KeyCarePhrase.working.text(in: language), at: area.point(row), style: .accent)
    }
    return cursor
  }

  /// What stands above the fields: of what a passphrase needs as much as there is room for.
  private static func words(
    about model: Model, _ language: Language, _ columns: Int, rows: Int
  ) -> [String] {
    func wrapped(_ words: any Wording) -> [String] {
      TextWrap.lines(words.text(in: language), width: columns)
    }
    let facts = facts(model.slip, language).flatMap { TextWrap.lines($0, width: columns) }
    let why = wrapped(explanation(of: model.purpose))
    let isChoosing = model.fields.contains(.new)
    let needs = isChoosing ? wrapped(PersonPhrase.passphraseHint) : []
    let short = isChoosing ? wrapped(PersonPhrase.passphraseNeeds) : []
    let choices = [why + needs, needs, short].map { facts + $0 }
    return choices.first { $0.count + 1 < rows } ?? (choices[2].count < rows ? choices[2] : facts)
  }

  static func explanation(of purpose: Purpose) -> KeyCarePhrase {
    switch purpose {
    case .changePassphrase: .changeHelp
    case .recover: .recoverText
    case .answer: .answerText
    }
  }

  /// Whose request it is, once it was read.
  static func facts(_ slip: RecoverySlip?, _ language: Language) -> [String] {
    guard let slip else { return [] }
    let officers = slip.answers.map(\.name).joined(separator: ", ")
    let answered = "\(KeyCarePhrase.answeredBy.text(in: language)) \(officers)"
    return ["\(slip.name)   \(BuddhistTime.text(slip.made))   \(slip.comparison)"]
      + (officers.isEmpty ? [] : [answered]) + [
        KeyCarePhrase.answerIt.text(in: language), "",
      ]
  }

  /// What the screen is about, with the person whose passphrase is forgotten.
  static func title(of model: Model) -> Label {
    switch model.purpose {
    case .changePassphrase: return KeyCarePhrase.changeTitle.label
    case .answer: return KeyCarePhrase.answerTitle.label
    case .recover:
      let title = KeyCarePhrase.recoverTitle.label
      guard !model.name.isEmpty else { return title }
      return Label("\(title.thai): \(model.name)", "\(title.english): \(model.name)")
    }
  }

  static func help(of purpose: Purpose) -> KeyCarePhrase {
    switch purpose {
    case .changePassphrase: .changeHelp
    case .recover: .recoverHelp
    case .answer: .answerHelp
    }
  }

  static func name(of field: Field) -> KeyCarePhrase {
    switch field {
    case .old: .old
    case .new: .new
    case .again: .again
    case .file: .file
    }
  }
}
