import FoundationEssentials
import TestSupport
import Testing

@testable import InstalledForms

struct InstallationTests {
  private func version(_ text: String?) throws -> String? {
    let folder = try TemporaryFolder()
    let share = "\(folder.path)/usr/share/fieldtui"
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
    if let text { try Data(text.utf8).write(to: URL(filePath: "\(share)/version")) }
    return Installation(program: "\(folder.path)/usr/bin/fieldtui").version
  }

  @Test func `the version is what the package wrote beside the forms`() throws {
    #expect(try version("0.1.512+20261122\n") == "0.1.512+20261122")
  }

  @Test func `a program that was built where it runs has none`() throws {
    #expect(try version(nil) == nil)
    #expect(try version("\n") == nil)
  }

  @Test func `the program that runs now is found`() {
    #expect(FileManager.default.fileExists(atPath: Installation.current.program))
  }
}
