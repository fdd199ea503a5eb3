import SQLiteKit
public import Sealing
public import SyncProtocol

/// Everything that a laptop keeps: its people, their records, what is to be sent and what came back.
///
/// Each method is one step that happens whole or not at all, and has happened on the disk when it
/// returns. What a person wrote opens only with the ``Keyring`` that ``signIn(_:passphrase:)`` gives.
public actor SurveyStore {
  let ambient: Ambient
  private let cost: PassphraseCost?
  private let executor = QueueExecutor("store")
  private let folder: OwnFolder

  /// Stands for the last national ID that was digested, and what it came to.
  var lastDigest: (mark: [UInt8], digest: [UInt8])?

  // Gone after the disk failed, until the next call opens and checks the file again: what a failed
  // write left in the system's cache cannot be trusted (reliability, 2.1).
  private var connection: Connection?

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Opens the store in `directory`, making it when there is none.
  ///
  /// `cost` is what new passphrases will take, kept beside each; without one it is measured on this
  /// laptop when a passphrase is made. `glance` is given the people and the centre's address as soon as
  /// they can be read, which is before all of a large file was checked; it is not called for a store that is
  /// made or brought up to date. Throws
  /// ``StoreError/inUse(by:)``, ``StoreError/damaged(_:)`` and ``StoreError/newerVersion(_:)`` with
  /// the files as they were, or what the disk said.
  ///
  /// - Parameter lock: The ``lock`` of the program that this one replaced in the same process.
  public init(
    directory: String, ambient: Ambient, cost: PassphraseCost? = .floor, lock: Int32? = nil,
    glance: (_ people: [Person], _ centre: String) -> Void = { _, _ in }
  ) throws(StoreError) {
    self.ambient = ambient
    self.cost = cost
    do {
      folder = try OwnFolder(directory, lock: lock)
    } catch {
      throw StoreError(error)
    }
    connection = try Self.open(folder, now: ambient.now(), glance)
  }

  /// The descriptor that keeps the store to this process.
  ///
  /// Handed over to the program that replaces this one, it leaves no moment for another process.
  public nonisolated var lock: Int32 { folder.lock }

  private static func open(
    _ folder: OwnFolder, now: Timestamp, _ glance: ([Person], String) -> Void = { _, _ in }
  ) throws(StoreError) -> Connection {
    do {
      if try !DatabaseFile.isThere(folder.database) {
        try DatabaseFile.makeWhole(at: folder.database) { path in
          let connection = try Connection(path: path, settings: .device)
          try storeMigrator.migrate(connection)
          try connection.checkpoint()
        }
      }
      let connection = try Connection(path: folder.database, settings: .device) { unchecked in
        // What cannot be read yet is read after the check, which says why.
        guard let people = try? people(unchecked), !people.isEmpty else { return }
        let url = try? unchecked.first("SELECT url FROM centre") { try $0.text(0) }
        glance(people, url ?? "")
      }
      try storeMigrator.migrate(connection)
      try connection.transaction {
        try makeDevice(connection)
        try emptyTrash(connection, now: now)
        try dropLooseAttachments(connection, now: now)
      }
      return connection
    } catch {
      throw StoreError(error)
    }
  }

  /// What a passphrase that is made now will take.
  func newCost() throws(StoreError) -> PassphraseCost {
    if let cost { return cost }
    do {
      return try PassphraseCost.measured()
    } catch {
      throw StoreError(error)
    }
  }

  /// Does one step with the database, and says in the store's terms what went wrong.
  func perform<Value>(
    _ step: (Connection) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      let connection = try usableConnection()
      return try step(connection)
    } catch {
      let error = StoreError(error)
      if case .io = error { connection = nil }
      throw error
    }
  }

  /// Does one step that happens whole or not at all.
  func change<Value>(
    _ step: (Connection) throws -> Value
  ) throws(StoreError) -> Value {
    try perform { connection in try connection.transaction { try step(connection) } }
  }

  private func usableConnection() throws(StoreError) -> Connection {
    if let connection { return connection }
    let reopened = try Self.open(folder, now: ambient.now())
    connection = reopened
    return reopened
  }
}

extension SurveyStore {
  /// Returns a setting of this laptop, or nil when it was never made.
  public func setting(_ name: String) throws(StoreError) -> String? {
    try perform { connection in
      try connection.first("SELECT value FROM setting WHERE name = \(name)") { try $0.text(0) }
    }
  }

  /// Keeps a setting of this laptop, in clear; nil forgets it.
  public func set(_ value: String?, for name: String) throws(StoreError) {
    try change { connection in
      guard let value else {
        return try connection.run("DELETE FROM setting WHERE name = \(name)")
      }
      try connection.run(
        """
        INSERT INTO setting (name, value) VALUES (\(name), \(value))
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """)
    }
  }
}

extension OwnFolder {
  /// The store's database in it.
  var database: String { path + "/store.sqlite" }
}
