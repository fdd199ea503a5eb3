import Compression
import Sealing
import SyncProtocol
import Testing

@testable import CentralServer

/// A laptop in the field as the centre sees it: keys, numbers, and requests that it signs.
struct Laptop {
  var device = SigningKeys()
  var number = DeviceNumber(0)
  var people: [Neighbour] = []
  var cursors: [String: Int64] = [:]
  var certificates: [String: Certificate.Mark] = [:]
  var epoch: Epoch?
  var centreBox: [UInt8] = []
  var centreSign: [UInt8] = []
  let ambient: Ambient

  /// Somebody who was enrolled on it.
  struct Neighbour {
    var number = PersonNumber(0)
    var area = AreaCode.nation
    var sign = SigningKeys()
    var box = BoxKeys()
  }

  init(_ test: TestCentre) { ambient = test.clock.ambient }

  /// A laptop with one person on it.
  static func enrolled(
    at test: TestCentre, as role: Role = .village, in area: String = "47120601",
    name: String = "นายสมชาย ใจดี"
  ) throws -> Laptop {
    var laptop = Laptop(test)
    try laptop.enrol(at: test, code: test.code(role, area, name: name))
    return laptop
  }

  mutating func enrol(at test: TestCentre, code: String) throws {
    let person = Neighbour()
    let response = test.router.response(to: try enrolment(code, person))
    try #require(response.status == 200)
    let reply = try #require(WireJSON.decode(EnrolmentReply.self, from: response.body))
    number = reply.device
    epoch = reply.epoch
    centreBox = reply.centre.box.bytes
    centreSign = reply.centre.sign.bytes
    people.append(
      Neighbour(number: reply.person, area: reply.area, sign: person.sign, box: person.box))
  }

  func enrolment(_ code: String, _ person: Neighbour) throws -> Request {
    let asked = EnrolmentRequest(
      code: try #require(EnrolmentCode(code)),
      device: EnrolmentRequest.Device(
        number: people.isEmpty ? nil : number, sign: device.publicKey),
      person: EnrolmentRequest.Person(
        name: "สมชาย", sign: person.sign.publicKey, box: person.box.publicKey))
    return Request(
      method: "POST", path: WirePath.enrol,
      headers: Headers([("Content-Type", "application/json")]), body: WireJSON.encode(asked))
  }

  /// A finished survey about somebody, sealed and signed by the laptop's first person.
  func survey(
    _ name: String = "นางสาวมะลิ สุขใจ", nationalID: String = "", id: RecordID? = nil,
    parents: [RevisionHash] = [], village: String? = nil, by neighbour: Int = 0
  ) throws -> Revision {
    let xml = """
      <?xml version="1.0"?><data id="affected_person"><q1><citizen_id_norm>\(nationalID)</citizen_id_norm></q1>
      <meta><instanceName>\(name)</instanceName></meta></data>
      """
    let header = RevisionHeader(
      id: id ?? RecordID(ambient), parents: parents,
      form: try #require(FormHash(bytes: [UInt8](repeating: 7, count: 16))),
      formID: "affected_person", formVersion: "2026112101", author: people[neighbour].number,
      device: number,
      village: try #require(AreaCode(village ?? people[neighbour].area.description)),
      finished: ambient.now(), key: 1)
    return try signed(header, sealed(Array(xml.utf8)), by: neighbour)
  }

  func sealed(_ bytes: [UInt8]) throws -> [UInt8] {
    try BoxKeys.seal(Zstandard.compress(bytes), to: centreBox)
  }

  func signed(_ header: RevisionHeader, _ box: [UInt8], by neighbour: Int = 0) -> Revision {
    let signature = people[neighbour].sign.sign(Revision.signedBytes(header, box: box))
    return Revision(header: header, box: box, signature: signature)
  }

  /// A file of a record, cut, sealed and signed.
  func pieces(
    of content: [UInt8], as name: String = "q1.jpg", for revision: Revision, by neighbour: Int = 0
  ) throws -> [FilePiece] {
    var header = PieceHeader(
      record: revision.header.id, revision: try revision.identity,
      author: people[neighbour].number, device: number, village: revision.header.village,
      file: try #require(FileID(bytes: ambient.random(16))), name: name, number: 0,
      count: FileLimits.count(of: content.count), size: content.count, key: 1)
    let mark = header.mark(of: Digest.blake2b(content, count: 32), Digest.blake2b)
    return try (0..<header.count).map { index in
      header.number = index
      let bytes = content.dropFirst(index * FileLimits.piece).prefix(FileLimits.piece)
      return signed(header, try sealed(mark + bytes), by: neighbour)
    }
  }

  func signed(_ header: PieceHeader, _ box: [UInt8], by neighbour: Int = 0) -> FilePiece {
    let signature = people[neighbour].sign.sign(FilePiece.signedBytes(header, box: box))
    return FilePiece(header: header, box: box, signature: signature)
  }

  /// A decision of the laptop's first person.
  func decision(
    _ decision: Decision, on revision: Revision, body: DecisionBody = DecisionBody()
  ) throws -> DecisionItem {
    let header = DecisionHeader(
      record: revision.header.id, judged: try revision.identity, decision: decision,
      author: people[0].number, device: number, decided: ambient.now(), key: 1)
    let box = try sealed(WireJSON.encode(body))
    let signature = people[0].sign.sign(DecisionItem.signedBytes(header, box: box))
    return DecisionItem(header: header, box: box, signature: signature)
  }

  /// A step of the laptop's first person.
  func step(
    _ step: Step, on revision: Revision, body: DecisionBody = DecisionBody()
  ) throws -> StepItem {
    let header = StepHeader(
      record: revision.header.id, revision: try revision.identity, step: step,
      author: people[0].number, device: number, taken: ambient.now(), key: 1)
    let box = try sealed(WireJSON.encode(body))
    let signature = people[0].sign.sign(StepItem.signedBytes(header, box: box))
    return StepItem(header: header, box: box, signature: signature)
  }

  func request(_ items: [SyncItem], room: Int = 1 << 20) throws -> Request {
    let body = SyncRequest.bytes(hello(room: room), items: items.compactMap(\.frame))
    return signed(try Zstandard.compress(body))
  }

  func hello(room: Int = 1 << 20) -> SyncHello {
    SyncHello(
      device: number, epoch: epoch, cursors: cursors, clock: ambient.now(), room: room,
      certificates: certificates)
  }

  let proofNames = [
    RequestSignature.deviceHeader, RequestSignature.nonceHeader, RequestSignature.timeHeader,
    RequestSignature.signatureHeader,
  ]

  /// A request with these bytes as its body, signed as every request is.
  func signed(
    _ body: [UInt8], path: String = WirePath.sync, nonce: String = Hex.text(randomBytes(16))
  ) -> Request {
    let bytes = RequestSignature.signedBytes(
      path: path, device: number, nonce: nonce, time: ambient.now(),
      bodyHash: Digest.blake2b(body, count: 32))
    let proof = RequestSignature(
      device: number, nonce: nonce, time: ambient.now(), signature: device.sign(bytes))
    let headers =
      path == WirePath.sync
      ? [("Content-Type", WireType.frames), ("Content-Encoding", "zstd")]
      : [("Content-Type", WireType.json)]
    return Request(
      method: "POST", path: path,
      headers: Headers(headers + proof.headers.map { ($0.name, $0.value) }), body: body)
  }

  /// Sends, checks the receipt as a laptop would, and moves the cursors.
  @discardableResult
  mutating func sync(
    _ items: [SyncItem] = [], with test: TestCentre, room: Int = 1 << 20
  ) throws -> SyncResponse {
    let request = try request(items, room: room)
    let response = test.router.response(to: request)
    try #require(response.status == 200)
    return try accept(response.body, for: request)
  }

  mutating func accept(_ body: [UInt8], for request: Request) throws -> SyncResponse {
    let bytes = try Zstandard.decompress(body, limit: 8 << 20)
    let answer = try SyncResponse(reading: bytes)
    let signature = try #require(answer.reply.signature)
    #expect(SigningKeys.verify(signature.bytes, of: answer.reply.signedBytes, by: centreSign))
    #expect(answer.reply.batch == Hex.text(Digest.blake2b(request.body, count: 32)))
    for event in answer.events { cursors[event.village.description] = event.number }
    return answer
  }

  /// What an event says to the person whom it is sealed to.
  func open(_ event: FeedEvent) throws -> EventBody {
    let person = try #require(people.first { $0.number == event.recipient })
    let json = try Zstandard.decompress(person.box.open(event.payload), limit: 1 << 20)
    return try #require(WireJSON.decode(EventBody.self, from: json))
  }
}

extension Revision {
  var identity: RevisionHash {
    get throws { try #require(hash(Digest.blake2b(_:count:))) }
  }
}

extension SyncResponse {
  /// Which items were refused and why, as `2 item.out-of-area`.
  var refusals: [String] { reply.refused.map { "\($0.index) \($0.problem.rawValue)" } }

  /// The feed as `1 received`.
  var news: [String] { events.map { "\($0.number) \($0.state.rawValue)" } }
}
