import Dispatch
import SyncProtocol
import Synchronization
import Testing

@testable import CentralServer

/// The way back: order, pages, people.
struct FeedTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  @Test func `the feed comes in pages as small as asked for, and nothing is left out`() throws {
    var village = try Laptop.enrolled(at: test)
    let surveys = try (0..<30).map { SyncItem.revision(try village.survey("นายคนที่ \($0)")) }
    var answer = try village.sync(surveys, with: test, room: 1_000)
    var numbers = answer.events.map(\.number)
    var pages = 1
    while answer.reply.more {
      answer = try village.sync(with: test, room: 1_000)
      numbers += answer.events.map(\.number)
      pages += 1
    }
    #expect(numbers == Array(1...30))
    #expect(pages > 3)
  }

  @Test func `a laptop without room still gets on, one change at a time`() throws {
    var village = try Laptop.enrolled(at: test)
    try village.sync(
      [.revision(village.survey()), .revision(village.survey())], with: test, room: 0)
    let answer = try village.sync(with: test, room: -5)
    #expect(answer.events.map(\.number) == [2])
    #expect(!answer.reply.more)
  }

  @Test func `two people of one laptop each get their own, and nobody else's`() throws {
    var shared = try Laptop.enrolled(at: test)
    try shared.enrol(at: test, code: test.code(name: "นางคำ"))
    let neighbour = try Laptop.enrolled(at: test, name: "นายดี")
    try shared.sync(
      [.revision(shared.survey(by: 0)), .revision(shared.survey(by: 1))], with: test)
    shared.cursors = [:]
    let events = try shared.sync(with: test).events
    #expect(events.map(\.recipient) == shared.people.map(\.number))
    var other = neighbour
    #expect(try other.sync(with: test).events == [])
  }

  @Test func `a laptop that knows another epoch is told from the beginning`() throws {
    var village = try Laptop.enrolled(at: test)
    try village.sync([.revision(village.survey())], with: test)
    #expect(try village.sync(with: test).news == [])
    village.epoch = Epoch(bytes: [UInt8](repeating: 9, count: 16))
    let answer = try village.sync(with: test)
    #expect(answer.reply.epoch == test.centre.storage.epoch)
    #expect(answer.news == ["1 received"])
  }

  @Test func `whoever has read a number has read all before it, while many write`() throws {
    let laptops = try (0..<4).map { _ in try Laptop.enrolled(at: test) }
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let gaps = Mutex<[Int64]>([])
    let router = test.router
    let batches = try laptops.map { laptop in
      try (0..<10).map { _ in try laptop.request([.revision(laptop.survey())]) }
    }
    DispatchQueue.concurrentPerform(iterations: 5) { index in
      if index < 4 {
        for request in batches[index] { _ = router.response(to: request) }
      } else {
        let found = Self.read(from: router, as: officer)
        gaps.withLock { $0 = found }
      }
    }
    #expect(gaps.withLock { $0 } == [])
    var late = officer
    #expect(try late.sync(with: test).events.map(\.number) == Array(1...40))
  }

  /// Reads again and again, and gives the numbers that did not follow on the ones before.
  private static func read(from router: Router, as officer: Laptop) -> [Int64] {
    var officer = officer
    var last: Int64 = 0
    var gaps: [Int64] = []
    for _ in 0..<20 {
      // A read that fails shows as a gap.
      guard let request = try? officer.request([]),
        let answer = try? officer.accept(router.response(to: request).body, for: request)
      else { return [-1] }
      for event in answer.events {
        if event.number != last + 1 { gaps.append(event.number) }
        last = event.number
      }
    }
    return gaps
  }
}
