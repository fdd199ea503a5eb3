import SurveyForms
import TerminalKit

/// The log of how the record is filled in, which some forms want.
extension FillScreen {
  /// What the reason for a change stands before.
  enum Leaving: Equatable, Sendable { case leave, finish }

  /// Takes a message and writes down where it led.
  static func update(_ model: inout Model, _ message: Message) -> [Effect] {
    guard model.audit != nil else { return take(message, in: &model) }
    let hadNotice = model.notice?.asksAgain == true
    let effects = take(message, in: &model)
    if !hadNotice, model.notice?.asksAgain == true, let path = model.entry?.path,
      case .constraint? = model.problems[path]
    {
      model.audit?.add(.constraintError, path)
    }
    let (stop, session) = (model.stop, model.session)
    model.audit?.go(to: stop, in: session)
    return effects
  }

  /// Asks why a saved record was changed, where the form wants to know; true when it asks.
  static func asksReason(before leaving: Leaving, in model: inout Model) -> Bool {
    let isChanged = model.saving.asked > 0
    guard let audit = model.audit, audit.needsReason(isChanged: isChanged) else { return false }
    model.overlay = .reason(TextField.Model(limit: 300), leaving)
    return true
  }

  static func update(
    _ field: TextField.Model, before leaving: Leaving, _ key: Key, in model: inout Model
  ) -> [Effect] {
    var field = field
    switch key {
    case .escape:
      model.overlay = nil
      return []
    case .enter where field.text.contains(where: { !$0.isWhitespace }):
      model.overlay = nil
      model.audit?.give(reason: field.text)
      return leaving == .leave ? leave(&model) : finish(&model)
    case .enter: model.notice = .form(.reasonNeeded)
    default:
      if let excess = TextField.write(&field, key).excess { model.notice = .tooLong(excess) }
    }
    model.overlay = .reason(field, leaving)
    return []
  }

  /// Finishes the record together with its log.
  static func finish(_ model: inout Model) -> [Effect] {
    if asksReason(before: .finish, in: &model) { return [] }
    model.closeAudit(with: [.formSave, .formExit, .formFinalize])
    let snapshot = snapshot(of: &model)
    let log = model.audit?.file
    let submission = model.session.submission(log: log.map { _ in AuditLog.fileName })
    return [.finish(snapshot, submission: submission, log: log)]
  }

  /// Draws the question for the reason.
  static func viewReason(
    _ field: TextField.Model, in model: Model, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let language = model.language
    let words = FormPhrase.reasonQuestion.text(in: language)
    let wide = min(area.columns, 70)
    let lines = TextWrap.lines(words, width: wide - 6)
    let box = area.centred(rows: lines.count + 5, columns: wide)
    Dialog.frame(box, title: FormPhrase.reasonTitle.text(in: language), on: &grid)
    let (text, foot) = box.inset(rows: 1, columns: 3).splitBottom(2)
    grid.draw(lines, in: text)
    if let notice = model.notice {
      grid.draw(
        notice.text(in: language), at: foot.point(1), width: foot.columns, style: .problem)
    }
    return TextField.view(field, in: foot.splitTop(1).0, on: &grid)
  }
}

extension FillScreen.Model {
  /// Writes down from now on where the person goes.
  mutating func begin(_ log: AuditLog?) {
    audit = log
    let (stop, session) = (stop, session)
    audit?.go(to: stop, in: session)
  }

  fileprivate var stop: AuditLog.Stop {
    var shown = overlay
    if case .help? = overlay { shown = beneathHelp }
    switch shown {
    case .review: return .review
    case .jump: return .list
    case .help, .languages, .remove, .abandon, .reason, nil: break
    }
    guard let entry else { return .elsewhere }
    if case .addAnother(let prompt) = entry.kind { return .offer(prompt.path) }
    return .questions(entry.covers)
  }

  mutating func closeAudit(with events: [AuditLog.Event]) {
    audit?.go(to: .elsewhere, in: session)
    for event in events { audit?.add(event) }
  }
}
