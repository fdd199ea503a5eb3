import CommandLineKit
import OfflineStore
import SyncClient
import SyncProtocol

extension Desk {
  /// Sends and fetches; the progress and the report come by mail.
  func runSync() async {
    let sync = Task {
      let report = await syncOnce { mailbox.send(.syncing($0)) }
      mailbox.send(.synced(report))
    }
    online.hold(sync: sync)
    await sync.value
  }

  /// The same for the evening's timer, which asks again and again while the program is open.
  func runSyncIfDue() async {
    guard await isSyncDue() else { return }
    await runSync()
  }

  /// The same for a person, who may have had mended meanwhile what the centre refused something for.
  func runSyncByHand() async {
    // The sync that follows says what is wrong with the store.
    try? await store.offerRefusedAgain()
    await runSync()
  }

  private func isSyncDue() async -> Bool {
    do throws(StoreError) {
      let last = try await store.setting(Desk.lastFetch).flatMap { Int64($0) }
      let isFresh = last.map { (0..<Desk.fresh).contains(ambient.now().milliseconds - $0) } ?? false
      let waiting = try await store.outboxSummary()
      return waiting.isWaiting || !isFresh
    } catch {
      // The sync itself says what is wrong with the store.
      return true
    }
  }

  /// As long as the timer asks, in milliseconds: three hours.
  private static let fresh: Int64 = 3 * 3_600_000

  /// Sends and fetches, and remembers when everything was fetched.
  private func syncOnce(_ tell: @escaping @Sendable (SyncProgress) -> Void) async -> SyncReport {
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

  /// Takes in what the centre answered on a stick, and writes onto it what waits.
  func exchange(in typed: String) async {
    do {
      guard let device = try await store.device().number else { throw SyncFailure.notEnrolled }
      try await store.offerRefusedAgain()
      let report = try await StickRoad(engine: sync)
        .exchange(in: FileSight.path(typed), device: device)
      if report.answers > 0, let keyring = safe.keyring {
        // As after a sync over the network.
        try? await store.renewEscrow(for: keyring)
      }
      mailbox.send(.stick(.done(report)))
    } catch let error as SyncFailure {
      mailbox.send(.stick(.failed(SyncNotice(error).label)))
    } catch {
      mailbox.send(.stick(.failed(FieldTool.words(for: error).label)))
    }
  }

  /// Exchanges a one-time code for a place at the centre, over the network or by stick.
  func enrol(_ code: EnrolmentCode, name: String, at server: String) async {
    guard !server.hasPrefix("/") else { return await enrol(code, name: name, by: server) }
    guard let address = ServerAddress(server) else {
      return mailbox.send(.notEnrolled(.link(.badAddress)))
    }
    // Locked in the meantime: the code stays good.
    guard let keyring = safe.keyring else { return }
    do throws(SyncFailure) {
      let reply = try await sync.enrol(code, name: name, at: address, for: keyring)
      try await welcome(server: address.description, as: reply.name)
    } catch {
      // Whoever stopped it has been told; the code stays good.
      guard !Task.isCancelled else { return }
      mailbox.send(.notEnrolled(error))
    }
  }

  /// Takes in the answer that lies beside the request, or writes the request where there is none.
  private func enrol(_ code: EnrolmentCode, name: String, by path: String) async {
    guard let keyring = safe.keyring else { return }
    do throws(SyncFailure) {
      if let answer = Self.answer(to: path) {
        let reply = try await sync.enrol(with: answer, code, for: keyring)
        return try await welcome(server: "", as: reply.name)
      }
      let file = try await sync.enrolmentFile(code, name: name, for: keyring)
      guard WholeFile.write(file.bytes, to: path) else { throw .store(.readOnly) }
      mailbox.send(.enrolmentWritten)
    } catch {
      mailbox.send(.notEnrolled(error))
    }
  }

  private static func answer(to path: String) -> EnrolmentFile? {
    // Where there is no answer, or none that can be read, the request is what can be written.
    let bytes = try? WholeFile.read(path + ".answer", limit: EnrolmentFile.longest)
    return bytes.flatMap(EnrolmentFile.init(reading:))
  }

  private func welcome(server: String, as name: String) async throws(SyncFailure) {
    do throws(StoreError) {
      mailbox.send(.enrolled(try await person(), server: server, name: name))
    } catch {
      throw .store(error)
    }
  }
}
