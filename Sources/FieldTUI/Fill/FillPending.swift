import OfflineStore
import SurveyForms
import TerminalKit

/// What was typed at a question and is no answer yet: kept beside the answers, never among them.
///
/// It becomes an answer when the person takes it with Enter, and goes when the person takes it back;
/// passing through does neither.
extension FillScreen.Model {
  /// Every text without an answer, that of the question in focus included, as a snapshot keeps it.
  var texts: [PendingText] {
    var texts = pending
    if let path = entry?.path { texts[path] = editor.untaken }
    return texts.keys.sorted().compactMap { path in
      texts[path].map { PendingText(path: path, text: $0) }
    }
  }

  /// Whether what stands in the field is on its way to the disk, or there.
  var areTextsSaved: Bool { !saving.hasFailed && texts == saving.texts }

  /// Whether the text in the field was put back as it was left, and nothing was typed since.
  var isRecalled: Bool {
    guard let path = entry?.path, let text = editor.untaken else { return false }
    return pending[path] == text
  }

  /// Keeps what stands in the field before the focus leaves it.
  mutating func setAside() {
    guard let path = entry?.path, pending[path] != editor.untaken else { return }
    pending[path] = editor.untaken
  }

  /// Forgets what was typed in the field, which somebody has dropped on purpose or taken.
  mutating func dropUntaken() {
    for path in entry?.covers ?? [] where pending[path] != nil { pending[path] = nil }
  }

  /// Puts what was typed before into the field.
  mutating func restoreUntaken() {
    guard let path = entry?.path, let text = pending[path] else { return }
    editor.restore(text, setting)
  }

  /// Where a key leads past a text that was put back: moving on does not make it an answer.
  func wayPast(_ key: Key) -> QuestionEffect? {
    guard isRecalled else { return nil }
    // Numbers judge themselves, and in a list the arrows move.
    if case .rank = editor { return nil }
    return switch key {
    case .tab: .goOn
    case .backTab: .goBack
    case .down where editor.typed != nil: .goOn
    case .up where editor.typed != nil: .goBack
    default: nil
    }
  }

  /// Follows the removal of an instance such as `/data/people[2]`: its texts go with it, and those of
  /// the instances behind it move up.
  mutating func dropTexts(below instance: String) {
    guard !pending.isEmpty, let open = instance.lastIndex(of: "["),
      let number = Int(instance[open...].dropFirst().dropLast())
    else { return }
    var kept: [String: String] = [:]
    for (path, text) in pending where !path.hasPrefix(instance + "/") {
      let rest = path.dropFirst(instance[...open].count)
      guard path.hasPrefix(instance[...open]), let close = rest.firstIndex(of: "]"),
        let other = Int(rest[..<close]), other > number
      else {
        kept[path] = text
        continue
      }
      kept["\(instance[...open])\(other - 1)\(rest[close...])"] = text
    }
    pending = kept
  }

  /// Takes up what a draft holds.
  mutating func recall(_ texts: [PendingText]) {
    guard !texts.isEmpty else { return }
    pending = Dictionary(texts.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    saving.texts = texts
  }

  /// Says that something stands where it was left.
  mutating func sayRecalled() {
    guard !pending.isEmpty else { return }
    notice = .form(editor.isDirty ? .recalledHere : .recalledElsewhere(pending.count))
  }

  /// What is to be done about a text that is no answer; nil where there is none.
  func untakenWords(at path: String) -> String? {
    guard let text = pending[path], let entry = asked(at: path) else { return nil }
    var trial = FillEditors.editor(of: entry, in: session, setting)
    trial.restore(text, setting)
    if case .rank(let ranking) = trial {
      return RankPhrase.notTaken(ranking.fault).text(in: language)
    }
    return FormPhrase.notTaken(trial.isPrivate ? "" : text).text(in: language)
  }

  private func asked(at path: String) -> PageEntry? {
    for index in sections.indices where sections[index].items.contains(where: { $0.path == path }) {
      return entries(ofSection: index).first { $0.path == path }
    }
    return nil
  }

  /// How many questions must be corrected, those with a text that is no answer among them.
  var openProblems: Int {
    problems.count + pending.keys.count { problems[$0] == nil && asked(at: $0) != nil }
  }
}

extension FillScreen {
  /// Writes what is being typed to the disk, unless it is there.
  static func keepTexts(_ model: inout Model) -> [Effect] {
    model.texts == model.saving.texts ? [] : [.save(snapshot(of: &model))]
  }
}
