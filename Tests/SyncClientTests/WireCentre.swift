import Compression
import Sealing
import SyncClient
import SyncProtocol
import Synchronization

/// A centre in memory that speaks the wire's language, over a link that breaks when a test says so.
final class WireCentre: HTTPTransport {
  /// What becomes of one request.
  enum Fate: Sendable {
    case arrives
    /// The link fails before the centre sees the request.
    case lost(LinkFailure)
    /// The centre does its work, and its answer does not arrive.
    case unanswered(LinkFailure)
    /// Somebody else answers.
    case page(status: Int)
    case refused(Problem, retryAfter: Int?)
    /// The answer arrives with this many of its bytes only.
    case cut(Int)
  }

  struct State {
    var epoch: Epoch
    var stored: [RevisionHash: Revision] = [:]
    var arrivals = 0
    var decisions: [DecisionItem] = []
    var pieces: [FilePiece] = []
    var steps: [StepItem] = []
    /// What every answer brings.
    var copies: [RecordCopy] = []
    /// What came, item by item: `rev`, `dec`, `step` and `file`.
    var kinds: [String] = []
    var feed: [FeedEvent] = []
    var refusals: [RecordID: Problem] = [:]
    var fates: [Fate] = []
    var hellos: [SyncHello] = []
    var times: [Timestamp] = []
    var nonces: Set<String> = []
    var batches: [Int] = []
    /// A laptop's clock further from this than a day is refused; `nil` takes any.
    var clock: Timestamp?
    var devices: [DeviceNumber: [UInt8]] = [:]
    var code: EnrolmentCode?
  }

  let state: Mutex<State>
  let box = BoxKeys()
  let signing = SigningKeys()
  let page = 2

  init(epoch: Epoch) {
    state = Mutex(State(epoch: epoch))
  }

  func send(
    _ request: HTTPRequest, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws(LinkFailure) -> HTTPResponse {
    let fate = state.withLock { $0.fates.isEmpty ? .arrives : $0.fates.removeFirst() }
    switch fate {
    case .arrives: return answer(request)
    case .lost(let failure): throw failure
    case .unanswered(let failure):
      _ = answer(request)
      throw failure
    case .page(let status):
      return HTTPResponse(
        status: status, headers: ["content-type": "text/html"], body: Array("<html>".utf8))
    case .refused(let problem, let seconds):
      return refusal(problem, retryAfter: seconds)
    case .cut(let count):
      var response = answer(request)
      response.body = Array(response.body.prefix(count))
      return response
    }
  }

  private func refusal(
    _ problem: Problem, retryAfter: Int? = nil, now: Timestamp? = nil
  ) -> HTTPResponse {
    let report = ProblemReport(
      problem, thai: "ขออภัย", english: "Sorry.", now: now)
    var headers = ["content-type": "application/json; charset=utf-8"]
    headers["retry-after"] = retryAfter.map(String.init)
    return HTTPResponse(status: problem.status, headers: headers, body: WireJSON.encode(report))
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    let body = request.body ?? []
    if request.url.hasSuffix(WirePath.enrol) { return enrol(body) }
    guard request.url.hasSuffix(WirePath.sync) else { return refusal(.notFound) }
    let header = { (name: String) in request.headers.first { $0.name == name }?.value }
    return state.withLock { state in
      if let problem = admit(request, body, &state) {
        return refusal(problem, now: state.clock)
      }
      let plain = header("Content-Encoding") == "zstd" ? inflated(body) : body
      guard let plain, let sync = read(plain) else { return refusal(.malformedRequest) }
      return accept(sync, batch: Hex.text(Digest.blake2b(body, count: 32)), &state)
    }
  }

  private func inflated(_ body: [UInt8]) -> [UInt8]? {
    // What does not decompress is refused, for whatever reason.
    try? Zstandard.decompress(body, limit: FrameLimits().total)
  }

  private func read(_ bytes: [UInt8]) -> SyncRequest? {
    // What is not frames is refused, for whatever reason.
    try? SyncRequest(reading: bytes)
  }

  private func admit(
    _ request: HTTPRequest, _ body: [UInt8], _ state: inout State
  ) -> Problem? {
    let header = { (name: String) in request.headers.first { $0.name == name }?.value }
    guard let signature = RequestSignature(header: header) else { return .badRequestSignature }
    guard let key = state.devices[signature.device] else { return .unknownDevice }
    let signed = RequestSignature.signedBytes(
      device: signature.device, nonce: signature.nonce, time: signature.time,
      bodyHash: Digest.blake2b(body, count: 32))
    guard SigningKeys.verify(signature.signature, of: signed, by: key) else {
      return .badRequestSignature
    }
    guard state.nonces.insert(signature.nonce).inserted else { return .replayedRequest }
    state.times.append(signature.time)
    if let clock = state.clock {
      let day: Int64 = 24 * 3600 * 1000
      let error = signature.time.milliseconds - clock.milliseconds
      guard (-day...day).contains(error) else { return .wrongClock }
    }
    return nil
  }

  private func accept(
    _ sync: SyncRequest, batch: String, _ state: inout State
  ) -> HTTPResponse {
    state.hellos.append(sync.hello)
    state.batches.append(sync.items.count)
    var refused: [RefusedItem] = []
    for (index, item) in sync.items.enumerated() {
      if let problem = keep(item, &state) {
        refused.append(RefusedItem(index: index, problem: problem))
      }
    }
    let known = sync.hello.epoch == state.epoch ? sync.hello.cursors : [:]
    let news = state.feed.filter { $0.number > known[$0.village.description] ?? 0 }
    var reply = SyncReply(
      epoch: state.epoch, batch: batch, stored: sync.items.count - refused.count,
      refused: refused, at: Int64(state.stored.count), archived: 0,
      now: Timestamp(milliseconds: 0), more: news.count > page)
    if !sync.hello.asks.isEmpty {
      let known = Set(state.stored.keys.map(\.bytes))
      reply.lacks = sync.hello.asks.filter { !known.contains($0.bytes) }
    }
    reply.signature = Base64Bytes(signing.sign(reply.signedBytes))
    let response = SyncResponse(
      reply: reply, events: Array(news.prefix(page)), copies: state.copies)
    return HTTPResponse(
      status: 200, headers: ["content-type": WireType.frames], body: response.bytes)
  }

  private func keep(_ item: SyncItem, _ state: inout State) -> Problem? {
    state.kinds.append(item.frame?.kind ?? "?")
    switch item {
    case .piece(let piece):
      state.pieces.append(piece)
      return nil
    case .revision(let revision):
      if let problem = state.refusals[revision.header.id] { return problem }
      guard let hash = revision.hash(Digest.blake2b(_:count:)) else { return .malformedItem }
      state.arrivals += 1
      state.stored[hash] = revision
      return nil
    case .decision(let decision):
      state.decisions.append(decision)
      return nil
    case .step(let step):
      if let problem = state.refusals[step.header.record] { return problem }
      state.steps.append(step)
      return nil
    case .unreadable(let problem): return problem
    }
  }

  private func enrol(_ body: [UInt8]) -> HTTPResponse {
    guard let request = WireJSON.decode(EnrolmentRequest.self, from: body),
      let village = AreaCode("47120601")
    else { return refusal(.malformedRequest) }
    return state.withLock { state in
      guard request.code == state.code?.description else { return refusal(.unknownCode) }
      state.code = nil
      let device = DeviceNumber(7)
      state.devices[device] = request.device.sign.bytes
      let reply = EnrolmentReply(
        device: device, person: PersonNumber(12), name: request.person.name, role: .village,
        area: village, epoch: state.epoch,
        centre: .init(key: 1, box: box.publicKey, sign: signing.publicKey),
        title: "ศูนย์อำเภอพังโคน")
      return HTTPResponse(
        status: 200, headers: ["content-type": WireType.json], body: WireJSON.encode(reply))
    }
  }
}
