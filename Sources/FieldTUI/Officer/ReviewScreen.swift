import SyncProtocol
import TerminalKit

/// One record beside its checks: an officer reads it, remarks on it and decides.
enum ReviewScreen {
  struct Model: Equatable, Sendable {
    var record: RecordReading
    /// What is written and has not gone out with a decision; it is kept when the screen is left.
    var notes: DecisionBody
    /// A position among the listed answers.
    var focus = 0
    var showsOnlyChanges = false
    /// The question whose national ID is shown whole, until the focus moves on.
    var revealed: String?
    var overlay: Overlay?
    var notice: OfficerPhrase?
    /// Whether a decision is on its way to the disk; until then no other is taken.
    var isSaving = false
    /// Where the record stands in the list, such as 3 of 120.
    var place: OfficerPhrase?
    var language: Language
    let role: Role

    init(
      _ record: RecordReading, notes: DecisionBody = DecisionBody(), role: Role,
      language: Language
    ) {
      self.record = record
      self.notes = notes
      self.role = role
      self.language = language
      // What an officer wants of a corrected record is what was corrected.
      showsOnlyChanges = record.changes > 0
    }
  }

  enum Overlay: Equatable, Sendable {
    case help(ScrollText.Model)
    case checks(ScrollText.Model)
    case care(Dialog.Model)
    case comment(path: String, TextField.Model)
    case reasons(ReasonsBox.Model)
    case files(FilesBox.Model)
  }

  enum Effect: Equatable, Sendable {
    case decide(Decision, DecisionBody)
    case undo
    case next, previous, back
    /// What is written so far, whenever it changes.
    case keep(DecisionBody)
    /// A whole national ID is shown; reading one is written down (reliability, 3.5).
    case revealed(path: String)
    /// The centre is to be asked for the files of the record, or for one of them.
    case listFiles
    case fetch(RecordFile, to: String)
    case stopFetching
    case switchLanguage
  }

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    if let overlay = model.overlay { return update(&model, overlay, key) }
    if move(&model, key) { return [] }
    guard let action = keys.action(for: key) else { return [] }
    model.notice = nil
    return perform(action, on: &model)
  }

  private static func move(_ model: inout Model, _ key: Key) -> Bool {
    let count = model.listed.count
    guard let focus = Scrolling.moved(model.focus, by: key, of: count, page: 8) else {
      return false
    }
    model.put(focus)
    return true
  }

  private static func perform(_ action: Action, on model: inout Model) -> [Effect] {
    switch action {
    case .verify: return verify(&model)
    case .return: return ask(.return, &model)
    case .reject: return ask(.reject, &model)
    case .unverify:
      return ask(model.record.row.state == .retracted ? .restore : .unverify, &model)
    case .comment: openComment(&model)
    case .reveal: return reveal(&model)
    case .nextChange: jumpToNextChange(&model)
    case .onlyChanges: toggleChanges(&model)
    case .checks: model.overlay = .checks(ChecksText.model(model))
    case .files:
      model.overlay = .files(FilesBox.Model())
      return [.listFiles]
    case .undo: return [.undo]
    case .next: return [.next]
    case .previous: return [.previous]
    case .help: model.overlay = .help(OfficerKeys.help(keys, in: model.language))
    case .language: return [.switchLanguage]
    case .back: return [.back]
    }
    return []
  }

  /// Whether a decision may be taken now; if not, the screen says why.
  private static func admits(_ decision: Decision, _ model: inout Model) -> Bool {
    guard !model.isSaving else { return false }
    guard let refusal = ReviewRefusal.of(decision, on: model.record.row, by: model.role) else {
      return true
    }
    model.notice = .refused(refusal)
    return false
  }

  /// Verifies; a record with something to look at is asked about once, and never blocked.
  private static func verify(_ model: inout Model) -> [Effect] {
    guard admits(.verify, &model) else { return [] }
    let comments = model.notes.comments.count
    guard model.record.asksForCare || comments > 0 else { return decide(.verify, &model) }
    let text = OfficerPhrase.careText(
      warnings: model.record.warnings.count, doubles: model.record.doubles.count,
      comments: comments, isBeside: model.record.row.unsettled != nil)
    let buttons = [OfficerPhrase.lookAgain, .verifyAnyway].map { $0.text(in: model.language) }
    model.overlay = .care(
      Dialog.Model(
        title: OfficerPhrase.careTitle.text(in: model.language),
        text: text.text(in: model.language), buttons: buttons))
    return []
  }

  private static func decide(_ decision: Decision, _ model: inout Model) -> [Effect] {
    model.overlay = nil
    model.isSaving = true
    return [.decide(decision, model.notes)]
  }

  private static func ask(_ decision: Decision, _ model: inout Model) -> [Effect] {
    guard admits(decision, &model) else { return [] }
    model.overlay = .reasons(ReasonsBox.Model(decision, model.notes))
    return []
  }

  private static func openComment(_ model: inout Model) {
    guard let answer = model.focused else { return }
    guard model.role.may(.review) else {
      model.notice = .refused(.notYourRole)
      return
    }
    let text = model.notes.comments.first { $0.path == answer.path }?.text ?? ""
    model.overlay = .comment(path: answer.path, TextField.Model(text, limit: 500))
  }

  private static func reveal(_ model: inout Model) -> [Effect] {
    guard let answer = model.focused, model.role.may(.revealNationalID), answer.holdsNationalID
    else {
      model.notice = .notSecret
      return []
    }
    model.revealed = model.revealed == nil ? answer.path : nil
    return model.revealed == nil ? [] : [.revealed(path: answer.path)]
  }

  private static func jumpToNextChange(_ model: inout Model) {
    let listed = model.listed
    let changed = listed.indices.filter { listed[$0].isChanged }
    guard let next = changed.first(where: { $0 > model.focus }) ?? changed.first else {
      model.notice = .noChanges
      return
    }
    model.put(next)
  }

  private static func toggleChanges(_ model: inout Model) {
    guard model.record.changes > 0 else {
      model.notice = .noChanges
      return
    }
    let path = model.focused?.path
    model.showsOnlyChanges.toggle()
    model.put(model.listed.firstIndex { $0.path == path } ?? 0)
  }

  private static func update(_ model: inout Model, _ overlay: Overlay, _ key: Key) -> [Effect] {
    switch overlay {
    case .help(var text): model.overlay = ScrollText.update(&text, key) ? .help(text) : nil
    case .checks(var text): model.overlay = ScrollText.update(&text, key) ? .checks(text) : nil
    case .care(let dialog): return updateCare(&model, dialog, OfficerKeys.latin(key))
    case .comment(let path, let field): return updateComment(&model, path, field, key)
    case .reasons(let box): return updateReasons(&model, box, key)
    case .files(let box): return updateFiles(&model, box, key)
    }
    return []
  }

  private static func updateFiles(
    _ model: inout Model, _ box: FilesBox.Model, _ key: Key
  ) -> [Effect] {
    var box = box
    let outcome = FilesBox.update(&box, key)
    model.overlay = outcome == .close ? nil : .files(box)
    switch outcome {
    case .stay, .close: return []
    case .stop: return [.stopFetching]
    case .fetch(let file, let path): return [.fetch(file, to: path)]
    }
  }

  private static func updateCare(
    _ model: inout Model, _ dialog: Dialog.Model, _ key: Key
  ) -> [Effect] {
    if key == .character("v") { return decide(.verify, &model) }
    var dialog = dialog
    switch Dialog.update(&dialog, key) {
    case .moved, .ignored: model.overlay = .care(dialog)
    case .cancelled, .chose(0): model.overlay = nil
    case .chose: return decide(.verify, &model)
    }
    return []
  }

  /// A comment is kept at every key, so there is no way to lose it.
  private static func updateComment(
    _ model: inout Model, _ path: String, _ field: TextField.Model, _ key: Key
  ) -> [Effect] {
    guard key != .enter, key != .escape else {
      model.overlay = nil
      model.notice = field.text.isBlank ? .commentRemoved : .commentKept
      return []
    }
    var field = field
    let outcome = TextField.write(&field, key)
    model.overlay = .comment(path: path, field)
    model.notice = outcome == .full ? .fieldFull : nil
    guard outcome == .changed else { return [] }
    model.notes.remark(field.text, at: path)
    return [.keep(model.notes)]
  }

  private static func updateReasons(
    _ model: inout Model, _ box: ReasonsBox.Model, _ key: Key
  ) -> [Effect] {
    var box = box
    let outcome = ReasonsBox.update(&box, key)
    let isChanged = model.notes != box.body
    model.notes = box.body
    let kept = isChanged ? [Effect.keep(box.body)] : []
    switch outcome {
    case .edited: model.overlay = .reasons(box)
    case .closed: model.overlay = nil
    case .decided: return kept + decide(box.decision, &model)
    }
    return kept
  }
}

extension ReviewScreen.Model {
  /// The answers on the screen: all of them, or what differs from the version that was sent back.
  var listed: [RecordReading.Answer] {
    showsOnlyChanges ? record.answers.filter(\.isChanged) : record.answers
  }

  /// The answer that the keys act on.
  var focused: RecordReading.Answer? {
    let listed = listed
    return listed.indices.contains(focus) ? listed[focus] : nil
  }

  mutating func put(_ focus: Int) {
    self.focus = max(0, focus)
    revealed = nil
  }

  /// Something came from the centre for the box of files, if it is still there.
  mutating func take(_ news: FilesBox.News) {
    guard case .files(var box) = overlay else { return }
    box.take(news)
    overlay = .files(box)
  }

  func comment(at path: String) -> String? {
    notes.comments.first { $0.path == path }?.text
  }

  /// A newer version came in: it is shown instead, and what was written stays.
  mutating func take(_ record: RecordReading) {
    let path = focused?.path
    let isNewer = record.row.revision != self.record.row.revision
    self.record = record
    revealed = nil
    isSaving = false
    if isNewer {
      showsOnlyChanges = record.changes > 0
      notice = .newerRevision
      overlay = nil
    }
    focus = listed.firstIndex { $0.path == path } ?? 0
  }
}

extension RecordReading.Answer {
  var holdsNationalID: Bool {
    for case .nationalID? in [value, former] { return true }
    return false
  }
}

extension DecisionBody {
  var isEmpty: Bool { self == DecisionBody() }

  /// Writes a remark on a question; a blank one takes it away.
  mutating func remark(_ text: String, at path: String) {
    let place = comments.firstIndex { $0.path == path }
    switch (place, text.isBlank) {
    case (let place?, true): comments.remove(at: place)
    case (let place?, false): comments[place].text = text
    case (nil, false): comments.append(QuestionComment(path: path, text: text))
    case (nil, true): break
    }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
