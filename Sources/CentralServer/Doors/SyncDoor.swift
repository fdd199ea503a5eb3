import Compression
import Sealing
import SyncProtocol

/// `POST /v1/sync`: takes what a laptop hands in, and gives it what happened meanwhile.
struct SyncDoor: Sendable {
  /// Bytes of a request as it is sent; a laptop's own batches stop at a quarter of it.
  static let bodyLimit = 1 << 20

  let centre: Centre
  private let admission: Admission

  init(to centre: Centre) {
    self.centre = centre
    admission = Admission(to: centre)
  }

  func response(to request: Request) throws -> Response {
    let device = try admission.device(of: request)
    let sync = try admission.content(of: request, from: device)
    // The receipt is made after the commit has returned, never before (reliability, 1.3).
    var reply = try take(sync.items, from: device)
    reply.batch = Hex.text(Digest.blake2b(request.body, count: 32))
    let cursors = sync.hello.epoch == centre.storage.epoch ? sync.hello.cursors : [:]
    let page = try FeedPage(centre: centre, device: device, cursors: cursors, room: sync.hello.room)
    reply.more = page.hasMore
    reply.signature = Base64Bytes(centre.keys.sign.sign(reply.signedBytes))
    centre.log.write(
      .info, "sync",
      [
        "device": "\(device.number.value)", "items": "\(sync.items.count)",
        "stored": "\(reply.stored)", "bytes": "\(request.body.count)",
        "events": "\(page.events.count)",
        "skew": "\(reply.now.milliseconds - sync.hello.clock.milliseconds)",
      ])
    let body = SyncResponse(reply: reply, events: page.events).bytes
    return Response(
      200, type: WireType.frames, try Zstandard.compress(body),
      headers: ["Content-Encoding": "zstd"])
  }

  /// Stores what can be stored; one item that cannot does not hold up the others.
  private func take(_ items: [SyncItem], from device: EnrolledDevice) throws -> SyncReply {
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
    for (problem, arrival) in zip(receipt.problems, arrivals) {
      guard let problem else { continue }
      refused.append(RefusedItem(index: arrival.index, problem: problem))
    }
    return SyncReply(
      epoch: centre.storage.epoch, batch: "", stored: items.count - refused.count,
      refused: refused.sorted { $0.index < $1.index }, at: receipt.items,
      archived: receipt.archived, now: now)
  }
}
