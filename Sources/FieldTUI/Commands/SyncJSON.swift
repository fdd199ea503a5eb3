import SyncClient
import SyncProtocol

/// What `fieldtui sync --json` writes: one line, in no language.
enum SyncJSON {
  static func line(_ report: SyncReport) -> String {
    encoded(
      ReportJSON(
        outcome: name(of: report.outcome), failure: failure(of: report.outcome)?.code,
        retryAfter: wait(of: report.outcome), acknowledged: report.progress.acknowledged,
        waiting: report.progress.waiting, pieces: report.progress.pieces,
        waitingPieces: report.progress.waitingPieces, received: report.progress.received,
        bytesSent: report.progress.bytesSent, bytesReceived: report.progress.bytesReceived,
        elapsed: report.progress.elapsed,
        refused: report.refused.map { .init(item: $0.item, problem: $0.problem) }))
  }

  static func line(_ plan: SyncPlan) -> String {
    encoded(
      PlanJSON(
        server: plan.server, centre: plan.centre, records: plan.outbox.revisions,
        decisions: plan.outbox.decisions, pieces: plan.outbox.pieces, bytes: plan.outbox.bytes,
        refused: plan.outbox.refused, cursors: plan.cursors))
  }

  private static func encoded(_ value: some Encodable) -> String {
    String(decoding: WireJSON.encode(value), as: UTF8.self) + "\n"
  }

  private static func name(of outcome: SyncOutcome) -> String {
    switch outcome {
    case .complete: "complete"
    case .tryLater: "try-later"
    case .needsPerson: "needs-person"
    case .cancelled: "cancelled"
    }
  }

  private static func failure(of outcome: SyncOutcome) -> SyncFailure? {
    switch outcome {
    case .complete, .cancelled: nil
    case .tryLater(let failure, _): failure
    case .needsPerson(let failure): failure
    }
  }

  private static func wait(of outcome: SyncOutcome) -> Int64? {
    guard case .tryLater(_, let wait) = outcome else { return nil }
    return wait
  }
}

/// The names in these two are a promise to scripts.
private struct ReportJSON: Encodable {
  var outcome: String
  var failure: String?
  var retryAfter: Int64?
  var acknowledged: Int
  var waiting: Int
  var pieces: Int
  var waitingPieces: Int
  var received: Int
  var bytesSent: Int
  var bytesReceived: Int
  var elapsed: Int64
  var refused: [Refusal]

  struct Refusal: Encodable {
    var item: Int64
    var problem: Problem
  }
}

private struct PlanJSON: Encodable {
  var server: String?
  var centre: String?
  var records: Int
  var decisions: Int
  var pieces: Int
  var bytes: Int
  var refused: Int
  var cursors: [String: Int64]
}
