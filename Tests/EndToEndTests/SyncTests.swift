import OfflineStore
import SyncClient
import SyncProtocol
import Testing

/// The real laptop against the real centre: nothing is lost and nothing is there twice.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct SyncTests {
  /// A village and its district, at one centre behind a link that breaks.
  private struct Field {
    let centre: RunningCentre
    let proxy: CuttingProxy
    let village: FieldLaptop
    let district: FieldLaptop

    init() async throws {
      centre = try RunningCentre()
      proxy = try CuttingProxy(to: centre.port)
      village = try await FieldLaptop("ผู้ใหญ่สมหมาย")
      district = try await FieldLaptop("ปลัดสุดา")
      try await village.enrol(
        try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย"), at: proxy.port)
      try await district.enrol(
        try centre.code(.district, area: "4712", name: "ปลัดสุดา"), at: proxy.port)
    }

    /// Compares what was finished with what the laptop, the officer and the centre have.
    func expectAll(_ finished: Set<RecordID>) async throws {
      #expect(try await village.records(.sent) == finished)
      #expect(await district.engine().run().outcome == .complete)
      let queue = try await district.store.queue(for: district.keyring)
      #expect(Set(queue.map(\.id)) == finished)
      #expect(queue.count == finished.count, "a record is in the queue twice")
      #expect(queue.allSatisfy { $0.state == .received })
      let status = try centre.run(["status"]).output
      let total = status.split(separator: "\n").last?.split(separator: " ").last
      #expect(total.map(String.init) == "\(finished.count)", "\(status)")
      #expect(try centre.run(["audit", "verify"]).status == 0)
      proxy.stop()
    }
  }

  @Test func `a day's records reach the officer, and a second sync sends nothing`() async throws {
    let field = try await Field()
    let finished = try await field.village.finish(60)
    let report = await field.village.engine().run()
    #expect(report.outcome == .complete)
    #expect(report.progress.acknowledged == 60)
    #expect(await field.village.engine().run().progress.acknowledged == 0)
    try await field.expectAll(finished)
  }

  @Test func `a link cut at any byte on the way up loses nothing`() async throws {
    let field = try await Field()
    var finished = try await field.village.finish(1)
    _ = field.proxy.takeCarried()
    #expect(await field.village.engine().run().outcome == .complete)
    let whole = field.proxy.takeCarried().up
    for cut in stride(from: 0, through: whole, by: max(1, whole / 40)) {
      finished.formUnion(try await field.village.finish(1))
      field.proxy.next([.init(up: cut)])
      #expect(await field.village.engine().run().outcome == .complete, "cut at \(cut)")
    }
    try await field.expectAll(finished)
  }

  @Test func `a link cut at any byte on the way down stores nothing twice`() async throws {
    let field = try await Field()
    var finished = try await field.village.finish(1)
    _ = field.proxy.takeCarried()
    #expect(await field.village.engine().run().outcome == .complete)
    let whole = field.proxy.takeCarried().down
    for cut in stride(from: 0, through: whole, by: max(1, whole / 40)) {
      finished.formUnion(try await field.village.finish(1))
      field.proxy.next([.init(down: cut)])
      #expect(await field.village.engine().run().outcome == .complete, "cut at \(cut)")
    }
    try await field.expectAll(finished)
  }

  @Test func `a link that breaks again and again is tried later, and then all is there`()
    async throws
  {
    let field = try await Field()
    let finished = try await field.village.finish(10)
    field.proxy.next([.init(up: 200), .init(down: 0), .init(down: 100)])
    let report = await field.village.engine().run()
    guard case .tryLater(.link(.cutOff), _) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(try await field.village.records(.ready) == finished, "nothing is taken as sent")
    #expect(await field.village.engine().run().outcome == .complete)
    try await field.expectAll(finished)
  }

  /// Where the centre is killed: somewhere in the first request, in a later one, or in an answer.
  struct Moment: Sendable {
    var up = Int.max
    var down = Int.max
  }

  @Test(arguments: [
    Moment(up: 300), Moment(up: 9_000), Moment(up: 14_500), Moment(up: 20_000),
    Moment(up: 36_000), Moment(down: 1), Moment(down: 600), Moment(down: 3_000),
  ])
  func `a centre killed in the middle of a sync and started again has all of it, once`(
    moment: Moment
  ) async throws {
    let field = try await Field()
    let finished = try await field.village.finish(160)
    _ = field.proxy.takeCarried()
    field.proxy.when(up: moment.up, down: moment.down, try field.centre.killer())
    let report = await field.village.engine().run()
    guard case .tryLater(.link, _) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    field.centre.reap()
    let sent = try await field.village.records(.sent)
    #expect(sent.count < 160 && sent.isSubset(of: finished))

    try field.centre.start()
    field.proxy.lead(to: field.centre.port)
    #expect(await field.village.engine().run().outcome == .complete)
    try await field.expectAll(finished)
  }
}
