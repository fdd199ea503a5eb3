import Compression
import SQLiteKit
import Sealing
import SyncProtocol

/// One centre, open: its store, its keys, its clock.
///
/// Every door, the network's and the operator's, works on this one value.
struct Centre: Sendable {
  /// A sealed submission never unfolds to more, in bytes.
  static let submissionLimit = 1 << 20

  let title: String
  let storage: SQLiteStorage
  let keys: CentreKeys
  let ambient: Ambient
  let log: ServerLog
  let blind: BlindIndex
  /// What the key of a one-time code takes, on both ends.
  let codeCost: PassphraseCost
  /// Nil where no forms are installed; records then have no warnings.
  let forms: FormShelf?
  // Keeps the lock for as long as the store is open.
  private let directory: DataDirectory

  init(
    in directory: DataDirectory, title: String, forms: FormShelf? = nil, ambient: Ambient,
    log: ServerLog = .silent, codeCost: PassphraseCost = .floor
  ) throws {
    self.directory = directory
    self.title = title
    self.forms = forms
    self.ambient = ambient
    self.log = log
    self.codeCost = codeCost
    keys = try CentreKeys(in: directory)
    blind = BlindIndex(key: keys.blind)
    if try !DatabaseFile.isThere(directory.database) {
      try DatabaseFile.makeWhole(at: directory.database) { path in
        _ = try SQLiteStorage(path: path, ambient: ambient)
      }
    }
    storage = try SQLiteStorage(path: directory.database, ambient: ambient)
  }

  /// The submission in a revision's box; nil when it cannot be opened.
  func submission(in box: [UInt8]) -> [UInt8]? {
    // Why a stranger's box does not open is of no use to anybody: that it does not is the answer.
    guard let bytes = try? keys.box.open(box) else { return nil }
    return try? Zstandard.decompress(bytes, limit: Self.submissionLimit)  // The same.
  }

  /// The words in a decision's box; nil when it cannot be opened.
  func words(in box: [UInt8]) -> DecisionBody? {
    submission(in: box).flatMap { WireJSON.decode(DecisionBody.self, from: $0) }
  }

  /// The answer to whoever asks whether this is a centre.
  func hello() -> CentreHello {
    CentreHello(epoch: storage.epoch, title: title, now: ambient.now())
  }
}
