import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import ThaiText

extension RecordReading {
  /// Puts a submission into the words of its form, beside the version before it.
  ///
  /// - Parameters:
  ///   - queue: The rows among which the records are that this one may be a double of.
  /// - Throws: ``DraftProblem`` when the text is not a record of this form.
  init(
    _ review: OfflineStore.RecordUnderReview, form: FormDefinition,
    environment: SessionEnvironment, areas: AreaIndex?, queue: [QueueRow] = []
  ) throws(DraftProblem) {
    let now = try FormSession(form, draft: review.submission, environment: environment)
    var former: FormSession?
    if let previous = review.previous {
      former = try FormSession(form, draft: previous, environment: environment)
    }
    let reading = SubmissionReading(now: now, former: former)
    self.init(
      row: QueueRow(review.entry, areas: areas), author: review.entry.author,
      sections: reading.sections(), warnings: reading.warnings(),
      earlier: review.previous == nil ? nil : review.verdict?.decision,
      doubles: review.entry.duplicateOf.map { id in Self.line(queue.first { $0.id == id }) })
  }

  private static func line(_ other: QueueRow?) -> Label {
    guard let other else { return OfficerPhrase.doubleElsewhere.label }
    let state = other.standing.label
    return Label(
      "\(other.name) \(other.place.thai) \(state.thai)",
      "\(other.name) \(other.place.english) \(state.english)")
  }
}

/// Two versions of a record, read side by side in both languages.
struct SubmissionReading {
  private let now: InBothLanguages
  private let former: InBothLanguages?

  init(now: FormSession, former: FormSession?) {
    self.now = InBothLanguages(now)
    self.former = former.map { InBothLanguages($0) }
  }

  func sections() -> [RecordReading.Section] {
    let old = former?.answers() ?? [:]
    var sections = now.sections().map { section in
      RecordReading.Section(
        title: section.title, answers: section.answers.map { compared($0, with: old) })
    }
    if let gone = noLongerAsked(besides: sections) { sections.append(gone) }
    return sections
  }

  /// The form's own notes that warn, as they apply to these answers; the gravest first.
  func warnings() -> [RecordReading.Warning] {
    let all = zip(now.thai.session.warnings(), now.english.session.warnings()).map {
      thai, english in warning(at: thai.path, Label(thai.text, english.text))
    }
    return all.filter(\.isGrave) + all.filter { !$0.isGrave }
  }

  /// Without a number nobody can tell whether a person was counted already, so the reason why there
  /// is none stands with its warning.
  private func warning(at path: String, _ text: Label) -> RecordReading.Warning {
    let session = now.thai.session
    guard session.role(at: path) == .graveWarning else {
      return RecordReading.Warning(path: path, text: text)
    }
    let answers = now.answers()
    let reasons = session.paths(of: .noIDReason, beside: path).compactMap { place -> Label? in
      guard let answer = answers[place], case .text(let words) = answer.value else { return nil }
      return Label(
        "\(answer.label.thai): \(words.thai)", "\(answer.label.english): \(words.english)")
    }
    return RecordReading.Warning(path: path, text: text, reasons: reasons, isGrave: true)
  }

  private func compared(
    _ answer: RecordReading.Answer, with old: [String: RecordReading.Answer]
  ) -> RecordReading.Answer {
    guard former != nil else { return answer }
    let before = old[answer.path]?.value ?? .none
    return RecordReading.Answer(
      path: answer.path, label: answer.label, value: answer.value,
      former: before == answer.value ? nil : before, number: answer.number)
  }

  /// Answers that stood in the version before, to questions that are not asked any more.
  private func noLongerAsked(
    besides sections: [RecordReading.Section]
  ) -> RecordReading.Section? {
    let asked = Set(sections.flatMap(\.answers).map(\.path))
    let gone = (former?.sections() ?? []).flatMap(\.answers).filter {
      !asked.contains($0.path) && $0.value != .none
    }
    guard !gone.isEmpty else { return nil }
    let answers = gone.map {
      RecordReading.Answer(path: $0.path, label: $0.label, value: .none, former: $0.value)
    }
    return RecordReading.Section(title: OfficerPhrase.noLongerAsked.label, answers: answers)
  }
}

/// One version of a record, read in Thai and in English.
private struct InBothLanguages {
  let thai: AnswerInWords
  let english: AnswerInWords

  init(_ session: FormSession) {
    thai = AnswerInWords(session, in: .thai)
    english = AnswerInWords(session, in: .english)
  }

  /// Notes say something to the surveyor and are left out.
  func sections() -> [RecordReading.Section] {
    let asked = thai.session.sections()
    let numbers = QuestionNumbers(asked, joinsPlaces: true)
    return zip(asked, english.session.sections()).map { thai, english in
      let answers = zip(thai.items, english.items).filter { !$0.0.isNote }
      return RecordReading.Section(
        title: Label(
          self.thai.session.name(of: thai) ?? "", self.english.session.name(of: english) ?? ""),
        answers: answers.map { answer($0, $1, numbers) })
    }
  }

  func answers() -> [String: RecordReading.Answer] {
    Dictionary(
      sections().flatMap(\.answers).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func answer(
    _ thai: QuestionItem, _ english: QuestionItem, _ numbers: QuestionNumbers
  ) -> RecordReading.Answer {
    RecordReading.Answer(
      path: thai.path, label: Label(self.thai.label(thai), self.english.label(english)),
      value: value(thai, english), number: numbers.number(of: thai.path))
  }

  private func value(_ thai: QuestionItem, _ english: QuestionItem) -> RecordReading.Value {
    guard let inThai = self.thai.answer(thai) else { return .none }
    if let digits = nationalID(inThai) { return .nationalID(digits) }
    return .text(Label(inThai, self.english.answer(english) ?? inThai))
  }

  /// Thirteen digits are hidden wherever they stand, also when they are no national ID.
  private func nationalID(_ value: String) -> String? {
    let digits = Digits.ascii(value).filter(\.isNumber)
    let others = value.contains { !$0.isNumber && $0 != "-" && $0 != " " }
    return digits.count == 13 && !others ? NationalID.grouping(digits) : nil
  }
}
