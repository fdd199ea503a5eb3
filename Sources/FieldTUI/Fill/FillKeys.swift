import TerminalKit

/// What a key does anywhere in a form, whatever the question in focus does with other keys.
enum FillAction: Sendable {
  case explain, language, nextFlagged, undo, redo, review, jumpList, remove, nextPage, previousPage,
    leave
  /// Fills in the address of the last record.
  case lastAddress
}

enum FillKeys {
  static let map = KeyMap<FillAction>([
    KeyBinding(.function(1), label: Label("อธิบาย", "Help"), action: .explain),
    KeyBinding(.function(2), label: Label("English", "ไทย"), action: .language),
    KeyBinding(.function(9), label: Label("ตรวจทาน", "Review"), action: .review),
    KeyBinding(.escape, label: Label("ออก", "Leave"), action: .leave),
    KeyBinding(.function(3), label: Label("ข้อที่ต้องแก้", "Next problem"), action: .nextFlagged),
    KeyBinding(.function(8), label: FormPhrase.removeTitle.label, action: .remove),
    KeyBinding(.function(4), .control("z"), label: Label("ย้อน", "Undo"), action: .undo),
    KeyBinding(
      .function(5), label: FillVillagePhrase.lastAddress.label, action: .lastAddress),
    KeyBinding(.function(7), .control("y"), label: Label("ทำซ้ำ", "Redo"), action: .redo),
    KeyBinding(.function(6), label: FormPhrase.jumpHere.label, action: .jumpList),
    KeyBinding(.pageDown, label: Label("หน้าถัดไป", "Next page"), action: .nextPage),
    KeyBinding(.pageUp, label: Label("หน้าก่อน", "Page before"), action: .previousPage),
  ])

  /// The line at the bottom while the review lies over the page.
  static func reviewHelp(of review: ReviewPage.Model, in language: Language) -> [KeyHelp] {
    let finishes = review.rows.indices.contains(review.row) && review.rows[review.row].finishes
    return [
      (Key.enter.name, finishes ? FillPhrase.finishTitle.label : FormPhrase.jumpHere.label),
      ("↑↓", Label("เลื่อน", "Move")), ("F2", Label("English", "ไทย")),
      (Key.escape.name, Label("กลับ", "Back")), ("F1", Label("อธิบาย", "Help")),
    ].map { KeyHelp(keys: $0, label: $1.text(in: language)) }
  }

  /// The line at the bottom while the reason for a change is asked for.
  static func reasonHelp(in language: Language) -> [KeyHelp] {
    [(Key.enter.name, Label("บันทึก", "Keep it")), (Key.escape.name, Label("กลับ", "Back"))]
      .map { KeyHelp(keys: $0, label: $1.text(in: language)) }
  }

  /// Whether a key does something in the question in focus, other than leading on.
  static func types(_ key: Key) -> Bool {
    ![.up, .down, .enter, .tab, .backTab, .resized].contains(key)
  }

  /// Every key, for the page that explains them.
  static func all(in language: Language) -> [KeyHelp] {
    [help(.enter, goOn, language)] + entries(language)
  }

  /// The line at the bottom of the page: the keys that do something here and now, the most important
  /// first.
  static func help(of model: FillScreen.Model) -> [KeyHelp] {
    let (editor, language) = (model.editor, model.language)
    let entries = zip(map.bindings.map(\.action), entries(language))
    let useful = entries.filter { model.hasUse(for: $0.0) }.map(\.1)
    let enter = editor.takesByEnter ? FormPhrase.take.label : editor.endsRow ?? goOn
    var first = [help(.enter, enter, language)]
    if case .rank(let ranking) = editor {
      return first + RankQuestion.help(of: ranking, in: language) + useful
    }
    if editor.opensBySpace {
      first.append(help(.character(" "), FormPhrase.openList.label, language))
    } else if editor.isOpen {
      first.append(help(.escape, FormPhrase.closeList.label, language))
      return first + useful.filter { $0.keys != Key.escape.name }
    }
    return first + useful
  }

  private static let goOn = Label("ไปต่อ", "Go on")

  private static func help(_ key: Key, _ label: Label, _ language: Language) -> KeyHelp {
    KeyHelp(keys: key.name, label: label.text(in: language))
  }

  private static func entries(_ language: Language) -> [KeyHelp] {
    language == .thai ? thaiEntries : englishEntries
  }

  // Drawn at every key.
  private static let thaiEntries = makeEntries(in: .thai)
  private static let englishEntries = makeEntries(in: .english)

  private static func makeEntries(in language: Language) -> [KeyHelp] {
    map.help(in: language).map { entry in
      // Of two keys the line names the one that works on every keyboard layout.
      guard let first = entry.keys.split(separator: "/").first, first.hasPrefix("F") else {
        return entry
      }
      return KeyHelp(keys: String(first), label: entry.label)
    }
  }
}

extension FillScreen.Model {
  /// Whether a key would do anything where the person is now.
  fileprivate func hasUse(for action: FillAction) -> Bool {
    switch action {
    case .explain, .language, .review, .leave: true
    case .nextFlagged: hasFlagged
    case .remove: instanceInFocus?.prompt.isOpen == true
    case .undo: !steps.isEmpty || editor.isDirty
    case .lastAddress: mayTakeAddress
    case .redo: !undone.isEmpty
    case .jumpList, .nextPage, .previousPage: sections.count > 1
    }
  }

  private var hasFlagged: Bool {
    memory.flagged { !comments.isEmpty || problems.keys.contains { shownProblem(at: $0) != nil } }
  }
}
