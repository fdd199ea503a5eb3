import SurveyForms
import TerminalKit

extension FillScreen {
  static func take(_ message: Message, in model: inout Model) -> [Effect] {
    switch message {
    case .saved(let number):
      model.saving.done = max(model.saving.done, number)
      return model.saving.leavesAfter.map { number >= $0 } ?? false ? [.leave] : []
    case .saveFailed(let number, let reason):
      model.saving.failed = max(model.saving.failed, number)
      model.saving.reason = reason
      model.saving.mayLeaveUnsaved = model.saving.leavesAfter == number
      if model.saving.mayLeaveUnsaved { model.saving.leavesAfter = nil }
      return []
    case .attachFailed(let path, let reason): return takeBack(path, because: reason, in: &model)
    case .similar(let people):
      model.take(people)
      return []
    case .address(let address): return model.take(address) ? [.save(snapshot(of: &model))] : []
    case .pause: return model.saving.hasFailed ? [.save(snapshot(of: &model))] : []
    case .rest: return keepTexts(&model)
    case .line(let line):
      let effects = take(line, in: &model)
      return effects + (model.newLookup().map { [.lookForSimilar($0)] } ?? [])
    case .settle:
      let effects = keepTexts(&model)
      guard effects.isEmpty else { return effects }
      // Whoever comes back after a lock comes back to the question that was left.
      let hasMoved = model.keptPlace.map { $0 != model.entry?.path ?? "" } ?? false
      return hasMoved ? [.save(snapshot(of: &model))] : take(.pause, in: &model)
    case .key(let key, let time):
      // Leaving is a matter of milliseconds; what is typed ahead must not get into an answer.
      guard model.saving.leavesAfter == nil, !model.bounce.drops(key, at: time) else { return [] }
      defer { model.saving.mayLeaveUnsaved = false }
      model.notice = nil
      model.chosen = nil
      model.pressed = (key, time)
      let known = model.faults
      let (stand, steps) = (Stand(model), model.stepNumber)
      let left = model.entry
      let effects = press(key, at: time, in: &model)
      model.judgeTyped()
      model.say(newIn: known)
      model.warnAgain(leaving: left)
      if model.notice == nil { model.notice = model.chosen }
      if isTurn(key, from: stand, in: model, answered: model.stepNumber > steps) {
        model.bounce.turn(by: key, at: time)
      }
      return effects + (model.newLookup().map { [.lookForSimilar($0)] } ?? [])
    }
  }

  private static func press(_ key: Key, at time: Int?, in model: inout Model) -> [Effect] {
    if case .help(var text) = model.overlay {
      let isScrolling = ScrollText.update(&text, key)
      model.overlay = isScrolling ? .help(text) : model.beneathHelp
      if !isScrolling { model.beneathHelp = nil }
      return key == .function(2) ? switchLanguage(&model) : []
    }
    if case .languages(let list) = model.overlay { return update(list, key, in: &model) }
    if key == .function(2) { return switchLanguage(&model) }
    if key == .function(1), let help = model.overlay.flatMap({ FillHelp.text(of: $0, in: model) }) {
      model.beneathHelp = model.overlay
      model.overlay = .help(help)
      return []
    }
    switch model.overlay {
    case .review(let review): return update(review, key, in: &model)
    case .jump(let list): return update(list, key, in: &model)
    case .remove(let dialog, let instance): return update(dialog, of: instance, key, in: &model)
    case .abandon(let dialog): return update(dialog, key, in: &model)
    case .reason(let field, let leaving): return update(field, before: leaving, key, in: &model)
    case .languages, .help, nil: break
    }
    if let effects = guardAfterReview(key, in: &model) { return effects }
    return pressOnPage(key, at: time, in: &model)
  }

  /// A key for the page itself.
  static func pressOnPage(
    _ key: Key, at time: Int? = nil, in model: inout Model
  ) -> [Effect] {
    if model.editor.isOpen, [.escape, .pageUp, .pageDown].contains(key) {
      return apply(model.editor.update(key, model.setting, at: time), in: &model)
    }
    if let action = FillKeys.map.action(for: key) { return perform(action, in: &model) }
    if case .addAnother(let prompt)? = model.entry?.kind, key.digit == 1 || key == .character(" ") {
      return addInstance(of: prompt.path, in: &model)
    }
    if model.readsOn(key) { return [] }
    if FillKeys.types(key) { model.showEditor() }
    if key == .up || key == .down, moveRow(by: key == .up ? -1 : 1, in: &model) { return [] }
    if let way = model.wayPast(key) { return apply([way], in: &model) }
    return apply(model.editor.update(key, model.setting, at: time), in: &model)
  }

  /// Moves within a text that takes several rows, as it was drawn; at its ends the arrows lead on.
  private static func moveRow(by step: Int, in model: inout Model) -> Bool {
    guard let width = model.memory.editorColumns, var typed = model.editor.typed,
      TextField.moveRow(&typed.field, by: step, width: width)
    else { return false }
    model.editor.typed = typed
    return true
  }

  private static func typed(_ key: Key) -> Unicode.Scalar? {
    guard case .character(let scalar) = key else { return nil }
    return scalar
  }

  private static func perform(_ action: FillAction, in model: inout Model) -> [Effect] {
    switch action {
    case .explain:
      model.overlay = .help(FillHelp.text(of: model))
      return []
    case .language: return switchLanguage(&model)
    case .undo: return undo(&model)
    case .lastAddress:
      return model.mayTakeAddress ? moving(&model) { _ in } + [.lastAddress] : []
    case .redo: return redo(&model)
    case .leave: return leave(&model)
    case .nextFlagged: return moving(&model) { $0.jumpToFlagged() }
    case .review: return moving(&model) { $0.openReview() }
    case .jumpList: return moving(&model) { $0.openJumpList() }
    case .remove: return moving(&model) { askToRemove(&$0) }
    case .nextPage: return moving(&model) { $0.turnPage(by: 1) }
    case .previousPage: return moving(&model) { $0.turnPage(by: -1) }
    }
  }

  /// Accepts what was typed, then moves; a text that is refused keeps the focus.
  private static func moving(_ model: inout Model, _ move: (inout Model) -> Void) -> [Effect] {
    var effects: [Effect] = []
    if model.editor.isDirty, !model.isRecalled {
      let asked = model.editor.leave(model.setting)
      effects = apply(asked.filter { $0 != .goOn }, in: &model)
      guard asked.contains(.goOn), model.editor.typed?.problem == nil else { return effects }
    }
    guard !model.holdsForWarning() else { return effects }
    model.setAside()
    move(&model)
    return effects
  }

  /// Leaves once everything is on disk.
  ///
  /// A typed text that cannot be accepted is given up only where a box asked for it, and answers that
  /// the disk refuses only when leaving is asked for twice.
  static func leave(_ model: inout Model) -> [Effect] {
    if model.saving.mayLeaveUnsaved { return [.leave] }
    var effects = moving(&model) { _ in }
    guard !model.editor.isDirty || model.isRecalled else {
      model.askToAbandon()
      return effects
    }
    if effects.isEmpty { effects = keepTexts(&model) }
    if asksReason(before: .leave, in: &model) { return effects }
    if effects.isEmpty { effects = take(.pause, in: &model) }
    if model.audit != nil, model.saving.asked > 0 {
      model.closeAudit(with: [.formSave, .formExit])
      effects.append(.save(snapshot(of: &model)))
    }
    guard !model.saving.isDone else { return effects + [.leave] }
    model.saving.leavesAfter = model.saving.asked
    return effects
  }

  /// Whether to leave without the text that no answer could be made of.
  private static func update(
    _ dialog: Dialog.Model, _ key: Key, in model: inout Model
  ) -> [Effect] {
    var dialog = dialog
    switch Dialog.update(&dialog, key) {
    case .chose(1):
      model.overlay = nil
      model.setAside()
      return leave(&model)
    case .chose, .cancelled: model.overlay = nil
    case .moved, .ignored: model.overlay = .abandon(dialog)
    }
    return []
  }

  /// Switches the screens; of a form that speaks others too, asks which one.
  private static func switchLanguage(_ model: inout Model) -> [Effect] {
    guard model.session.definition.speaksOthers, model.overlay == nil else {
      return speak(model.language.other, in: &model)
    }
    model.openLanguages()
    return []
  }

  static func speak(_ language: Language, in model: inout Model) -> [Effect] {
    model.speak(language)
    model.refresh()
    let sought = model.editor.sought
    model.editor.relabel(from: model.standingEditor)
    if !sought.isEmpty || !model.editor.isDirty { model.startEditing() }
    // The list is another one; what was looked for is looked for again.
    if !sought.isEmpty, model.editor.sought != sought {
      for key in [Key.control("u"), .paste(sought)] { _ = model.editor.update(key, model.setting) }
    }
    if case .review(let review) = model.overlay {
      model.openReview()
      if case .review(var fresh) = model.overlay {
        fresh.highlighted = min(review.highlighted, max(0, fresh.stops.count - 1))
        model.overlay = .review(fresh)
      }
    }
    return [.language(model.language)]
  }
}

extension FillScreen {
  static func snapshot(of model: inout Model) -> Snapshot {
    model.saving.asked += 1
    model.keptPlace = model.entry?.path ?? ""
    model.saving.texts = model.texts
    return Snapshot(
      number: model.saving.asked, record: model.record, instance: model.session.draft(),
      title: model.keptTitle, place: model.entry?.path ?? "", problems: model.openProblems,
      answered: model.session.answeredCount(), comments: model.comments,
      audit: model.audit?.lines ?? "", pending: model.saving.texts, card: model.session.card,
      address: model.session.houseAddress)
  }
}

extension FillScreen.Model {
  /// Finds out whether the text in the field would mend the problem said under it, which then goes:
  /// only where there is one, for it takes a copy of the record.
  fileprivate mutating func judgeTyped() { isMended = mendsProblem }

  private var mendsProblem: Bool {
    guard editor.isDirty, let paths = entry?.covers,
      paths.contains(where: { answerProblem(at: $0) != nil })
    else { return false }
    var trial = editor
    guard case .answer(let answers)? = trial.leave(setting).first else { return false }
    var mended = session
    do throws(AnswerProblem) {
      for answer in answers { try mended.answer(answer.path, answer.text) }
    } catch {
      return false
    }
    return paths.allSatisfy { mended.problem(at: $0) == nil }
  }

  /// Asks whether to leave without the text in the field; a secret one is not repeated.
  fileprivate mutating func askToAbandon() {
    let text = editor.typed?.field.text ?? editor.sought
    let shown = editor.typed?.field.isSecret == true ? "" : TextWidth.clip(text, to: 40)
    notice = nil
    overlay = .abandon(
      Dialog.Model(
        title: FormPhrase.abandonTitle.text(in: language),
        text: FormPhrase.abandonQuestion(shown).text(in: language),
        buttons: [FormPhrase.stay, .abandon].map { $0.text(in: language) }))
  }
}
