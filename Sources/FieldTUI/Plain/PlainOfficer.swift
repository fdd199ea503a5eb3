import SyncProtocol
import TerminalKit

/// An officer's queue and records as lines: a page of the list by numbers, a record from its checks to
/// its last answer, and a command for each key.
enum PlainOfficer {
  /// What is said now.
  ///
  /// - Parameter read: The revision that was read out last; of the same one only the answer in focus is said.
  static func lines(of model: OfficerScreens.Model, read: inout RevisionHash?) -> [String] {
    let language = model.queue.language
    if let dialog = model.leaving { return PlainFill.lines(of: dialog) }
    guard let review = model.review else {
      read = nil
      return said(model.queue.notice, language) + lines(of: model.queue)
    }
    let notice = said(review.notice, language)
    if let overlay = review.overlay { return notice + lines(of: overlay, over: review) }
    let revision = review.record.row.revision
    guard read != revision else {
      return notice + (review.focused.map { lines(of: $0, at: review.focus, in: review) } ?? [])
    }
    read = revision
    return notice + lines(of: review)
  }

  private static func said(_ notice: OfficerPhrase?, _ language: Language) -> [String] {
    notice.map { ["* " + $0.text(in: language)] } ?? []
  }

  private static func lines(of queue: QueueScreen.Model) -> [String] {
    let language = queue.language
    switch queue.overlay {
    case .bulk(let dialog): return PlainFill.lines(of: dialog)
    case .help: return commands(of: QueueScreen.keys, language)
    case nil: break
    }
    let head = [
      "== \(OfficerPhrase.menu.text(in: language)) · \(QueueScreen.counts(queue))",
      QueueScreen.filters(queue),
    ]
    if let empty = QueueScreen.emptyPhrase(queue) { return head + [empty.text(in: language)] }
    let top = queue.highlighted / QueueScreen.page * QueueScreen.page
    let rows = queue.shown.enumerated().dropFirst(top).prefix(QueueScreen.page)
    return head
      + rows.map { number, place in "\(number + 1) \(line(of: queue.rows[place], queue))" }
      + (top + rows.count < queue.shown.count ? [PlainPhrase.moreRows.text(in: language)] : [])
  }

  private static func line(of row: QueueRow, _ queue: QueueScreen.Model) -> String {
    let language = queue.language
    let mark = QueueScreen.mark(row, queue)
    return [
      mark, QueueScreen.name(row, language), row.place.text(in: language),
      row.standing.label.text(in: language), QueueScreen.checks(row, language),
    ]
    .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func lines(of review: ReviewScreen.Model) -> [String] {
    let language = review.language
    let row = review.record.row
    let standing = row.standing.label.text(in: language)
    var lines = [
      "== \(row.name) · \(standing)",
      "\(row.place.text(in: language)) · "
        + OfficerPhrase.by(review.record.author).text(in: language),
    ]
    lines += ChecksText.lines(review.record, language).map(\.text)
    if review.showsOnlyChanges { lines.append(OfficerPhrase.onlyChanges.text(in: language)) }
    var position = 0
    for section in review.record.sections {
      let answers = section.answers.filter { !review.showsOnlyChanges || $0.isChanged }
      guard !answers.isEmpty else { continue }
      lines.append("-- " + section.title.text(in: language))
      for answer in answers {
        lines += self.lines(of: answer, at: position, in: review)
        position += 1
      }
    }
    return lines
  }

  private static func lines(
    of answer: RecordReading.Answer, at position: Int, in review: ReviewScreen.Model
  ) -> [String] {
    let language = review.language
    let isRevealed = review.revealed == answer.path
    let value = answer.value.text(in: language, revealed: isRevealed)
    var lines = ["\(position + 1) \(answer.label.text(in: language)): \(value)"]
    if let former = answer.former {
      let old = former.text(in: language, revealed: isRevealed)
      lines.append("   \(OfficerPhrase.former.text(in: language)): \(old)")
    }
    lines += review.record.earlierComments(at: answer.path).map { "   < " + $0.text }
    return lines + (review.comment(at: answer.path).map { ["   > " + $0] } ?? [])
  }

  private static func lines(
    of overlay: ReviewScreen.Overlay, over review: ReviewScreen.Model
  ) -> [String] {
    let language = review.language
    switch overlay {
    case .help: return commands(of: ReviewScreen.keys, language)
    case .checks(let text): return text.lines.map(\.text)
    case .care(let dialog): return PlainFill.lines(of: dialog)
    case .files(let box):
      let files = (box.files ?? []).enumerated().map { number, file in
        "   \(number + 1) \(FilesBox.line(file, language))"
      }
      return [OfficerPhrase.filesTitle.text(in: language)] + files
        + [FilesBox.words(box)?.text(in: language), box.path?.text].compactMap(\.self)
    case .comment(let path, let field):
      let name = review.record.name(of: path, in: language)
      return ["\(OfficerPhrase.comment.text(in: language)) · \(name): \(field.text)"]
    case .reasons(let box):
      let reasons = box.decision.offeredReasons.enumerated().map { number, reason in
        let tick = box.list.chosen.contains(number) ? "[x]" : "[ ]"
        return "   \(tick) \(number + 1) \(reason.label.text(in: language))"
      }
      let missing = OfficerPhrase.reasonMissing(box.decision).text(in: language)
      return [OfficerPhrase.reasonsTitle(box.decision).text(in: language)] + reasons
        + ["\(OfficerPhrase.note.text(in: language)) \(box.body.note)"]
        + (box.lacksReason ? ["! " + missing] : [PlainPhrase.howToReason.text(in: language)])
    }
  }

  /// A command for each key that the help of a screen names.
  private static func commands<Action>(of keys: KeyMap<Action>, _ language: Language) -> [String] {
    keys.bindings.filter(\.isShown).map { ":\($0.label.text(in: language))" }
  }
}

extension PlainOfficer {
  /// The keys that a line means.
  static func keys(for line: String, in model: OfficerScreens.Model) -> [Key] {
    if model.leaving != nil { return PlainFill.dialogKeys(for: line) }
    guard let review = model.review else { return keys(for: line, in: model.queue) }
    switch review.overlay {
    case .help, .checks: return PlainKeys.closing(line) ?? [.escape] + keys(for: line, in: review)
    case let overlay?: return keys(for: line, over: overlay)
    case nil: return keys(for: line, in: review)
    }
  }

  private static func keys(for line: String, in review: ReviewScreen.Model) -> [Key] {
    if let key = PlainKeys.command(line, of: ReviewScreen.keys) { return [key] }
    guard let number = PlainKeys.number(line), review.listed.indices.contains(number - 1) else {
      return line.isEmpty ? [.down] : []
    }
    return PlainKeys.move(from: review.focus, to: number - 1)
  }

  private static func keys(for line: String, in queue: QueueScreen.Model) -> [Key] {
    switch queue.overlay {
    case .bulk: return PlainFill.dialogKeys(for: line)
    case .help:
      var open = queue
      open.overlay = nil
      return PlainKeys.closing(line) ?? [.escape] + keys(for: line, in: open)
    case nil: break
    }
    if let key = PlainKeys.command(line, of: QueueScreen.keys) { return [key] }
    guard let number = PlainKeys.number(line), queue.shown.indices.contains(number - 1) else {
      return line.isEmpty
        ? [.pageDown] : [.character("/"), .control("u"), .paste(line), .enter]
    }
    return PlainKeys.move(from: queue.highlighted, to: number - 1) + [.enter]
  }

  private static func keys(for line: String, over overlay: ReviewScreen.Overlay) -> [Key] {
    switch overlay {
    case .help, .checks: return [.escape]
    case .care: return PlainFill.dialogKeys(for: line)
    case .comment: return PlainKeys.typed(line)
    case .files(let box):
      if PlainKeys.command(line) == .escape { return [.escape] }
      guard box.path == nil else { return PlainKeys.typed(line) }
      guard let number = PlainKeys.number(line), number > 0, number <= box.files?.count ?? 0 else {
        return [.escape]
      }
      return PlainKeys.move(from: box.row, to: number - 1) + [.enter]
    case .reasons(let box):
      if line.isEmpty { return [.enter] }
      if PlainKeys.command(line) == .escape { return [.escape] }
      // What the box asks says itself how it is answered.
      if PlainKeys.command(line) == .function(1) { return [] }
      guard let numbers = PlainKeys.numbers(line) else {
        return [.tab, .control("u"), .paste(line), .tab]
      }
      let wanted = Set(numbers.map { $0 - 1 }.filter(box.list.labels.indices.contains))
      return wanted.symmetricDifference(box.list.chosen).sorted().map {
        .character(Unicode.Scalar(UInt8(0x31 + $0)))
      }
    }
  }
}
