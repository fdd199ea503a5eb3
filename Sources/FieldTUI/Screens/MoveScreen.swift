import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit

/// Whether a draft of an older version of its form is moved to the new one: what would be kept,
/// changed and lost.
enum MoveScreen {
  struct Model: Sendable {
    let record: RecordID
    /// The draft in its own version.
    let old: FormSession
    let move: FormMove
    var text = ScrollText.Model([])
    var confirm: Dialog.Model?
  }

  enum Effect: Equatable {
    /// Go on with the version that the draft was begun with.
    case stay(RecordID)
    case move(RecordID)
    case back
  }

  enum Action: Sendable { case stay, move, scroll, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: MovePhrase.stay.label, action: .stay),
    KeyBinding(.function(10), label: MovePhrase.move.label, action: .move),
    KeyBinding(.up, .down, label: Phrase.move.label, action: .scroll),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key, _ language: Language) -> [Effect] {
    if var dialog = model.confirm {
      let outcome = Dialog.update(&dialog, key)
      model.confirm = [.moved, .ignored].contains(outcome) ? dialog : nil
      return outcome == .chose(1) ? [.move(model.record)] : []
    }
    if ScrollText.update(&model.text, key) { return [] }
    switch keys.action(for: key) {
    case .stay: return [.stay(model.record)]
    case .move:
      guard !model.move.lost.isEmpty else { return [.move(model.record)] }
      model.confirm = Dialog.Model(
        title: MovePhrase.confirmTitle.text(in: language),
        text: MovePhrase.confirm(model.move.lost.count).text(in: language),
        buttons: [MovePhrase.goBack, .move].map { $0.text(in: language) })
      return []
    case .back: return [.back]
    case .scroll, nil: return []
    }
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, _ frame: ScreenFrame, on grid: inout Grid
  ) -> Point? {
    let body = frame.draw(
      MovePhrase.title.label, keys: GlobalKeys.help(after: keys, in: frame.language), on: &grid)
    var text = ScrollText.Model(lines(of: model, setting))
    text.top = model.text.top
    ScrollText.view(text, in: body, on: &grid)
    guard let dialog = model.confirm else { return nil }
    return Dialog.view(dialog, frame.language, in: grid.area, on: &grid)
  }
}

extension MoveScreen {
  /// The preview: what is lost first, for it needs a yes.
  static func lines(of model: Model, _ setting: QuestionSetting) -> [ScrollText.Line] {
    let language = setting.language
    let move = model.move
    let versions = "\(model.old.definition.version) → \(move.session.definition.version)"
    var lines = [
      ScrollText.Line("\(move.session.definition.title) · \(versions)", style: .label.bold),
      ScrollText.Line(MovePhrase.staysOrMoves.text(in: language)), ScrollText.Line(""),
    ]
    if move.lost.isEmpty, move.changed.isEmpty {
      lines.append(ScrollText.Line(MovePhrase.nothingChanges.text(in: language), style: .success))
    }
    func add(_ title: MovePhrase, _ count: Int, _ style: Style) {
      lines.append(
        ScrollText.Line("\(title.text(in: language)) (\(count))", style: style.bold))
    }
    for (title, answers, style) in [
      (MovePhrase.lost, move.lost, Style.problem), (.changed, move.changed, .warning),
    ] where !answers.isEmpty {
      add(title, answers.count, style)
      lines += answers.flatMap { self.lines(of: $0, in: model, setting) }
    }
    if !move.added.isEmpty {
      add(.added, move.added.count, .label)
      lines += move.added.map { ScrollText.Line("  + \(move.session.label($0))") }
    }
    add(.kept, move.kept.count, .success)
    return lines
      + move.kept.map { ScrollText.Line(words(of: $0, in: model, setting), style: .muted) }
  }

  private static func lines(
    of answer: FormMove.Answer, in model: Model, _ setting: QuestionSetting
  ) -> [ScrollText.Line] {
    let why = answer.reason.map { MovePhrase.of($0).text(in: setting.language) } ?? ""
    var lines = [
      ScrollText.Line(words(of: answer, in: model, setting)),
      ScrollText.Line("    \(why)", style: .accent),
    ]
    guard let now = newWords(of: answer, in: model, setting) else { return lines }
    lines.append(
      ScrollText.Line("    \(MovePhrase.now.text(in: setting.language)): \(now)", style: .accent))
    return lines
  }

  private static func words(
    of answer: FormMove.Answer, in model: Model, _ setting: QuestionSetting
  ) -> String {
    let value = PastAnswer.words(of: answer, in: model.old, setting)
    return "  \(model.old.label(answer.path)): \(value)"
  }

  /// What the question and its answer are in the new version, where that is not the same.
  private static func newWords(
    of answer: FormMove.Answer, in model: Model, _ setting: QuestionSetting
  ) -> String? {
    guard let path = answer.newPath, answer.reason != .hidden else { return nil }
    let entry = PageEntry(path: path, kind: .question(answer.question), headings: [])
    let value = ShownAnswer.lines(of: entry, in: model.move.session, setting)
    return "\(model.move.session.label(path)): \(value.joined(separator: " "))"
  }
}
