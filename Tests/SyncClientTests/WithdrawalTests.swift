import OfflineStore
import SyncProtocol
import Testing

@testable import SyncClient

/// After which answers a laptop may call back what it handed over.
struct WithdrawalTests {
  private func effects(_ answer: SyncAnswer) -> [DeviceCore.Effect] {
    var core = DeviceCore(epoch: nil)
    _ = core.step(.started)
    _ = core.step(.sent(DeviceCore.Batch(items: [7], end: OutboxPlace(), isFollowed: false)))
    return core.step(.answered(answer))
  }

  @Test(arguments: [200, 302, 401, 403, 404, 511, 500, 502, 503, 504, 408])
  func `a page in the centre's place leaves the record here, an error behind it in doubt`(
    status: Int
  ) {
    let effects = effects(.failed(.notACentre(status: status)))
    #expect(effects.contains(.withdraw([7])) == (status < 500 && status != 408))
  }

  @Test(arguments: Problem.allCases)
  func `what the door refuses is here, and what may come after the commit is in doubt`(
    problem: Problem
  ) {
    let effects = effects(.refused(problem, asked: nil, now: nil))
    let isInDoubt: Set<Problem> = [.fault, .storageFull, .replayedRequest]
    if isInDoubt.contains(problem) { #expect(!effects.contains(.withdraw([7]))) }
    let isAtTheDoor: Set<Problem> = [.busy, .unknownDevice, .tooSoon, .requestTooLarge, .notFound]
    if isAtTheDoor.contains(problem) { #expect(effects.contains(.withdraw([7]))) }
  }

  @Test func `an answer that is not the outstanding one says nothing`() {
    #expect(!effects(.failed(.garbled)).contains(.withdraw([7])))
    #expect(!effects(.failed(.wrongCentre)).contains(.withdraw([7])))
  }
}
