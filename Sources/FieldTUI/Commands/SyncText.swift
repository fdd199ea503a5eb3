import CommandLineKit
import SyncClient
import TerminalKit

/// What `fieldtui sync` and `fieldtui bundle` write for people, and what a sync exits with.
struct SyncText {
  let speech: Speech

  /// Everything acknowledged, try again later, or a person must look.
  static func status(of outcome: SyncOutcome) -> Int32 {
    switch outcome {
    case .complete: ExitStatus.success
    case .tryLater, .cancelled: ExitStatus.tryLater
    case .needsPerson: ExitStatus.needsPerson
    }
  }

  /// What came of a sync: the counts, and each item that the centre did not take.
  func lines(_ report: SyncReport) -> String {
    let progress = report.progress
    let bytes = Label(
      "ข้อมูล: ส่ง \(progress.bytesSent) รับ \(progress.bytesReceived) ไบต์",
      "bytes: \(progress.bytesSent) up, \(progress.bytesReceived) down")
    return lines(Self.counts(of: progress) + [bytes] + report.refused.map(Self.refusal))
  }

  /// What came of reading the centre's answer in a file.
  func lines(_ progress: SyncProgress) -> String { lines(Self.counts(of: progress)) }

  /// What to tell the person besides; nothing after a complete sync.
  func notice(_ outcome: SyncOutcome) -> String {
    switch outcome {
    case .complete: ""
    case .cancelled: speech.lines(SyncNotice(.link(.cancelled)).label)
    case .needsPerson(nil): speech.lines(SyncNotice.someAreRefused.label)
    case .needsPerson(let failure?), .tryLater(let failure, _):
      speech.lines(SyncNotice(failure).label)
    }
  }

  /// How far it is, written over itself in one line; Ctrl-C stops it, and nothing is sent twice.
  func progress(_ progress: SyncProgress) -> String {
    let seconds = progress.elapsed / 1_000
    let parts = Self.counts(of: progress) + [Label("\(seconds) วินาที", "\(seconds) s")]
    return "\r" + parts.map { $0.text(in: speech.oneLanguage) }.joined(separator: ", ") + " "
  }

  /// What would be sent.
  func lines(_ plan: SyncPlan) -> String {
    let (centre, server, outbox) = (plan.centre ?? "-", plan.server ?? "-", plan.outbox)
    return lines([
      Label("ศูนย์: \(centre)", "centre: \(centre)"),
      Label("ที่อยู่ของศูนย์: \(server)", "server: \(server)"),
      Label("แบบสำรวจ: \(outbox.revisions) ฉบับ", "records: \(outbox.revisions)"),
      Label("ผลการตรวจ: \(outbox.decisions) รายการ", "decisions: \(outbox.decisions)"),
      Label("ไฟล์แนบ: \(outbox.pieces) ส่วน", "pieces of files: \(outbox.pieces)"),
      Label("ขนาด: \(outbox.bytes) ไบต์", "bytes: \(outbox.bytes)"),
      Label("ศูนย์ไม่รับไว้ก่อนแล้ว: \(outbox.refused) รายการ", "refused before: \(outbox.refused)"),
    ])
  }

  /// What was written into bundles.
  func lines(_ summary: BundleSummary, files: Int) -> String {
    var labels = [Label("เขียนแล้ว: \(summary.items) รายการ", "records: \(summary.items)")]
    if summary.pieces > 0 {
      labels.append(Label("ไฟล์แนบ: \(summary.pieces) ส่วน", "pieces of files: \(summary.pieces)"))
    }
    if files > 1 { labels.append(Label("ชุดข้อมูล: \(files) ไฟล์", "bundles: \(files)")) }
    return lines(labels)
  }

  private func lines(_ labels: [Label]) -> String { labels.map(speech.line).joined() }

  private static func counts(of progress: SyncProgress) -> [Label] {
    let records = Label(
      "ศูนย์รับแล้ว: \(progress.acknowledged) จาก \(progress.waiting)",
      "acknowledged: \(progress.acknowledged) of \(progress.waiting)")
    let news = Label("รับมา: \(progress.received) รายการ", "received: \(progress.received)")
    guard progress.waitingPieces > 0 else { return [records, news] }
    let pieces = Label(
      "ไฟล์แนบ: \(progress.pieces) จาก \(progress.waitingPieces) ส่วน",
      "pieces of files: \(progress.pieces) of \(progress.waitingPieces)")
    return [records, news, pieces]
  }

  private static func refusal(_ refusal: SyncReport.Refusal) -> Label {
    let (item, why) = (refusal.item, SyncNotice(refusal.problem).happened)
    let code = refusal.problem.rawValue
    return Label(
      "ศูนย์ไม่รับ: รายการที่ \(item) \(why.thai) [\(code)]",
      "refused: \(item) \(why.english) [\(code)]")
  }
}
