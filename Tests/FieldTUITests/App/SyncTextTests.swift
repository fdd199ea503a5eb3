import OfflineStore
import SyncClient
import SyncProtocol
import Testing

@testable import FieldTUI

struct SyncTextTests {
  private func report(_ outcome: SyncOutcome) -> SyncReport {
    var progress = SyncProgress()
    progress.acknowledged = 3
    progress.waiting = 4
    progress.bytesSent = 2_100
    return SyncReport(
      progress: progress, refused: [.init(item: 9, problem: .outOfArea)], outcome: outcome)
  }

  @Test func `exit codes are those that scripts rely on`() {
    #expect(SyncText.status(of: .complete) == 0)
    #expect(SyncText.status(of: .tryLater(.busy, after: 1)) == 75)
    #expect(SyncText.status(of: .cancelled) == 75)
    #expect(SyncText.status(of: .needsPerson(nil)) == 76)
    #expect(SyncText.status(of: .needsPerson(.notEnrolled)) == 76)
  }

  @Test func `a report is a line a number`() {
    #expect(
      SyncText.lines(report(.needsPerson(nil))) == """
        acknowledged: 3 of 4
        received: 0
        bytes: 2100 up, 0 down
        refused: 9 item.out-of-area

        """)
  }

  @Test func `files are told where there are any`() {
    var report = report(.cancelled)
    (report.progress.pieces, report.progress.waitingPieces) = (3, 12)
    #expect(SyncText.lines(report).contains("acknowledged: 3 of 4\nreceived: 0\n"))
    #expect(SyncText.lines(report).contains("pieces of files: 3 of 12\n"))
    #expect(SyncText.progress(report.progress).contains("pieces of files: 3 of 12, "))
  }

  @Test func `a report as JSON names the failure and when to come back`() {
    #expect(
      SyncJSON.line(report(.tryLater(.link(.cutOff), after: 1_500))) == """
        {"acknowledged":3,"bytesReceived":0,"bytesSent":2100,"elapsed":0,"failure":"link.cut-off",\
        "outcome":"try-later","pieces":0,"received":0,\
        "refused":[{"item":9,"problem":"item.out-of-area"}],"retryAfter":1500,"waiting":4,\
        "waitingPieces":0}

        """)
  }

  @Test func `a plan names the centre and what would go there`() {
    let plan = SyncPlan(
      server: "https://centre.example", centre: "ศูนย์อำเภอพังโคน",
      outbox: OutboxSummary(revisions: 12, decisions: 0, bytes: 4_000, refused: 1),
      cursors: ["47120601": 8])
    #expect(
      SyncJSON.line(plan) == """
        {"bytes":4000,"centre":"ศูนย์อำเภอพังโคน","cursors":{"47120601":8},"decisions":0,\
        "pieces":0,"records":12,"refused":1,"server":"https://centre.example"}

        """)
    #expect(SyncText.lines(plan).contains("records: 12\n"))
  }

  @Test func `after a complete sync there is nothing more to say`() {
    #expect(SyncText.notice(.complete) == "")
    let notice = SyncText.notice(.needsPerson(nil))
    #expect(notice.contains("Nothing is lost") && notice.contains("ไม่มีข้อมูลสูญหาย"))
  }
}
