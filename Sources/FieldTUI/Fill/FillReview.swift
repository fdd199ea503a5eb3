import SurveyForms
import TerminalKit

/// The review of a record: making its rows, and doing what it asks for.
extension FillScreen.Model {
  /// Shows the review; from now on every missing answer may be called a problem.
  mutating func openReview() {
    reached.formUnion(sections.map(\.page))
    asked.formUnion(problems.keys)
    var review = ReviewPage.Model(rows: reviewRows(), files: keptFiles)
    // Remarks that were followed are only read: the highlight is on what is still to be done.
    review.highlighted = review.stops.firstIndex { !review.rows[$0].isSettled } ?? 0
    overlay = .review(review)
  }

  /// Whether the answers that a remark is about are still those that were sent; nil where what was
  /// sent is not known.
  private func isUnchanged(_ paths: [String]) -> Bool? {
    former.map { former in paths.allSatisfy { session.value($0) == former.value($0) } }
  }

  /// The officer's remarks, each with whether something was changed there.
  private func remarkRows(_ entries: [PageEntry]) -> [ReviewPage.Row] {
    comments.map { comment in
      guard !comment.path.isEmpty else { return remarkRow(comment.text) }
      let entry = entries.first { $0.covers.contains(comment.path) }
      let label = entry.map(label(of:)) ?? session.label(comment.path)
      let isUnchanged = isUnchanged(entry?.covers ?? [comment.path])
      let state = isUnchanged.map {
        " " + ($0 ? FormPhrase.unchanged : .changed).text(in: language)
      }
      return ReviewPage.Row(
        text: "\(label): \(comment.text)\(state ?? "")",
        style: isUnchanged == false ? .success : .accent, target: entry?.path,
        isSettled: isUnchanged == false)
    }
  }

  /// A remark on the whole record, which is followed once anything is changed.
  private func remarkRow(_ text: String) -> ReviewPage.Row {
    let isUnchanged = isUnchanged(sections.flatMap(\.items).map(\.path))
    return ReviewPage.Row(
      text: text, style: isUnchanged == false ? .success : .accent, isSettled: isUnchanged == false)
  }

  private var keptFiles: Int {
    sections.flatMap(\.items).count { item in
      item.question.control == .upload && !session.value(item.path).isEmpty
    }
  }

  private func reviewRows() -> [ReviewPage.Row] {
    var rows: [ReviewPage.Row] = []
    let pages = sections.indices.map { entries(ofSection: $0) }
    let remarks = remarkRows(pages.flatMap { $0 })
    if !remarks.isEmpty {
      rows.append(row(.form(.remarks(remarks.count)), .accent.bold))
      rows += remarks
    }
    let wrong = pages.flatMap { $0.compactMap(problemRow) }
    if wrong.isEmpty {
      let unchanged = remarks.count { !$0.isSettled }
      rows.append(
        unchanged == 0
          ? row(.complete, .success) : row(.form(.completeButRemarks(unchanged)), .warning))
    } else {
      rows.append(row(.problemsLeft(wrong.count), .problem))
      rows += wrong
    }
    rows += warningRows()
    if wrong.isEmpty {
      rows.append(
        ReviewPage.Row(
          text: "[ \(FillPhrase.finish.text(in: language)) ]", style: .accent.bold, finishes: true))
    }
    for (index, page) in pages.enumerated() {
      let answers = page.compactMap(answerRow)
      guard !answers.isEmpty else { continue }
      rows.append(ReviewPage.Row(text: title(ofSection: index), style: .label.bold))
      rows += answers
    }
    if !past.isEmpty {
      let title = MovePhrase.noPlace.text(in: language)
      rows.append(ReviewPage.Row(text: title, style: .label.bold))
      rows += past.map { ReviewPage.Row(text: "  \($0.question): \($0.answer)", style: .muted) }
    }
    return rows
  }

  /// What may be wrong; those that the person was told of are only read.
  private func warningRows() -> [ReviewPage.Row] {
    let similar = similarWarnings.map {
      ReviewPage.Row(text: $0.text, style: .warning, target: $0.path, isSettled: true)
    }
    let rows =
      similar
      + faults.map {
        ReviewPage.Row(text: words(of: $0), style: .warning, target: $0.path, isSettled: true)
      }
      + warnings.map {
        ReviewPage.Row(
          text: $0.text, style: .warning, target: $0.path, isSettled: told.contains($0))
      }
    return rows.isEmpty ? [] : [row(.warningsLeft(rows.count), .warning)] + rows
  }

  private func row(_ phrase: FillPhrase, _ style: Style) -> ReviewPage.Row {
    ReviewPage.Row(text: phrase.text(in: language), style: style)
  }

  private func problemRow(_ entry: PageEntry) -> ReviewPage.Row? {
    for path in entry.covers {
      guard let words = shownProblem(at: path) else { continue }
      return ReviewPage.Row(
        text: "! \(label(of: entry)): \(words)", style: .problem, target: entry.path)
    }
    return nil
  }

  private func answerRow(_ entry: PageEntry) -> ReviewPage.Row? {
    guard entry.takesFocus, !entry.covers.isEmpty else { return nil }
    let lines = ShownAnswer.lines(of: entry, in: session, setting)
    // Ranks stand below each other, as on the page.
    let answer = lines.isEmpty ? "-" : lines.joined(separator: "\n")
    let style: Style = lines.isEmpty ? .muted : .plain
    return ReviewPage.Row(text: "\(label(of: entry)): \(answer)", style: style, target: entry.path)
  }

  private func label(of entry: PageEntry) -> String {
    if case .place = entry.kind { return FillPhrase.place.text(in: language) }
    return session.label(entry.path)
  }
}

extension FillScreen {
  static func update(
    _ review: ReviewPage.Model, _ key: Key, in model: inout Model
  ) -> [Effect] {
    var review = review
    let outcome = ReviewPage.update(&review, key, model.language)
    model.overlay = .review(review)
    switch outcome {
    case .stay: return []
    case .back:
      model.overlay = nil
      return []
    case .jump(let path):
      model.overlay = nil
      model.told.formUnion(model.warnings.filter { $0.path == path })
      model.jump(to: path)
      model.afterReview = .came
      return []
    case .finish:
      return finish(&model)
    }
  }
}
