import Compression
import Sealing
import SyncProtocol

/// `POST /v1/sync`: takes what a laptop hands in, and gives it what happened meanwhile.
struct SyncDoor: Sendable {
  /// Bytes of a request as it is sent; a laptop's own batches stop at a quarter of it.
  static let bodyLimit = 1 << 20
  /// The most items that a laptop is answered about at once.
  private static let mostAsks = 500

  let centre: Centre
  let admission: Admission

  init(to centre: Centre) {
    self.centre = centre
    admission = Admission(to: centre)
  }

  func response(to request: Request) throws -> Response {
    let device = try admission.device(of: request)
    let sync = try admission.content(of: request, from: device)
    let answer = try answer(
      to: sync, from: device, batch: Hex.text(Digest.blake2b(request.body, count: 32)))
    centre.log.write(
      .info, "sync",
      [
        "device": "\(device.number.value)", "items": "\(sync.items.count)",
        "stored": "\(answer.reply.stored)", "bytes": "\(request.body.count)",
        "events": "\(answer.events.count)",
        "skew": "\(answer.reply.now.milliseconds - sync.hello.clock.milliseconds)",
      ])
    return Response(
      200, type: WireType.frames, try Zstandard.compress(answer.bytes),
      headers: ["Content-Encoding": "zstd"])
  }

  /// Takes what was handed in, by whichever road, and says what the laptop is to know.
  ///
  /// A laptop that the district has revoked may still hand in what is finished: its records are
  /// sealed and signed, and an officer judges each of them anyway. It is told nothing but to forget.
  ///
  /// - Parameter batch: The hash of what was handed in, which the receipt names.
  func answer(
    to sync: SyncRequest, from device: EnrolledDevice, batch: String
  ) throws -> SyncResponse {
    // The receipt is made after the commit has returned, never before (reliability, 1.3).
    var (reply, asked) = try take(sync.items, from: device)
    reply.batch = batch
    if !sync.hello.asks.isEmpty {
      reply.lacks = try centre.storage.lacks(of: sync.hello.asks.prefix(Self.mostAsks))
    }
    var answer = SyncResponse(reply: reply, events: [])
    if let revoked = device.revoked {
      answer.revocation = centre.revocationOrder(for: device.number, since: revoked)
    } else {
      answer.certificates = try centre.dueCertificates(
        on: device, known: sync.hello.certificates, at: reply.now)
      answer.copies = try copies(asked, for: device, &answer.reply)
      var reader = device
      reader.people.removeAll { !$0.isCertified(at: reply.now) }
      let cursors = sync.hello.epoch == centre.storage.epoch ? sync.hello.cursors : [:]
      let page = try FeedPage(
        centre: centre, device: reader, cursors: cursors, room: sync.hello.room)
      answer.events = page.events
      answer.reply.more = page.hasMore
    }
    try centre.storage.saw(
      device.number, certified: answer.certificates.map { ($0.person, $0.expires) },
      at: reply.now)
    answer.reply.signature = Base64Bytes(centre.keys.sign.sign(answer.reply.signedBytes))
    return answer
  }

  /// What does not fit into this answer any more is asked for again.
  private func copies(
    _ asked: [(index: Int, step: StepHeader)], for device: EnrolledDevice,
    _ reply: inout SyncReply
  ) throws -> [RecordCopy] {
    let door = Copies(centre: centre, device: device)
    var copies: [RecordCopy] = []
    var room = Copies.largest
    for (index, step) in asked {
      guard let copy = try door.copy(for: step) else { continue }
      room -= copy.box.count
      if copies.isEmpty || room >= 0 {
        copies.append(copy)
      } else {
        reply.refused.append(RefusedItem(index: index, problem: .busy))
        reply.stored -= 1
      }
    }
    reply.refused.sort { $0.index < $1.index }
    return copies
  }

  /// Stores what can be stored; one item that cannot does not hold up the others.
  ///
  /// - Returns: The receipt, and the steps that the store allowed.
  private func take(
    _ items: [SyncItem], from device: EnrolledDevice
  ) throws -> (SyncReply, steps: [(index: Int, step: StepHeader)]) {
    let inspection = Inspection(centre: centre, device: device)
    var arrivals: [(index: Int, arrival: Arrival)] = []
    var refused: [RefusedItem] = []
    for (index, item) in items.enumerated() {
      do throws(Problem) {
        arrivals.append((index, try inspection.arrival(item)))
      } catch {
        refused.append(RefusedItem(index: index, problem: error))
      }
    }
    let now = centre.ambient.now()
    let receipt = try centre.storage.take(
      arrivals.map(\.arrival), from: device.number, at: now)
    var steps: [(index: Int, step: StepHeader)] = []
    for (problem, arrival) in zip(receipt.problems, arrivals) {
      guard let problem else {
        if case .step(let step) = arrival.arrival {
          steps.append((arrival.index, step.item.header))
        }
        continue
      }
      refused.append(RefusedItem(index: arrival.index, problem: problem))
    }
    let reply = SyncReply(
      epoch: centre.storage.epoch, batch: "", stored: items.count - refused.count,
      refused: refused.sorted { $0.index < $1.index }, at: receipt.items,
      archived: receipt.archived, now: now)
    return (reply, steps)
  }
}
