import Compression
public import OfflineStore
import SyncProtocol

extension SyncEngine {
  /// Asks the centre which items it has of those that were sent out and never answered for, and
  /// sends nothing.
  ///
  /// What the centre does not have can be called back afterwards; what it has counts as sent.
  @discardableResult
  public func settle(server: ServerAddress? = nil) async throws(SyncFailure) -> Settlement {
    // What is on its way this very moment is answered for soon.
    if let running { _ = await running.value }
    let link = try await link(server)
    let doubtful = try await stored { store throws(StoreError) in try await store.doubtful() }
    guard !doubtful.isEmpty else { return Settlement() }
    let signed = try await question(about: doubtful, over: link)
    let response: HTTPResponse
    do throws(LinkFailure) {
      response = try await transport.send(signed.request) { _, _ in }
    } catch {
      throw .link(error)
    }
    switch SyncAnswer(response, batch: signed.batch, key: link.member.centre.sign) {
    case .accepted(let answer):
      return try await stored { store throws(StoreError) in
        try await store.settle(doubtful, lacks: answer.reply.lacks, receipt: Receipt(of: answer))
      }
    case .refused(let problem, _, _): throw .refused(problem)
    case .failed(let failure): throw failure
    }
  }

  private func question(
    about doubtful: [DoubtfulItem], over link: CentreLink
  ) async throws(SyncFailure) -> CentreLink.Signed {
    let (cursors, marks) = try await stored { store throws(StoreError) in
      (try await store.cursors(), try await store.certificateMarks())
    }
    let hello = SyncHello(
      device: link.member.device, epoch: link.member.centre.epoch, cursors: cursors,
      clock: ambient.now(), room: 16 << 10, certificates: marks, asks: doubtful.map(\.hash))
    let body: [UInt8]
    do {
      body = try Zstandard.compress(SyncRequest.bytes(hello, items: []), level: 9)
    } catch {
      throw .store(.noMemory)
    }
    return link.signed(body, now: ambient.now(), nonce: ambient.random(16))
  }
}

extension Receipt {
  /// The answer to a request that handed in nothing.
  fileprivate init(of answer: SyncResponse) {
    self.init(
      acknowledged: [], refused: [], epoch: answer.reply.epoch, at: answer.reply.at,
      archived: answer.reply.archived, events: answer.events, certificates: answer.certificates,
      revocation: answer.revocation)
  }
}
