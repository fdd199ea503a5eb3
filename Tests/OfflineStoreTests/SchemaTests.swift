import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

struct SchemaTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func schema(from version: Int, _ name: String) throws -> [String] {
    let connection = try Connection(path: "\(folder.path)/\(name)", settings: .device)
    try storeMigrator.migrate(connection, to: version)
    try storeMigrator.migrate(connection)
    return try connection.rows(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    ) { try $0.text(0) }
  }

  @Test(arguments: 0...storeMigrator.steps.count)
  func `every earlier version migrates to the same schema`(version: Int) throws {
    let whole = try schema(from: 0, "whole.sqlite")
    #expect(try schema(from: version, "earlier.sqlite") == whole)
    #expect(whole.count > 8)
  }

  @Test func `no step that a laptop may have run was changed`() {
    let digests = storeMigrator.steps.map {
      Hex.text(Digest.blake2b(Array($0.script.utf8), count: 16))
    }
    #expect(
      digests == [
        "5b141118da4087723a43ce0548664aea",
        "07984d961efee2d6f8de10e73d7d2dc1",
        "15543b1ed494438c3cdb274a0dce0c21",
        "c47db0fce45c90986c53e083c052e890",
        "c29f4275db1d0a3cda33b92dfce3d337",
        "7a2da56b5707a21188048f3669953409",
        "42ebaa111c638f5063f1a7c0c091831a",
        "fb1f352a6e3d0f7807fab659f8ce8465",
      ])
  }

  @Test func `every table refuses values of another type`() throws {
    let connection = try Connection(path: folder.path + "/strict.sqlite", settings: .device)
    try storeMigrator.migrate(connection)
    let loose = try connection.number(
      "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'"
    )
    #expect(loose == 0)
  }
}
