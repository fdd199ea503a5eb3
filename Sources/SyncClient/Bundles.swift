import Compression
public import OfflineStore
import Sealing
public import SyncProtocol

/// What a bundle that was written holds.
public struct BundleSummary: Equatable, Sendable {
  /// Records and decisions.
  public var items: Int
  /// Pieces of files.
  public var pieces: Int
  /// Where the next one begins.
  public var end: OutboxPlace
  /// Whether more waits than fits into one; another one takes the rest.
  public var isFollowed: Bool

  public init(
    items: Int = 0, pieces: Int = 0, end: OutboxPlace = OutboxPlace(), isFollowed: Bool = false
  ) {
    self.items = items
    self.pieces = pieces
    self.end = end
    self.isFollowed = isFollowed
  }
}

/// The USB road: the same sync as over the network, in files.
extension SyncEngine {
  /// The most items' bytes in one bundle.
  private static let largestBatch = 6 << 20

  /// Writes down what this laptop would send now; the items in it cannot be called back any more.
  ///
  /// Nothing leaves the outbox before an answer has come, by whichever road.
  ///
  /// - Parameter place: Behind which items of the outbox it begins.
  public func bundle(
    after place: OutboxPlace = OutboxPlace()
  ) async throws(SyncFailure) -> (file: BundleFile, summary: BundleSummary) {
    let member = try await membership()
    do throws(StoreError) {
      let items = try await store.outbox(limitBytes: Self.largestBatch, after: place)
      let cursors = try await store.cursors()
      let hello = SyncHello(
        device: member.device, epoch: member.centre.epoch, cursors: cursors, clock: ambient.now(),
        room: 1 << 20, certificates: try await store.certificateMarks())
      let body = try compressed(SyncRequest.bytes(hello, items: items.compactMap(\.item.frame)))
      let batch = Digest.blake2b(body, count: 32)
      try await store.remember(
        OutstandingBundle(batch: batch, items: items.map(\.id), cursors: cursors))
      let end = place.after(items)
      let pieces = items.count(where: \.isPiece)
      let isFollowed = try await store.isAnythingWaiting(after: end)
      let proof = member.proof(
        of: batch, for: WirePath.bundle, now: ambient.now(), nonce: ambient.random(16))
      return (
        BundleFile(.toCentre, proof: proof, body: body),
        BundleSummary(
          items: items.count - pieces, pieces: pieces, end: end, isFollowed: isFollowed)
      )
    } catch {
      throw .store(error)
    }
  }

  /// Takes in the centre's answer to a bundle of this laptop.
  ///
  /// Throws ``StoreError/unusableBundle`` for any other file: nothing changes then.
  public func read(_ file: BundleFile) async throws(SyncFailure) -> SyncProgress {
    let member = try await membership()
    do throws(StoreError) {
      guard file.direction == .toLaptop, let answer = answer(in: file.body, from: member),
        let batch = Hex.bytes(answer.reply.batch), let bundle = try await store.bundle(batch),
        let receipt = receipt(answer, for: bundle)
      else { throw .unusableBundle }
      var progress = SyncProgress()
      progress.pieces = try await store.pieces(among: receipt.acknowledged)
      progress.waitingPieces = try await store.pieces(among: bundle.items)
      progress.acknowledged = receipt.acknowledged.count - progress.pieces
      progress.waiting = bundle.items.count - progress.waitingPieces
      let applied = try await store.apply(receipt, to: bundle, saidAt: answer.reply.now)
      progress.received = applied.events
      return progress
    } catch {
      throw .store(error)
    }
  }

  private func answer(in body: [UInt8], from member: Membership) -> SyncResponse? {
    // Why it cannot be read makes no difference to anybody: the centre writes another one.
    guard let bytes = try? Zstandard.decompress(body, limit: FrameLimits().total),
      let answer = try? SyncResponse(reading: bytes),  // The same.
      SigningKeys.verify(
        answer.reply.signature?.bytes ?? [], of: answer.reply.signedBytes, by: member.centre.sign)
    else { return nil }
    return answer
  }

  /// A receipt that does not add up acknowledges nothing.
  private func receipt(_ answer: SyncResponse, for bundle: OutstandingBundle) -> Receipt? {
    let refused = Set(answer.reply.refused.map(\.index))
    guard refused.count == answer.reply.refused.count,
      refused.allSatisfy(bundle.items.indices.contains),
      answer.reply.stored == bundle.items.count - refused.count
    else { return nil }
    return Receipt(
      acknowledged: bundle.items.indices.filter { !refused.contains($0) }.map { bundle.items[$0] },
      refused: answer.reply.refused.map { (bundle.items[$0.index], $0.problem) },
      epoch: answer.reply.epoch, at: answer.reply.at, archived: answer.reply.archived,
      events: answer.events, certificates: answer.certificates, revocation: answer.revocation,
      copies: answer.copies)
  }

  private func compressed(_ bytes: [UInt8]) throws(StoreError) -> [UInt8] {
    do {
      return try Zstandard.compress(bytes, level: 9)
    } catch {
      throw .noMemory
    }
  }
}
