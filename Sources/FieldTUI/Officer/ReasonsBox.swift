import SyncProtocol
import TerminalKit

/// The box that asks why: coded reasons by digit, a note, and the comments that go along.
enum ReasonsBox {
  struct Model: Equatable, Sendable {
    let decision: Decision
    /// What will be sent; comments were written at their questions before.
    private(set) var body: DecisionBody
    fileprivate(set) var list: ChoiceList.Model
    fileprivate(set) var note: TextField.Model
    fileprivate(set) var isInNote = false
    /// Whether Enter was pressed before there was enough to say.
    fileprivate(set) var lacksReason = false
    /// Whether what was just pasted or typed was too long for the note.
    fileprivate(set) var excess: TextField.Excess?
    /// How far the explanation over the box is scrolled, while it is there.
    fileprivate(set) var help: ScrollText.Model?

    init(_ decision: Decision, _ body: DecisionBody) {
      self.decision = decision
      self.body = body
      note = TextField.Model(body.note, limit: 500)
      let reasons = decision.offeredReasons
      list = ChoiceList.Model(
        reasons.map { $0.label.thai },
        chosen: Set(reasons.indices.filter { body.reasons.contains(reasons[$0]) }),
        highlighted: 0, takesMany: true)
      // A reason that this decision does not offer was ticked for another one.
      collect()
    }

    fileprivate mutating func collect() {
      let reasons = decision.offeredReasons
      body.reasons = list.chosen.sorted().map { reasons[$0] }
      body.note = note.text.isBlank ? "" : note.text
      if body.suffices(for: decision) { lacksReason = false }
    }
  }

  enum Outcome: Equatable, Sendable {
    case edited
    /// Put aside; what was ticked and written stays.
    case closed
    case decided
  }

  static func update(_ model: inout Model, _ key: Key) -> Outcome {
    model.excess = nil
    if var help = model.help {
      model.help = ScrollText.update(&help, key) ? help : nil
      return .edited
    }
    switch key {
    case .function(1): model.help = ScrollText.Model([])
    case .escape: return .closed
    case .tab, .backTab: model.isInNote.toggle()
    case .enter:
      model.lacksReason = !model.body.suffices(for: model.decision)
      return model.lacksReason ? .edited : .decided
    default:
      if model.isInNote {
        model.excess = TextField.write(&model.note, key).excess
      } else {
        _ = ChoiceList.update(&model.list, OfficerKeys.latin(key))
      }
      model.collect()
    }
    return .edited
  }

  /// Draws the box in the middle of the area.
  static func view(
    _ model: Model, _ record: RecordReading, _ language: Language, in area: Rect,
    on grid: inout Grid
  ) -> Point? {
    var list = model.list
    list.labels = model.decision.offeredReasons.map { $0.label.text(in: language) }
    let remarks = remarks(model.body, record, language)
    let wide = min(area.columns, 76)
    let wanted = ChoiceList.height(list, width: wide - 4) + remarks.count + 6
    let box = area.centred(rows: wanted, columns: wide)
    Dialog.frame(
      box, title: OfficerPhrase.reasonsTitle(model.decision).text(in: language), on: &grid)
    let (top, foot) = box.inset(rows: 1, columns: 2).splitBottom(remarks.count + 4)
    let cursor = ChoiceList.view(list, isFocused: !model.isInNote, in: top, on: &grid)
    let typing = drawFoot(model, remarks, language, in: foot, on: &grid)
    if let help = model.help {
      var text = ScrollText.Model([ScrollText.Line(OfficerPhrase.reasonsHelp.text(in: language))])
      text.top = help.top
      OfficerBox.text(text, title: .keysTitle, language, in: area, on: &grid)
      return area.origin
    }
    return model.isInNote ? typing : cursor
  }

  private static func drawFoot(
    _ model: Model, _ remarks: [String], _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let (line, rest) = area.splitTop(1)
    let width = grid.draw(
      OfficerPhrase.note.text(in: language) + " ", at: line.origin, style: .label)
    let (_, field) = line.splitLeft(width)
    let style: Style = model.isInNote ? .focus : .label
    let cursor = TextField.view(model.note, in: field, on: &grid, style: style)
    grid.draw(remarks, in: rest, style: .accent)
    let (_, last) = rest.splitBottom(2)
    if let excess = model.excess {
      let phrase = Phrase.tooLong(excess).text(in: language)
      grid.draw(TextWrap.lines(phrase, width: last.columns), in: last, style: .problem)
    } else if model.lacksReason {
      let phrase = OfficerPhrase.reasonMissing(model.decision)
      let lines = TextWrap.lines(phrase.text(in: language), width: last.columns)
      grid.draw(lines, in: last, style: .problem)
    } else {
      let hint = TextWrap.lines(
        OfficerPhrase.reasonsHint.text(in: language), width: last.columns)
      grid.draw(hint, in: last, style: .muted)
    }
    return cursor
  }

  /// The comments that go along, each with its question, at most three.
  private static func remarks(
    _ body: DecisionBody, _ record: RecordReading, _ language: Language
  ) -> [String] {
    guard !body.comments.isEmpty else { return [] }
    let title = OfficerPhrase.commentsGoAlong(body.comments.count).text(in: language)
    let lines = body.comments.prefix(3).map { comment in
      "· \(record.name(of: comment.path, in: language)): \(comment.text)"
    }
    return [title] + lines
  }
}

extension RecordReading {
  /// What the form calls a question; its path when the record does not show it.
  func name(of path: String, in language: Language) -> String {
    answers.first { $0.path == path }?.label.text(in: language) ?? path
  }
}
