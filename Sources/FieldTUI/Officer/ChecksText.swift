import SyncProtocol
import TerminalKit

/// What speaks for a second look at a record, as lines to read.
enum ChecksText {
  static func model(_ model: ReviewScreen.Model) -> ScrollText.Model {
    ScrollText.Model(lines(model.record, model.language))
  }

  static func lines(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    let lines =
      refusal(record, language) + unsettled(record, language) + revoked(record, language)
      + warnings(record, language)
      + doubles(record, language) + earlier(record, language)
      + changes(record, language)
    return record.asksForCare || record.row.refusal != nil
      ? lines
      : [ScrollText.Line(OfficerPhrase.nothingToCheck.text(in: language), style: .success)] + lines
  }

  /// Why the centre did not take the decision, what to do, and that nothing written is gone.
  private static func refusal(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard let problem = record.row.refusal else { return [] }
    let notice = SyncNotice(problem)
    let title = OfficerPhrase.decisionRefused.text(in: language)
    return [ScrollText.Line("! " + title, style: .problem.bold)]
      + [notice.happened, notice.next, OfficerPhrase.writtenIsKept.label].map {
        ScrollText.Line("· " + $0.text(in: language), style: .problem)
      }
  }

  private static func unsettled(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard let standing = record.row.unsettled else { return [] }
    let text = OfficerPhrase.standsBeside(standing).text(in: language)
    return [ScrollText.Line("! " + text, style: .warning.bold)]
  }

  private static func revoked(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard let revoked = record.row.revoked else { return [] }
    let text = OfficerPhrase.fromRevoked(revoked).text(in: language)
    return [ScrollText.Line("! " + text, style: .warning.bold)]
  }

  private static func warnings(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard !record.warnings.isEmpty else { return [] }
    let title = OfficerPhrase.warnings(record.warnings.count).text(in: language)
    return [ScrollText.Line(title, style: .warning.bold)]
      + record.warnings.flatMap { lines($0, language) }
  }

  private static func lines(
    _ warning: RecordReading.Warning, _ language: Language
  ) -> [ScrollText.Line] {
    let text = warning.text.text(in: language)
    guard warning.isGrave else { return [ScrollText.Line("· " + text)] }
    return [ScrollText.Line("! " + text, style: .problem.bold)]
      + warning.reasons.map { ScrollText.Line("  " + $0.text(in: language), style: .problem) }
  }

  private static func doubles(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard !record.doubles.isEmpty else { return [] }
    let title = OfficerPhrase.doubles(record.doubles.count).text(in: language)
    return [ScrollText.Line(title, style: .warning.bold)]
      + record.doubles.map { ScrollText.Line("· " + $0.text(in: language)) }
  }

  private static func earlier(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard let earlier = record.earlier, !earlier.isEmpty else { return [] }
    let title = OfficerPhrase.earlier.text(in: language)
    let reasons = earlier.reasons.map { ScrollText.Line("· " + $0.label.text(in: language)) }
    let comments = earlier.comments.map { comment in
      ScrollText.Line("· \(record.name(of: comment.path, in: language)): \(comment.text)")
    }
    let note = earlier.note.isEmpty ? [] : [ScrollText.Line("· " + earlier.note)]
    return [ScrollText.Line(title, style: .label.bold)] + reasons + comments + note
  }

  private static func changes(
    _ record: RecordReading, _ language: Language
  ) -> [ScrollText.Line] {
    guard record.changes > 0 else { return [] }
    return [
      ScrollText.Line(
        OfficerPhrase.changes(record.changes).text(in: language), style: .accent.bold)
    ]
  }
}
