import FoundationEssentials
import FuzzTargets
import Testing

/// What libFuzzer found worth keeping is read again in every run of the tests.
struct CorporaTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Corpora"

  @Test(arguments: FuzzTarget.allCases)
  func `whatever the bytes are, what was promised of them is true`(target: FuzzTarget) throws {
    let folder = "\(Self.folder)/\(target.rawValue)"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count >= 10)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      do {
        try target.read(bytes)
      } catch {
        Issue.record("\(target.rawValue)/\(name): \(error.sentence)")
      }
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `nothing, cut off and damaged bytes are read as well`(target: FuzzTarget) throws {
    let folder = "\(Self.folder)/\(target.rawValue)"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted().prefix(8) {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))).prefix(256)
      for length in 0...bytes.count { try target.read(Array(bytes.prefix(length))) }
      for place in bytes.indices {
        var changed = Array(bytes)
        changed[place] ^= 0x80
        try target.read(changed)
      }
    }
  }
}
