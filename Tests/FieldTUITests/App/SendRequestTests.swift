import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// What another program wishes, and what of it the person is told.
struct SendRequestTests {
  @Test(arguments: [0, 1, -1])
  func `nobody is asked where it is not known who has the store`(process: Int32) {
    #expect(!SendRequest.ask(process), "0 is this program's whole group, -1 is everybody")
  }

  @Test func `what was sent unasked is said to whoever is signed in, and hides no problem`() {
    var progress = SyncProgress()
    progress.acknowledged = 2
    let report = SyncReport(progress: progress, refused: [], outcome: .complete)
    var model = MadeUp.home()
    #expect(model.update(.askedToSend) == [.sendIfDue])
    #expect(model.update(.synced(report)) == [.loadRecords])
    #expect(model.notice == .init(.done, SendPhrase.sentUnasked(2)))
    model.say(.problem, StoreError.noSpace.label)
    _ = model.update(.synced(report))
    #expect(model.notice == .init(.problem, StoreError.noSpace.label))
    _ = model.lock()
    _ = model.update(.synced(report))
    #expect(model.notice == nil, "how much somebody sent is nobody else's")
  }

  @Test func `a sync that sent nothing is not spoken of`() {
    var model = MadeUp.home()
    _ = model.update(
      .synced(
        .init(progress: SyncProgress(), refused: [], outcome: .tryLater(.notEnrolled, after: 1))))
    #expect(model.notice == nil)
  }
}
