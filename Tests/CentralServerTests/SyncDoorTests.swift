import Compression
import Sealing
import SyncProtocol
import Testing

@testable import CentralServer

/// What a laptop can and cannot bring through the door.
struct SyncDoorTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  private func problem(_ response: Response) throws -> Problem {
    try #require(WireJSON.decode(ProblemReport.self, from: response.body)).problem
  }

  @Test func `what a village sends is stored, counted and acknowledged`() throws {
    var village = try Laptop.enrolled(at: test)
    let surveys = try [village.survey("นายทอง"), village.survey("นางแก้ว")]
    let answer = try village.sync(surveys.map(SyncItem.revision), with: test)
    #expect(answer.reply.stored == 2)
    #expect(answer.reply.at == 2)
    #expect(answer.reply.archived == 0)
    #expect(answer.news == ["1 received", "2 received"])
    #expect(try test.status() == ["47120601 received 2"])
  }

  @Test func `a batch that comes again is stored once and acknowledged again`() throws {
    var village = try Laptop.enrolled(at: test)
    let items = [SyncItem.revision(try village.survey())]
    try village.sync(items, with: test)
    let again = try village.sync(items + items, with: test)
    #expect(again.reply.stored == 2)
    #expect(again.refusals == [])
    #expect(again.news == [])
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `one bad item does not hold up the good ones beside it`() throws {
    var village = try Laptop.enrolled(at: test)
    var forged = try village.survey()
    forged.signature[0] ^= 1
    var moved = try village.survey()
    moved.box[40] ^= 1
    let stranger = try village.survey(village: "47120602")
    let unknown = Frame(["k": "rnd"], payload: [1, 2, 3])
    let frames = try [
      #require(SyncItem.revision(village.survey()).frame),
      #require(SyncItem.revision(forged).frame),
      #require(SyncItem.revision(moved).frame), #require(SyncItem.revision(stranger).frame),
      unknown, Frame(["k": "rev"]), #require(SyncItem.revision(village.survey()).frame),
    ]
    let hello = SyncHello(
      device: village.number, epoch: village.epoch, cursors: [:], clock: test.clock.now, room: 0)
    let request = village.signed(
      try Zstandard.compress(SyncRequest.bytes(hello, items: frames)))
    let answer = try village.accept(test.router.response(to: request).body, for: request)
    #expect(
      answer.refusals == [
        "1 item.bad-signature", "2 item.bad-signature", "3 item.out-of-area",
        "4 item.unknown-kind", "5 item.malformed",
      ])
    #expect(answer.reply.stored == 2)
    #expect(try test.status() == ["47120601 received 2"])
  }

  @Test func `nobody writes as a person of another laptop`() throws {
    var mine = try Laptop.enrolled(at: test)
    let other = try Laptop.enrolled(at: test, name: "นางคำ")
    // Even with the other's own key: a laptop stands for its own people only.
    let answer = try mine.sync([.revision(other.survey())], with: test)
    #expect(answer.refusals == ["0 item.unknown-author"])

    var stolen = mine
    stolen.people = [other.people[0]]
    stolen.people[0].sign = mine.people[0].sign
    let forged = try mine.sync([.revision(stolen.survey())], with: test)
    #expect(forged.refusals == ["0 item.unknown-author"])
    #expect(try test.status() == [])
  }

  @Test func `a record of another village is not overwritten`() throws {
    var first = try Laptop.enrolled(at: test)
    var second = try Laptop.enrolled(at: test, in: "47120602")
    let survey = try first.survey()
    try first.sync([.revision(survey)], with: test)
    let answer = try second.sync(
      [.revision(second.survey(id: survey.header.id, parents: [survey.identity]))], with: test)
    #expect(answer.refusals == ["0 item.out-of-area"])
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `a request that another key signed, or that was changed, is refused whole`() throws {
    let village = try Laptop.enrolled(at: test)
    var thief = village
    thief.device = SigningKeys()
    let forged = test.router.response(to: try thief.request([.revision(village.survey())]))
    #expect(try problem(forged) == .badRequestSignature)

    var changed = try village.request([.revision(village.survey())])
    changed.body[20] ^= 1
    #expect(try problem(test.router.response(to: changed)) == .badRequestSignature)

    var unknown = village
    unknown.number = DeviceNumber(99)
    #expect(try problem(test.router.response(to: unknown.request([]))) == .unknownDevice)
    #expect(try test.status() == [])
  }

  @Test func `a request that was listened to cannot be played again`() throws {
    let village = try Laptop.enrolled(at: test)
    let request = try village.request([.revision(village.survey())])
    #expect(test.router.response(to: request).status == 200)
    #expect(try problem(test.router.response(to: request)) == .replayedRequest)
  }

  @Test func `a request without its headers is refused`() throws {
    let village = try Laptop.enrolled(at: test)
    var request = try village.request([])
    request.headers = Headers([("Content-Type", WireType.frames)])
    #expect(try problem(test.router.response(to: request)) == .malformedRequest)
  }

  @Test(arguments: [
    "", "\n", "{}\n", "{\"p\":1}\n", "no frames at all", "{\"p\":1,\"len\":9999}\nshort",
    "{\"p\":1,\"len\":-1}\n",
  ])
  func `garbage that is signed is still garbage`(text: String) throws {
    let village = try Laptop.enrolled(at: test)
    let packed = village.signed(try Zstandard.compress(Array(text.utf8)))
    #expect(try problem(test.router.response(to: packed)) == .malformedRequest)
    let bare = village.signed(Array(text.utf8))
    #expect(try problem(test.router.response(to: bare)) == .malformedRequest)
  }

  @Test func `a body that unfolds into far more is cut off`() throws {
    let village = try Laptop.enrolled(at: test)
    let bomb = try Zstandard.compress([UInt8](repeating: 32, count: 64 << 20), level: 19)
    #expect(bomb.count < 10_000)
    #expect(try problem(test.router.response(to: village.signed(bomb))) == .requestTooLarge)
  }

  @Test func `a submission that nobody can open is stored, not lost`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดแดง")
    let header = try village.survey().header
    let bomb = try village.sealed([UInt8](repeating: 0, count: 3 << 20))
    let answer = try village.sync([.revision(village.signed(header, bomb))], with: test)
    #expect(answer.reply.stored == 1)
    let event = try #require(try officer.sync(with: test).events.first)
    #expect(event.state == .received)
    #expect(event.payload == [])
    #expect(test.log.all.contains { $0.contains("unreadable") })
  }

  @Test func `what is sealed to a key that the centre does not have waits on the laptop`() throws {
    var village = try Laptop.enrolled(at: test)
    var header = try village.survey().header
    header.key = 2
    let answer = try village.sync(
      [.revision(village.signed(header, village.sealed([])))], with: test)
    #expect(answer.refusals == ["0 item.unknown-key"])
  }

  @Test func `what is sealed to another key waits on the laptop whatever its number`() throws {
    var village = try Laptop.enrolled(at: test)
    let header = try village.survey().header
    let own = village.centreBox
    village.centreBox = BoxKeys().publicKey
    let stray = village.signed(header, try village.sealed([]))
    let answer = try village.sync([.revision(stray)], with: test)
    #expect(answer.refusals == ["0 item.unknown-key"])
    #expect(answer.reply.stored == 0)
    #expect(try test.status() == [])
    village.centreBox = own
    let again = try village.sync([.revision(village.survey(id: header.id))], with: test)
    #expect(again.reply.stored == 1)
  }

  @Test func `a newer protocol is refused by name`() throws {
    let village = try Laptop.enrolled(at: test)
    let hello = SyncHello(
      version: 2, device: village.number, epoch: nil, cursors: [:], clock: test.clock.now, room: 0)
    let request = village.signed(try Zstandard.compress(SyncRequest.bytes(hello, items: [])))
    #expect(try problem(test.router.response(to: request)) == .unsupportedVersion)
  }
}
