import OfflineStore
import SyncClient
import SyncProtocol
import Testing

@testable import FieldTUI

struct SyncTextTests {
  private let thai = SyncText(speech: Speech([.thai]))
  private let english = SyncText(speech: Speech([.english]))

  private func report(_ outcome: SyncOutcome) -> SyncReport {
    var progress = SyncProgress()
    progress.acknowledged = 3
    progress.waiting = 4
    progress.bytesSent = 2_100
    return SyncReport(
      progress: progress, refused: [.init(item: 9, problem: .outOfArea)], outcome: outcome)
  }

  private let plan = SyncPlan(
    server: "https://centre.example", centre: "ศูนย์อำเภอพังโคน",
    outbox: OutboxSummary(revisions: 12, decisions: 0, bytes: 4_000, refused: 1),
    cursors: ["47120601": 8])

  @Test func `exit codes are those that scripts rely on`() {
    #expect(SyncText.status(of: .complete) == 0)
    #expect(SyncText.status(of: .tryLater(.busy, after: 1)) == 75)
    #expect(SyncText.status(of: .cancelled) == 75)
    #expect(SyncText.status(of: .needsPerson(nil)) == 76)
    #expect(SyncText.status(of: .needsPerson(.notEnrolled)) == 76)
  }

  @Test func `a report is a line a number, and says why an item was refused`() {
    #expect(
      english.lines(report(.needsPerson(nil))) == """
        acknowledged: 3 of 4
        received: 0
        bytes: 2100 up, 0 down
        refused: 9 This record lies outside your area. [item.out-of-area]

        """)
    #expect(
      thai.lines(report(.needsPerson(nil))) == """
        ศูนย์รับแล้ว: 3 จาก 4
        รับมา: 0 รายการ
        ข้อมูล: ส่ง 2100 รับ 0 ไบต์
        ศูนย์ไม่รับ: รายการที่ 9 แบบนี้อยู่นอกพื้นที่ของท่าน [item.out-of-area]

        """)
  }

  @Test func `files are told where there are any`() {
    var progress = report(.cancelled).progress
    (progress.pieces, progress.waitingPieces) = (3, 12)
    #expect(
      english.lines(progress) == "acknowledged: 3 of 4\nreceived: 0\npieces of files: 3 of 12\n")
    #expect(
      thai.lines(progress) == "ศูนย์รับแล้ว: 3 จาก 4\nรับมา: 0 รายการ\nไฟล์แนบ: 3 จาก 12 ส่วน\n")
    #expect(english.progress(progress).contains("pieces of files: 3 of 12, 0 s"))
    #expect(thai.progress(progress).contains("ไฟล์แนบ: 3 จาก 12 ส่วน, 0 วินาที"))
  }

  @Test func `bundles are counted in the person's language`() {
    let summary = BundleSummary(items: 3, pieces: 18)
    #expect(
      english.lines(summary, files: 2) == "records: 3\npieces of files: 18\nbundles: 2\n")
    #expect(
      thai.lines(summary, files: 2) == "เขียนแล้ว: 3 รายการ\nไฟล์แนบ: 18 ส่วน\nชุดข้อมูล: 2 ไฟล์\n")
    #expect(thai.lines(BundleSummary(items: 3), files: 1) == "เขียนแล้ว: 3 รายการ\n")
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
    #expect(
      SyncJSON.line(plan) == """
        {"bytes":4000,"centre":"ศูนย์อำเภอพังโคน","cursors":{"47120601":8},"decisions":0,\
        "pieces":0,"records":12,"refused":1,"server":"https://centre.example"}

        """)
    #expect(english.lines(plan).contains("records: 12\n"))
    #expect(
      thai.lines(plan) == """
        ศูนย์: ศูนย์อำเภอพังโคน
        ที่อยู่ของศูนย์: https://centre.example
        แบบสำรวจ: 12 ฉบับ
        ผลการตรวจ: 0 รายการ
        ไฟล์แนบ: 0 ส่วน
        ขนาด: 4000 ไบต์
        ศูนย์ไม่รับไว้ก่อนแล้ว: 1 รายการ

        """)
  }

  @Test func `after a complete sync there is nothing more to say`() {
    #expect(english.notice(.complete) == "")
    #expect(english.notice(.needsPerson(nil)).contains("Nothing is lost"))
    #expect(!english.notice(.needsPerson(nil)).contains("ไม่มีข้อมูลสูญหาย"))
    #expect(thai.notice(.cancelled).contains("ไม่มีข้อมูลสูญหาย"))
    #expect(!thai.notice(.cancelled).contains("Nothing is lost"))
    let both = SyncText(speech: Speech([.thai, .english])).notice(.tryLater(.busy, after: 1))
    #expect(both.contains("Nothing is lost") && both.contains("ไม่มีข้อมูลสูญหาย"))
  }
}
