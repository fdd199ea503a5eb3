/// The history of a database's schema, oldest step first.
///
/// Steps are SQL text that is never changed again once a laptop has run it, and that calls no code but
/// `row_sum`, which never changes either: a step must do in ten years what it did on its first day.
public struct Migrator: Sendable {
  /// One change of the schema.
  public struct Step: Sendable {
    /// What the step does, in words.
    public var name: String

    /// The statements, without values.
    public var script: String

    public init(_ name: String, _ script: String) {
      self.name = name
      self.script = script
    }
  }

  /// Every step ever taken.
  public var steps: [Step]

  /// The number by which a file is known as ours; see `PRAGMA application_id`.
  public var applicationID: Int

  public init(applicationID: Int, steps: [Step]) {
    self.applicationID = applicationID
    self.steps = steps
  }

  /// Brings the database to the newest schema, or to an older one that a test asks for.
  ///
  /// Each step is one transaction together with the number that tells it was taken, so a step that
  /// fails leaves the database at the step before. A database of a newer program, or of another
  /// one, is refused untouched.
  public func migrate(_ connection: Connection, to version: Int? = nil) throws(MigrationError) {
    do {
      try refuseForeign(connection)
      for index in steps.indices.prefix(version ?? steps.count) {
        try connection.transaction { try take(index, connection) }
      }
    } catch let error as MigrationError {
      throw error
    } catch let error as SQLiteError {
      throw .failed(error)
    } catch {
      preconditionFailure("A migration throws nothing else")
    }
  }

  private func refuseForeign(_ connection: Connection) throws {
    let known = try connection.number("PRAGMA user_version") ?? 0
    let owner = try connection.number("PRAGMA application_id") ?? 0
    let tables = try connection.number("SELECT count(*) FROM sqlite_schema") ?? 0
    guard owner == applicationID || (owner == 0 && known == 0 && tables == 0) else {
      throw MigrationError.foreign
    }
    // Another program counts its own steps.
    guard known <= steps.count else { throw MigrationError.newer(known) }
  }

  // The version is read inside the transaction: another process may have taken the step meanwhile.
  private func take(_ index: Int, _ connection: Connection) throws {
    guard try connection.number("PRAGMA user_version") == index else { return }
    try connection.run(script: steps[index].script)
    try connection.run("PRAGMA application_id = \(pasted: applicationID)")
    try connection.run("PRAGMA user_version = \(pasted: index + 1)")
  }
}

/// Why a database could not be brought to the newest schema.
public enum MigrationError: Error, Equatable, Sendable {
  /// A newer program made it; its schema has this number.
  case newer(Int)

  /// It belongs to another program.
  case foreign

  /// A step failed and was undone.
  case failed(SQLiteError)
}
