import SurveyForms
import TerminalKit

/// Adding to a repeat and removing from it.
extension FillScreen {
  static func addInstance(of path: String, in model: inout Model) -> [Effect] {
    let name = model.sections.flatMap(\.repeats).first { $0.path == path }?.label ?? ""
    let step = Step(session: model.session, place: path, deed: .added(name))
    do {
      try model.session.addRepeat(path)
    } catch {
      model.notice = phrase(for: error)
      return []
    }
    model.remember(step)
    model.refresh()
    let instance = "\(path)[\(model.session.count(ofRepeat: path))]/"
    if let first = model.entries.first(where: { $0.path.hasPrefix(instance) && $0.takesFocus }) {
      model.jump(to: first.path)
    }
    return [.save(snapshot(of: &model))]
  }

  /// Asks whether what the focus stands in is to go.
  static func askToRemove(_ model: inout Model) {
    guard let (prompt, number) = model.instanceInFocus else {
      model.notice = .form(.notInRepeat)
      return
    }
    guard prompt.isOpen else {
      model.notice = .form(.countedRepeat)
      return
    }
    let instance = "\(prompt.path)[\(number)]"
    let name = model.nameOfInstance ?? ""
    let question = FormPhrase.removeQuestion(name, model.answers(below: instance))
    let dialog = Dialog.Model(
      title: FormPhrase.removeTitle.text(in: model.language),
      text: question.text(in: model.language),
      buttons: [FormPhrase.keep, .remove].map { $0.text(in: model.language) })
    model.overlay = .remove(dialog, instance: instance)
  }

  static func update(
    _ dialog: Dialog.Model, of instance: String, _ key: Key, in model: inout Model
  ) -> [Effect] {
    var dialog = dialog
    switch Dialog.update(&dialog, key) {
    case .chose(1):
      model.overlay = nil
      return remove(instance, in: &model)
    case .chose, .cancelled: model.overlay = nil
    case .moved, .ignored: model.overlay = .remove(dialog, instance: instance)
    }
    return []
  }

  private static func remove(_ instance: String, in model: inout Model) -> [Effect] {
    let step = Step(
      session: model.session, place: model.entry?.path ?? "",
      deed: .removed(model.nameOfInstance ?? ""))
    do {
      try model.session.removeRepeat(instance)
    } catch {
      model.notice = phrase(for: error)
      return []
    }
    model.audit?.add(.deleteRepeat, instance)
    model.dropTexts(below: instance)
    model.remember(step)
    model.refresh()
    model.startEditing()
    model.notice = .form(.removed)
    return [.save(snapshot(of: &model))]
  }
}

extension FillScreen.Model {
  /// The innermost repeat that the focus stands in, and its number there; on the offer to add
  /// another, the last one.
  var instanceInFocus: (prompt: RepeatPrompt, number: Int)? {
    guard let entry, sections.indices.contains(section) else { return nil }
    if case .addAnother(let prompt) = entry.kind {
      return prompt.count > 0 ? (prompt, prompt.count) : nil
    }
    let around = sections[section].repeats.filter { entry.path.hasPrefix($0.path + "[") }
    guard let prompt = around.max(by: { $0.path.count < $1.path.count }) else { return nil }
    let number = entry.path.dropFirst(prompt.path.count + 1).prefix { $0 != "]" }
    return Int(number).map { (prompt, $0) }
  }

  /// What the instance in focus is called: `คน 2`.
  fileprivate var nameOfInstance: String? {
    instanceInFocus.map { prompt, number in
      [prompt.label ?? "", String(number)].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// How many questions are answered in an instance.
  fileprivate func answers(below instance: String) -> Int {
    sections[section].items.count { item in
      item.path.hasPrefix(instance + "/") && !item.question.isNote
        && !session.value(item.path).isEmpty
    }
  }
}
