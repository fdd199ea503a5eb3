import FoundationEssentials
import Glibc
import SurveyForms
import TestSupport
import Testing

@testable import InstalledForms

/// The forms that a laptop keeps for the records that need them.
@Suite struct FormArchiveTests {
  @Test func `a form that was kept is found again by its version, with its lists`() throws {
    let folder = try TemporaryFolder()
    let archive = FormArchive(path: folder.path + "/forms")
    let form = try Self.survey()
    try archive.keep(form)
    let kept = try #require(
      archive.form(form.definition.id, version: form.definition.version))
    #expect(kept.hash == form.hash)
    #expect(kept.media("thai-areas.csv") == form.media("thai-areas.csv"))
  }

  @Test func `keeping it again changes nothing`() throws {
    let folder = try TemporaryFolder()
    let archive = FormArchive(path: folder.path + "/forms")
    let form = try Self.survey()
    try archive.keep(form)
    try archive.keep(form)
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive.path).count == 1)
  }

  @Test func `a copy that was cut off is made whole the next time`() throws {
    let folder = try TemporaryFolder()
    let archive = FormArchive(path: folder.path + "/forms")
    let form = try Self.survey()
    let name = form.definition.id + "-" + form.definition.version
    try FileManager.default.createDirectory(
      atPath: "\(archive.path)/\(name).part/affected-person", withIntermediateDirectories: true)
    #expect(archive.form(form.definition.id, version: form.definition.version) == nil)
    try archive.keep(form)
    #expect(archive.form(form.definition.id, version: form.definition.version) != nil)
  }

  @Test(arguments: ["../../etc", "1/../..", ".", "หนึ่ง", "1\n2"])
  func `a version that could lead elsewhere is no form's`(version: String) throws {
    let folder = try TemporaryFolder()
    try FormArchive(path: folder.path).keep(try Self.survey())
    #expect(FormArchive(path: folder.path).form("affected_person", version: version) == nil)
  }

  @Test func `a disk that takes nothing is told with what the system said`() throws {
    let archive = FormArchive(path: "/proc/no-such-folder/forms")
    #expect(throws: FormArchiveProblem(code: ENOENT)) { try archive.keep(try Self.survey()) }
  }

  static func survey() throws -> InstalledForm {
    let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    return try FormFolder(path: repository + "/forms").form("affected_person")
  }
}
