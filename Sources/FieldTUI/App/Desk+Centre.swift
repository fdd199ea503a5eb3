import OfflineStore
import SyncClient
import SyncProtocol

extension Desk {
  /// Starts a sync; its progress and its report come by mail.
  func startSync() {
    running.hold(
      Task {
        let report = await syncOnce { mailbox.send(.syncing($0)) }
        mailbox.send(.synced(report))
      })
  }

  /// Sends and fetches, and remembers when everything was fetched.
  func syncOnce(_ tell: @escaping @Sendable (SyncProgress) -> Void) async -> SyncReport {
    let report = await sync.run(progress: tell)
    if report.outcome == .complete {
      // Only a word on the screen hangs on it: the next fetch writes it again.
      try? await store.set("\(ambient.now().milliseconds)", for: Desk.lastFetch)
    }
    if let keyring = safe.keyring {
      // The centre may have named other officers; if this fails, the next sign-in does it.
      try? await store.renewEscrow(for: keyring)
    }
    return report
  }

  /// Exchanges a one-time code for a place at the centre.
  func enrol(_ code: EnrolmentCode, name: String, at server: String) async {
    guard let address = ServerAddress(server) else {
      return mailbox.send(.notEnrolled(.link(.badAddress)))
    }
    // Locked in the meantime: the code stays good.
    guard let keyring = safe.keyring else { return }
    do throws(SyncFailure) {
      _ = try await sync.enrol(code, name: name, at: address, for: keyring)
    } catch {
      return mailbox.send(.notEnrolled(error))
    }
    do throws(StoreError) {
      mailbox.send(.enrolled(try await person(), server: address.description))
    } catch {
      mailbox.send(.failed(error.label))
    }
  }
}
