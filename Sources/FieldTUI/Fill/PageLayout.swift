import SurveyForms
import TerminalKit

/// Lays out the entries of a page as on paper: the words of a question, its answer beside or below
/// them, and what is wrong with it under it.
struct PageLayout {
  let model: FillScreen.Model
  let width: Int
  /// How many rows of the page are seen at once.
  let rows: Int

  /// - Parameter page: What lies below the title of the section.
  init(model: FillScreen.Model, in page: Rect) {
    self.model = model
    width = page.columns - 2
    rows = page.rows
  }

  /// - Parameter size: The rows that are seen at once, and the columns that words take.
  init(model: FillScreen.Model, size: Size) {
    self.model = model
    width = size.columns
    rows = size.rows
  }

  private var session: FormSession { model.session }
  private var setting: QuestionSetting { model.setting }

  /// The column in which short answers begin, so that they stand below each other.
  private var answerColumn: Int { min(26, width * 2 / 5) }

  func block(_ index: Int) -> PageBlock {
    let room = index == model.focus ? editorRoom : nil
    let place = PageMemory.Place(entry: index, width: width, editor: room)
    return model.memory.block(at: place) { layOut(index, room) }
  }

  /// The room for the editor in focus; nil when the question cannot be answered here.
  var editorRoom: PageMemory.EditorRoom? {
    guard model.editor != .inert else { return nil }
    let beside = width - answerColumn
    let height = model.editor.height(width: width - 2, setting)
    return PageMemory.EditorRoom(
      height: height, heightBeside: model.editor.height(width: beside, setting),
      fitsBeside: model.editor.fitsBeside(width: beside),
      isTight: model.editor.isTall && height + wordRows > rows, rows: rows)
  }

  /// The rows that the words of the question in focus take.
  private var wordRows: Int {
    guard let entry = model.entry else { return 0 }
    let hint = session.hint(entry.path).map { TextWrap.lines($0, width: width - 2).count } ?? 0
    return TextWrap.lines(label(of: entry).plain, width: width).count + hint
  }

  private func layOut(_ index: Int, _ room: PageMemory.EditorRoom?) -> PageBlock {
    let entry = model.entries[index]
    var block = PageBlock(width: width)
    addHeadings(of: entry, after: index > 0 ? model.entries[index - 1].headings : [], to: &block)
    switch entry.kind {
    case .note: block.add(session.styledLabel(entry.path), style: .muted)
    case .warning: block.add(session.styledLabel(entry.path), column: 2, style: .warning)
    case .addAnother(let prompt): addPrompt(prompt, isLit: index == model.focus, to: &block)
    case .question, .place, .rank:
      if let room {
        addFocused(entry, room, to: &block)
      } else {
        addQuestion(entry, isLit: index == model.focus, to: &block)
      }
    }
    addRemarks(on: entry, isLit: index == model.focus, to: &block)
    if index == model.focus {
      for warning in model.raisedElsewhere {
        block.add("? " + warning.text, column: 2, style: .warning)
      }
    }
    return block
  }

  private func addHeadings(
    of entry: PageEntry, after previous: [String], to block: inout PageBlock
  ) {
    guard entry.headings != previous else { return }
    for (depth, heading) in entry.headings.enumerated()
    where depth >= previous.count || previous[depth] != heading {
      block.add(heading, column: depth * 2, style: .label.bold)
    }
  }

  private func addPrompt(_ prompt: RepeatPrompt, isLit: Bool, to block: inout PageBlock) {
    let phrase = FillPhrase.addAnother(prompt.label ?? "", prompt.count)
    block.add("+ " + phrase.text(in: setting.language), style: isLit ? .selected : .accent)
    if isLit { block.reserve(rows: 1, column: 0, beside: true) }
  }

  private func addQuestion(_ entry: PageEntry, isLit: Bool, to block: inout PageBlock) {
    let label = label(of: entry)
    block.add(label, style: isLit ? .accent.bold : .label)
    addAnswer(of: entry, isShort: isShort(label), to: &block)
    if isLit { block.reserve(rows: 1, column: 0, beside: true) }
  }

  private func addFocused(
    _ entry: PageEntry, _ room: PageMemory.EditorRoom, to block: inout PageBlock
  ) {
    let label = label(of: entry)
    if room.isTight {
      block.add(TextWidth.clip(label.plain, to: width), style: .accent.bold)
      return block.reserve(rows: min(room.height, max(1, room.rows - 1)), column: 2, beside: false)
    }
    let isBeside = isShort(label) && room.fitsBeside
    block.add(label, style: .accent.bold)
    let hint = session.styledHint(entry.path)
    if !isBeside, let hint { block.add(hint, column: 2, style: .muted) }
    block.reserve(
      rows: isBeside ? room.heightBeside : room.height, column: isBeside ? answerColumn : 2,
      beside: isBeside)
    if isBeside, let hint { block.add(hint, column: 2, style: .muted) }
  }

  /// Whether an answer has room beside the label, which must be one line.
  private func isShort(_ label: StyledText) -> Bool {
    let words = label.plain
    return !words.utf8.contains(0x0A) && TextWidth.of(words) < answerColumn
  }

  /// The words of a question; a star means that it must be answered.
  private func label(of entry: PageEntry) -> StyledText {
    let isAsked = session.isRequired(entry.path) && !session.isReadonly(entry.path)
    let star = isAsked ? " *" : ""
    guard case .place = entry.kind else { return session.styledLabel(entry.path).with(star) }
    return StyledText(plain: FillPhrase.place.text(in: setting.language) + star)
  }

  private func addAnswer(of entry: PageEntry, isShort: Bool, to block: inout PageBlock) {
    if let choices = choiceRows(of: entry, width: isShort ? width - answerColumn : width - 2) {
      let isBeside = isShort && choices.isOneRow
      block.add(choices, column: isBeside ? answerColumn : 2, beside: isBeside)
      return
    }
    let lines = ShownAnswer.lines(of: entry, in: session, setting)
    if lines.count > 1 {
      for line in lines { block.add(line, column: 2) }
    } else if isShort {
      let style: Style = lines.isEmpty ? .muted : .plain
      block.addBeside(lines.first ?? blank(of: entry), column: answerColumn, style: style)
    } else {
      block.add(lines.first ?? blank(of: entry), column: 2, style: lines.isEmpty ? .muted : .plain)
    }
  }

  /// A dotted line to write on, as on paper; nothing where the form has locked it.
  private func blank(of entry: PageEntry) -> String {
    guard case .question(let question) = entry.kind else { return Self.dots }
    // Nobody can write there.
    guard !session.isReadonly(entry.path) else { return "" }
    if question.control == .trigger {
      return TriggerQuestion.text(isDone: false, in: setting.language)
    }
    return Self.dots
  }

  private static let dots = String(repeating: ".", count: 20)

  /// The boxes of a question with few choices; a list that the form calls minimal stays shut.
  private func choiceRows(of entry: PageEntry, width: Int) -> ChoiceRows? {
    guard case .question(let question) = entry.kind, !question.isShutList else { return nil }
    // A list of 100,000 is not made to be told that it is long.
    let kind = QuestionKind(question, choiceCount: session.choiceCount(entry.path))
    guard [.choice, .manyChoices, .truth].contains(kind) else { return nil }
    switch FillEditors.editor(of: entry, in: session, setting) {
    case .choice(let model): return ChoiceQuestion.rows(model, width: width)
    case .manyChoices(let model): return ManyChoicesQuestion.rows(model, width: width)
    case .text, .number, .range, .nationalID, .date, .longChoice, .manyFound, .place, .rank,
      .trigger, .file, .inert:
      return nil
    }
  }

  private func addRemarks(
    on entry: PageEntry, isLit: Bool, to block: inout PageBlock
  ) {
    // What stands in the field of the question in focus, the field shows.
    let words = entry.covers.lazy.compactMap {
      isLit ? model.answerProblem(at: $0) : model.shownProblem(at: $0)
    }.first
    if let words, !isLit || !model.isMended {
      block.add("! " + words, column: 2, style: .problem)
    }
    for warning in model.similarWarnings(at: entry) {
      block.add(warning, column: 2, style: .warning)
    }
    for comment in model.comments(on: entry) {
      block.add(
        FillPhrase.officerSays(comment.text).text(in: setting.language), column: 2, style: .accent)
      if let former = model.former {
        let old = ShownAnswer.lines(of: entry, in: former, setting).joined(separator: "\n")
        let said = FillPhrase.formerAnswer(old.isEmpty ? "-" : old)
        block.add(said.text(in: setting.language), column: 2, style: .muted)
      }
    }
  }
}
