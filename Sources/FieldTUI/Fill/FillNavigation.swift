import SurveyForms
import TerminalKit

/// Where the focus is, and where it goes next.
extension FillScreen.Model {
  /// Reads sections and problems anew after the session changed, keeping the place; of the sections
  /// only those that the changes touched, where they are known.
  mutating func refresh(after changes: Changes? = nil) {
    let path = entry?.path
    let page = sections.indices.contains(section) ? sections[section].page : nil
    sections = changes.map { session.sections(sections, after: $0) } ?? session.sections()
    section = sections.firstIndex { $0.page == page } ?? min(section, max(0, sections.count - 1))
    let validation = session.validate()
    problems = Dictionary(
      validation.problems.map { ($0.path, $0.problem) }, uniquingKeysWith: { first, _ in first })
    faults = validation.faults
    readWarnings()
    prefilled = profile.map { ProfilePrefill.known($0, in: session, sections) } ?? []
    readPage()
    focus = entries.firstIndex { $0.path == path } ?? firstStop(from: 0, step: 1) ?? 0
  }

  /// Opens a question by its path, or the first that needs an answer.
  mutating func open(place: String) {
    if !place.isEmpty, jump(to: place) { return }
    section = sections.indices.first { !isPrefilled(section: $0) } ?? 0
    openPage(atEnd: false)
  }

  /// Goes to the question with this path; false when it is not asked now.
  @discardableResult
  mutating func jump(to path: String) -> Bool {
    for index in sections.indices {
      let page = entries(ofSection: index)
      guard let target = page.firstIndex(where: { $0.path == path || $0.covers.contains(path) })
      else { continue }
      section = index
      readPage()
      markReached()
      focus =
        entries[target].takesFocus
        ? target
        : firstStop(from: target, step: -1) ?? firstStop(from: target, step: 1) ?? target
      startEditing()
      return true
    }
    return false
  }

  /// Takes the pages of a draft that is opened again as seen that the person has seen, as far as its
  /// answers tell: those before the place where it was left, and those where something was answered.
  mutating func recallPages(leftAt place: String) {
    let isThere = entry.map { $0.path == place || $0.covers.contains(place) } ?? false
    let before = isThere ? section : 0
    reached.formUnion(sections.prefix(before).map(\.page))
    func given(_ page: Section, but begun: FormSession?) -> Bool {
      page.items.contains { item in
        let value = session.value(item.path)
        // The day may be that of the pile.
        let isOwn = item.question.role != .surveyDate && !prefilled.contains(item.path)
        return !value.isEmpty && isOwn && !session.isReadonly(item.path)
          && value != begun?.value(item.path)
      }
    }
    let ahead = sections.dropFirst(before).filter { given($0, but: nil) }
    guard !ahead.isEmpty else { return }
    // Some of what stands there may be the form's own; to know that costs as much as a new record.
    let begun = session.asBegun()
    reached.formUnion(ahead.filter { given($0, but: begun) }.map(\.page))
  }

  mutating func openPage(atEnd: Bool) {
    readPage()
    markReached()
    focus =
      (atEnd ? firstStop(from: entries.count - 1, step: -1) : firstStop(from: 0, step: 1)) ?? 0
    if !atEnd { scroll = .fromPageStart }
    startEditing()
    if atEnd { showEditor() }
  }

  mutating func startEditing() {
    editor = standingEditor
    restoreUntaken()
    raised = []
    guard offersNothing, let path = entry?.path, let fault = session.choiceFault(path) else {
      return
    }
    notice = .form(phrase(for: fault))
  }

  /// The editor of the entry in focus as the answers stand, without what was typed since.
  var standingEditor: QuestionEditor {
    entry.map { FillEditors.editor(of: $0, in: session, setting) } ?? .inert
  }

  private var offersNothing: Bool {
    switch editor {
    case .choice(let list): list.choices.isEmpty
    case .manyChoices(let list): list.choices.isEmpty
    case .rank(let list): list.ranking.items.isEmpty
    case .text, .number, .nationalID, .date, .longChoice, .place, .trigger, .range, .manyFound,
      .file, .inert:
      false
    }
  }

  /// Goes to the next question, or page; at the end of the last page to the review.
  mutating func goOn() {
    let next = firstStop(from: focus + 1, step: 1)
    if readOn(to: next) { return }
    if let next {
      focus = next
      startEditing()
    } else if let next = sections.indices.first(where: { $0 > section && !isPrefilled(section: $0) }
    ) {
      section = next
      openPage(atEnd: false)
    } else {
      openReview()
    }
  }

  mutating func goBack() {
    let previous = firstStop(from: focus - 1, step: -1)
    if readBack(to: previous) { return }
    if let previous {
      focus = previous
      startEditing()
      showEditor()
    } else if section > 0 {
      section -= 1
      openPage(atEnd: true)
    }
  }

  mutating func turnPage(by step: Int) {
    guard sections.indices.contains(section + step) else {
      if step > 0 { openReview() }
      return
    }
    section += step
    openPage(atEnd: false)
  }

  /// Goes to the next question with a remark of the officer's or a problem, round to the first.
  mutating func jumpToFlagged() {
    let pages = sections.indices.map { entries(ofSection: $0) }
    let all = pages.enumerated().flatMap { page, entries in entries.map { (page, $0) } }
    let flagged = all.indices.filter { index in
      let entry = all[index].1
      return !comments(on: entry).isEmpty
        || entry.covers.contains { shownProblem(at: $0) != nil }
    }
    let here = all.firstIndex { page, entry in page == section && entry.path == self.entry?.path }
    guard let target = flagged.first(where: { $0 > here ?? 0 }) ?? flagged.first else {
      notice = .nothingFlagged
      return
    }
    jump(to: all[target].1.path)
  }

  func entries(ofSection index: Int) -> [PageEntry] {
    PageEntry.entries(of: sections[index], joinsPlaces: setting.areas != nil)
  }

  private mutating func markReached() {
    if sections.indices.contains(section) { reached.insert(sections[section].page) }
  }

  private mutating func readPage() {
    entries = sections.indices.contains(section) ? entries(ofSection: section) : []
  }

  private func firstStop(from start: Int, step: Int) -> Int? {
    stride(from: start, through: step > 0 ? entries.count - 1 : 0, by: step)
      .first { entries.indices.contains($0) && entries[$0].takesFocus }
  }

  /// Whether the profile answered the whole page, so that nobody need stop at it.
  func isPrefilled(section index: Int) -> Bool {
    let paths = entries(ofSection: index).flatMap(\.covers)
    guard paths.contains(where: prefilled.contains) else { return false }
    return paths.allSatisfy { path in
      problems[path] == nil
        && (prefilled.contains(path) || session.value(path).isEmpty || !session.isRequired(path))
    }
  }
}
