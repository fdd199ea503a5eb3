import SQLiteKit
import Sealing
import SyncProtocol

/// One centre, open: its store, its keys, its clock.
///
/// Every door, the network's and the operator's, works on this one value.
struct Centre: Sendable {
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

  /// Opens the centre of a folder, with the keys that its database was made with.
  ///
  /// - Parameter begins: Whether a new centre begins where nothing of an old one lies.
  init(
    in directory: DataDirectory, title: String, forms: FormShelf? = nil, ambient: Ambient,
    log: ServerLog = .silent, codeCost: PassphraseCost = .floor, begins: Bool = false
  ) throws {
    self.directory = directory
    self.title = title
    self.forms = forms
    self.ambient = ambient
    self.log = log
    self.codeCost = codeCost
    if try !CentreTrace.isWhole(in: directory.path) {
      guard begins else { throw MissingCentre(path: directory.path) }
      try Self.begin(in: directory, ambient)
    }
    storage = try SQLiteStorage(path: directory.database, ambient: ambient)
    keys = try CentreKeys(in: directory)
    try storage.require(keys)
    blind = BlindIndex(key: keys.blind)
  }

  /// The keys are made while the database is unfinished: so keys without any were in use.
  private static func begin(in directory: DataDirectory, _ ambient: Ambient) throws {
    try DatabaseFile.makeWhole(at: directory.database) { path in
      let new = try SQLiteStorage(path: path, ambient: ambient)
      try new.require(CentreKeys(madeIn: directory))
    }
  }

  /// The submission in a revision's box; nil when it cannot be opened.
  func submission(in box: [UInt8]) -> [UInt8]? {
    SealedSubmission.open(box, with: keys.box)
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
