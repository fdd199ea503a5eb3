import OfflineStore
import SyncProtocol
import Testing

@testable import SyncClient

/// A centre as far as the core can tell: a set that grows, and a feed.
private struct PaperCentre {
  var epoch: Epoch
  var stored: Set<Int64> = []
  var waiting: [FeedEvent] = []
  var refuses: [Int64: Problem] = [:]
  var page = 2

  /// Takes a batch and answers it.
  mutating func take(_ items: [Int64], at: Int64 = 1) -> SyncAnswer {
    var refused: [RefusedItem] = []
    for (index, item) in items.enumerated() {
      if let problem = refuses[item] {
        refused.append(RefusedItem(index: index, problem: problem))
      } else {
        stored.insert(item)
      }
    }
    let events = Array(waiting.prefix(page))
    waiting.removeFirst(events.count)
    let reply = SyncReply(
      epoch: epoch, batch: "", stored: items.count - refused.count, refused: refused, at: at,
      archived: 0, now: Timestamp(milliseconds: 0), more: !waiting.isEmpty)
    return .accepted(SyncResponse(reply: reply, events: events))
  }
}

/// A laptop that does what the core says, on paper.
private struct PaperLaptop {
  var core: DeviceCore
  var outbox: [Int64]
  /// Which numbers are pieces of files.
  var pieces: Set<Int64> = []
  var delivered: Set<Int64> = []
  var needHelp: [Int64: Problem] = [:]
  var events: [FeedEvent] = []
  var withdrawn: [Int64] = []
  var requests = 0
  var epoch: Epoch?
  var ending: DeviceCore.Ending?

  init(outbox: [Int64], epoch: Epoch?) {
    self.outbox = outbox
    self.epoch = epoch
    core = DeviceCore(epoch: epoch)
  }

  /// Runs to the end; `link` decides what becomes of each request.
  mutating func run(
    _ centre: inout PaperCentre, records perBatch: Int = 2,
    link: (_ request: Int, _ items: [Int64], inout PaperCentre) -> DeviceCore.Event
  ) {
    var queue = core.step(.started)
    while !queue.isEmpty {
      switch queue.removeFirst() {
      case .send(let after, _):
        let rest = outbox.filter { $0 > (pieces.contains($0) ? after.pieces : after.records) }
        let items = Array(
          (rest.filter { !pieces.contains($0) } + rest.filter(pieces.contains)).prefix(perBatch))
        let end = OutboxPlace(
          records: items.last { !pieces.contains($0) } ?? after.records,
          pieces: items.last(where: pieces.contains) ?? after.pieces)
        queue += core.step(
          .sent(.init(items: items, end: end, isFollowed: rest.count > items.count)))
        requests += 1
        queue += core.step(link(requests, items, &centre))
      case .apply(let receipt):
        if let epoch, epoch != receipt.epoch {
          outbox = (outbox + delivered).sorted()
          delivered = []
        }
        epoch = receipt.epoch
        outbox.removeAll(where: receipt.acknowledged.contains)
        delivered.formUnion(receipt.acknowledged)
        for refusal in receipt.refused { needHelp[refusal.item] = refusal.problem }
        outbox.removeAll { needHelp[$0] != nil }
        events += receipt.events
        queue += core.step(.applied)
      case .withdraw(let items): withdrawn += items
      case .correctClock: continue
      case .finish(let ending): self.ending = ending
      }
    }
  }
}

extension DeviceCore.Batch {
  /// A batch of records and decisions.
  fileprivate init(items: [Int64], isFollowed: Bool) {
    self.init(
      items: items, end: OutboxPlace(records: items.last ?? 0), isFollowed: isFollowed)
  }
}

struct DeviceCoreTests {
  private let epoch: Epoch
  private let other: Epoch

  init() throws {
    epoch = try #require(Epoch(bytes: 0..<16))
    other = try #require(Epoch(bytes: 1..<17))
  }

  private func event(_ number: Int64) throws -> FeedEvent {
    FeedEvent(
      number: number, village: try #require(AreaCode("47120601")),
      record: try #require(RecordID(bytes: 0..<16)),
      revision: try #require(RevisionHash(bytes: 0..<16)), state: .verified,
      by: "ปลัดอำเภอพังโคน", time: Timestamp(milliseconds: 0), recipient: PersonNumber(1))
  }

  @Test func `an empty outbox still asks once what is new`() throws {
    var centre = PaperCentre(epoch: epoch, waiting: try (1...5).map(event))
    var laptop = PaperLaptop(outbox: [], epoch: nil)
    laptop.run(&centre) { .answered($2.take($1)) }
    #expect(laptop.events.map(\.number) == [1, 2, 3, 4, 5])
    #expect(laptop.requests == 3)
    #expect(laptop.ending == .complete)
  }

  @Test func `everything is sent, batch after batch, and acknowledged`() {
    var centre = PaperCentre(epoch: epoch)
    var laptop = PaperLaptop(outbox: [3, 5, 6, 7, 9], epoch: epoch)
    laptop.run(&centre) { .answered($2.take($1)) }
    #expect(centre.stored == [3, 5, 6, 7, 9])
    #expect(laptop.delivered == centre.stored)
    #expect(laptop.outbox == [])
    #expect(laptop.requests == 3)
    #expect(laptop.ending == .complete)
  }

  /// Every link failure, at every request, before and after the centre took the batch.
  @Test(
    arguments: [
      LinkFailure.badAddress, .cannotResolve, .cannotConnect, .timedOut, .cutOff,
      .untrustedCertificate, .noSecureConnection, .notHTTP, .answerTooLong, .cancelled,
      .library(code: 27),
    ], [1, 2, 3])
  func `a break at any request loses nothing and sends nothing twice into the set`(
    failure: LinkFailure, broken: Int
  ) {
    for isTakenFirst in [false, true] {
      var centre = PaperCentre(epoch: epoch)
      var laptop = PaperLaptop(outbox: [1, 2, 3, 4, 5], epoch: epoch)
      laptop.run(&centre) { request, items, centre in
        guard request == broken else { return .answered(centre.take(items)) }
        if isTakenFirst { _ = centre.take(items) }
        return .broke(failure)
      }
      #expect(laptop.delivered.isSubset(of: centre.stored), "no receipt without the record")
      #expect(laptop.delivered.union(laptop.outbox) == [1, 2, 3, 4, 5])

      let isRetried = failure == .cutOff || failure == .timedOut
      #expect((laptop.ending == .complete) == isRetried)
      #expect(laptop.requests == (isRetried ? 4 : broken))

      let neverLeft: [LinkFailure] = [
        .badAddress, .cannotResolve, .cannotConnect, .untrustedCertificate, .noSecureConnection,
      ]
      #expect(laptop.withdrawn.isEmpty != neverLeft.contains(failure))

      laptop.core = DeviceCore(epoch: epoch)
      laptop.run(&centre) { .answered($2.take($1)) }
      #expect(laptop.ending == .complete)
      #expect(centre.stored == [1, 2, 3, 4, 5])
      #expect(laptop.delivered == [1, 2, 3, 4, 5])
    }
  }

  /// Every answer that is no receipt, at every request, before and after the centre took the batch.
  @Test(arguments: [
    SyncFailure.notACentre(status: 200), .garbled, .wrongCentre,
  ])
  func `an answer that is no receipt acknowledges nothing`(failure: SyncFailure) {
    for broken in 1...3 {
      var centre = PaperCentre(epoch: epoch)
      var laptop = PaperLaptop(outbox: [1, 2, 3, 4, 5], epoch: epoch)
      laptop.run(&centre) { request, items, centre in
        let answer = centre.take(items)
        return .answered(request == broken ? .failed(failure) : answer)
      }
      #expect(laptop.delivered.count == (broken - 1) * 2)
      #expect(
        laptop.ending
          == (failure == .wrongCentre
            ? .needsPerson(failure) : .tryLater(failure, asked: nil)))
    }
  }

  @Test(arguments: Problem.allCases)
  func `a refused request ends the run as its problem says`(problem: Problem) {
    var centre = PaperCentre(epoch: epoch)
    var laptop = PaperLaptop(outbox: [1, 2, 3], epoch: epoch)
    laptop.run(&centre, records: 1) { _, _, _ in
      .answered(.refused(problem, asked: 7_000, now: nil))
    }
    #expect(laptop.outbox == [1, 2, 3])
    switch problem {
    case .busy:
      #expect(laptop.ending == .tryLater(.busy, asked: 7_000))
    case .replayedRequest:
      #expect(laptop.ending == .tryLater(.refused(problem), asked: 7_000))
      #expect(laptop.requests == DeviceCore.mostBreaks)
    case .wrongClock:
      #expect(laptop.ending == .tryLater(.refused(problem), asked: nil))
    case _ where problem.isWorthRetrying:
      #expect(laptop.ending == .tryLater(.refused(problem), asked: 7_000))
    default:
      #expect(laptop.ending == .needsPerson(.refused(problem)))
    }
  }

  @Test func `a link that keeps breaking is left alone after three times`() {
    var centre = PaperCentre(epoch: epoch)
    var laptop = PaperLaptop(outbox: [1, 2], epoch: epoch)
    laptop.run(&centre) { _, _, _ in .broke(.cutOff) }
    #expect(laptop.requests == 3)
    #expect(laptop.ending == .tryLater(.link(.cutOff), asked: nil))
  }

  @Test func `a link that breaks between successes is not`() {
    var centre = PaperCentre(epoch: epoch)
    var laptop = PaperLaptop(outbox: Array(1...6), epoch: epoch)
    laptop.run(&centre, records: 1) { request, items, centre in
      request % 3 == 0 ? .answered(centre.take(items)) : .broke(.timedOut)
    }
    #expect(laptop.ending == .complete)
    #expect(laptop.requests == 18)
  }

  @Test func `batches shrink with breaks and grow with successes`() {
    var core = DeviceCore(epoch: nil)
    #expect(core.step(.started) == [.send(after: OutboxPlace(), bytes: 14 * 1024)])
    #expect(core.step(.broke(.cutOff)) == [.send(after: OutboxPlace(), bytes: 7 * 1024)])
    var centre = PaperCentre(epoch: epoch)
    _ = core.step(.sent(.init(items: [4], isFollowed: true)))
    _ = core.step(.answered(centre.take([4])))
    #expect(core.step(.applied) == [.send(after: OutboxPlace(records: 4), bytes: 14 * 1024)])
  }

  @Test func `files go after every record, whatever their numbers are`() {
    var centre = PaperCentre(epoch: epoch)
    var laptop = PaperLaptop(outbox: [1, 2, 3, 4, 5, 6, 7], epoch: epoch)
    laptop.pieces = [2, 3, 4, 6]
    var sent: [Int64] = []
    laptop.run(&centre) { _, items, centre in
      sent += items
      return .answered(centre.take(items))
    }
    #expect(sent == [1, 5, 7, 2, 3, 4, 6])
    #expect(laptop.ending == .complete)
  }

  @Test func `a record that is finished while files are sent goes before the rest of them`() {
    var centre = PaperCentre(epoch: epoch)
    var core = DeviceCore(epoch: epoch)
    _ = core.step(.started)
    let files = DeviceCore.Batch(items: [2, 3], end: OutboxPlace(pieces: 3), isFollowed: true)
    _ = core.step(.sent(files))
    _ = core.step(.answered(centre.take([2, 3])))
    let next = core.step(.applied)
    #expect(next == [.send(after: OutboxPlace(pieces: 3), bytes: 28 * 1024)])
  }

  @Test func `a refused record is put aside for a person and holds up no other`() {
    var centre = PaperCentre(epoch: epoch, refuses: [2: .outOfArea, 5: .unknownKind])
    var laptop = PaperLaptop(outbox: [1, 2, 3, 4, 5], epoch: epoch)
    laptop.run(&centre) { .answered($2.take($1)) }
    #expect(laptop.delivered == [1, 3, 4])
    #expect(laptop.needHelp == [2: .outOfArea, 5: .unknownKind])
    #expect(laptop.ending == .needsPerson(nil))
  }

  @Test func `after a restore everything that no backup holds is offered again`() throws {
    var centre = PaperCentre(epoch: other, waiting: [try event(9)])
    var laptop = PaperLaptop(outbox: [5, 6, 7], epoch: epoch)
    laptop.delivered = [1, 2, 3, 4]
    laptop.run(&centre) { .answered($2.take($1)) }
    #expect(centre.stored == [1, 2, 3, 4, 5, 6, 7])
    #expect(laptop.delivered == centre.stored)
    #expect(laptop.events == [], "they were chosen by cursors of the old epoch")
    #expect(laptop.ending == .complete)
  }

  @Test func `a first sync takes the epoch as it is`() {
    var centre = PaperCentre(epoch: epoch)
    var core = DeviceCore(epoch: nil)
    _ = core.step(.started)
    _ = core.step(.sent(.init(items: [], isFollowed: false)))
    _ = core.step(.answered(centre.take([])))
    #expect(core.step(.applied) == [.finish(.complete)], "nothing is to be offered again")
  }

  @Test func `a centre that is restored again and again is left alone`() throws {
    var centre = PaperCentre(epoch: epoch)
    var laptop = PaperLaptop(outbox: [1], epoch: nil)
    let epochs = [epoch, other]
    laptop.outbox = [1, 2, 3]
    laptop.run(&centre, records: 1) { request, items, centre in
      centre.epoch = epochs[request % 2]
      return .answered(centre.take(items))
    }
    #expect(laptop.ending == .tryLater(.changingCentre, asked: nil))
    #expect(laptop.requests < 10)
  }

  @Test func `a promise of more that brings nothing is not asked for for ever`() throws {
    var centre = PaperCentre(epoch: epoch)
    centre.page = 0
    centre.waiting = [try event(1)]
    var laptop = PaperLaptop(outbox: [1], epoch: epoch)
    laptop.run(&centre) { .answered($2.take($1)) }
    #expect(laptop.delivered == [1])
    #expect(laptop.ending == .tryLater(.busy, asked: nil))
    #expect(laptop.requests == 2)
  }

  @Test func `a receipt that does not add up acknowledges nothing`() throws {
    let replies: [(stored: Int, refused: [Int])] = [
      (1, []), (3, []), (2, [0]), (1, [2]), (1, [-1]), (0, [0, 0]), (-1, [0, 1, 2]),
    ]
    for (stored, refused) in replies {
      var core = DeviceCore(epoch: epoch)
      _ = core.step(.started)
      _ = core.step(.sent(.init(items: [1, 2], isFollowed: false)))
      let reply = SyncReply(
        epoch: epoch, batch: "", stored: stored,
        refused: refused.map { RefusedItem(index: $0, problem: .outOfArea) }, at: 1,
        archived: 0, now: Timestamp(milliseconds: 0))
      let effects = core.step(.answered(.accepted(SyncResponse(reply: reply, events: []))))
      #expect(effects == [.finish(.tryLater(.garbled, asked: nil))], "\(stored) \(refused)")
    }
  }

  @Test func `an answer that nobody waits for is not heard`() {
    var centre = PaperCentre(epoch: epoch)
    var core = DeviceCore(epoch: epoch)
    _ = core.step(.started)
    #expect(core.step(.answered(centre.take([1]))) == [])
    _ = core.step(.sent(.init(items: [1], isFollowed: false)))
    #expect(core.step(.answered(centre.take([1]))).count == 1)
    #expect(core.step(.answered(centre.take([1]))) == [], "the second copy of an answer")
  }

  @Test func `a laptop whose clock died signs with the centre's, once`() {
    var core = DeviceCore(epoch: epoch)
    let now = Timestamp(milliseconds: 1_586_484_000_000)
    let batch = DeviceCore.Batch(items: [1], isFollowed: false)
    let answer = DeviceCore.Event.answered(.refused(.wrongClock, asked: nil, now: now))
    _ = core.step(.started)
    _ = core.step(.sent(batch))
    #expect(
      core.step(answer) == [
        .withdraw([1]), .correctClock(now), .send(after: OutboxPlace(), bytes: 14 * 1024),
      ])
    _ = core.step(.sent(batch))
    #expect(
      core.step(answer) == [
        .withdraw([1]), .finish(.tryLater(.refused(.wrongClock), asked: nil)),
      ])
  }

  @Test func `a batch too large is halved as long as it has two records`() {
    var core = DeviceCore(epoch: epoch)
    let answer = DeviceCore.Event.answered(.refused(.requestTooLarge, asked: nil, now: nil))
    _ = core.step(.started)
    _ = core.step(.sent(.init(items: [1, 2], isFollowed: false)))
    #expect(
      core.step(answer) == [.withdraw([1, 2]), .send(after: OutboxPlace(), bytes: 7 * 1024)])
    _ = core.step(.sent(.init(items: [1], isFollowed: true)))
    #expect(
      core.step(answer) == [
        .withdraw([1]), .finish(.needsPerson(.refused(.requestTooLarge))),
      ])
  }

  @Test func `when the laptop's own disk fails the run ends and nothing is marked as sent`() {
    var centre = PaperCentre(epoch: epoch)
    var core = DeviceCore(epoch: epoch)
    _ = core.step(.started)
    _ = core.step(.sent(.init(items: [1], isFollowed: false)))
    _ = core.step(.answered(centre.take([1])))
    #expect(
      core.step(.storeFailed(.noSpace)) == [.finish(.tryLater(.store(.noSpace), asked: nil))])
  }
}
