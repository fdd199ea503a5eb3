import CommandLineKit
import SyncClient
import SyncProtocol
import TerminalKit

/// What `fieldtui sync` writes and exits with, as text for people or as JSON for scripts.
enum SyncText {
  /// Everything acknowledged, try again later, or a person must look.
  static func status(of outcome: SyncOutcome) -> Int32 {
    switch outcome {
    case .complete: ExitStatus.success
    case .tryLater, .cancelled: ExitStatus.tryLater
    case .needsPerson: ExitStatus.needsPerson
    }
  }

  /// The counts, a line each that a script may cut at the colon.
  static func lines(_ report: SyncReport) -> String {
    let progress = report.progress
    var lines = [
      "acknowledged: \(progress.acknowledged) of \(progress.waiting)",
      "received: \(progress.received)",
      "bytes: \(progress.bytesSent) up, \(progress.bytesReceived) down",
    ]
    if progress.waitingPieces > 0 {
      lines.append("pieces of files: \(progress.pieces) of \(progress.waitingPieces)")
    }
    lines += report.refused.map { "refused: \($0.item) \($0.problem.rawValue)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What to tell the person besides, in Thai and in English; nothing after a complete sync.
  static func notice(_ outcome: SyncOutcome) -> String {
    let notice: SyncNotice
    switch outcome {
    case .complete: return ""
    case .cancelled: notice = SyncNotice(.link(.cancelled))
    case .needsPerson(nil): notice = .someAreRefused
    case .needsPerson(let failure?), .tryLater(let failure, _): notice = SyncNotice(failure)
    }
    return Language.allCases.map { notice.text(in: $0) + "\n" }.joined()
  }

  /// How far it is, written over itself in one line; Ctrl-C stops it, and nothing is sent twice.
  static func progress(_ progress: SyncProgress) -> String {
    let seconds = progress.elapsed / 1_000
    let files =
      progress.waitingPieces > 0
      ? "pieces of files: \(progress.pieces) of \(progress.waitingPieces), " : ""
    return "\racknowledged: \(progress.acknowledged) of \(progress.waiting), " + files
      + "received: \(progress.received), \(seconds) s "
  }

  /// What would be sent, a line each.
  static func lines(_ plan: SyncPlan) -> String {
    let lines = [
      "centre: \(plan.centre ?? "-")",
      "server: \(plan.server ?? "-")",
      "records: \(plan.outbox.revisions)",
      "decisions: \(plan.outbox.decisions)",
      "pieces of files: \(plan.outbox.pieces)",
      "bytes: \(plan.outbox.bytes)",
      "refused before: \(plan.outbox.refused)",
    ]
    return lines.map { $0 + "\n" }.joined()
  }
}
