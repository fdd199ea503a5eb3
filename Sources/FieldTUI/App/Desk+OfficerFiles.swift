import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit

/// The files of records, which an officer asks the centre for.
extension Desk {
  func listFiles(of record: RecordID) async {
    await tell(of: record) { keyring throws(SyncFailure) in
      .list(try await sync.files(of: record, for: keyring))
    }
  }

  /// Fetches a file to where the officer wants it.
  func fetch(_ file: RecordFile, of record: RecordID, to typed: String) async {
    let path = FileSight.path(typed)
    await tell(of: record) { keyring throws(SyncFailure) in
      try await sync.fetch(file, of: record, to: path, for: keyring) { bytes in
        mailbox.send(.officer(.files(record, .fetched(bytes))))
      }
      return .written(path)
    }
  }

  private func tell(
    of record: RecordID, _ work: (Keyring) async throws(SyncFailure) -> FilesBox.News
  ) async {
    // Locked in the meantime: there is nobody to tell.
    guard let keyring = safe.keyring else { return }
    do throws(SyncFailure) {
      mailbox.send(.officer(.files(record, try await work(keyring))))
    } catch .store(let error) {
      mailbox.send(.officer(.files(record, .failed(error.label))))
    } catch {
      let label = SyncNotice(error).label
      mailbox.send(.officer(.files(record, Task.isCancelled ? .stopped : .failed(label))))
    }
  }
}
