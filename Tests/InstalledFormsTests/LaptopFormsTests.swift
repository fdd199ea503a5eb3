import FoundationEssentials
import SurveyForms
import TestSupport
import Testing

@testable import InstalledForms

/// Forms that are installed on a laptop beside those that came with the program.
@Suite struct LaptopFormsTests {
  private let temporary: TemporaryFolder
  private var laptop: LaptopForms {
    LaptopForms(shipped: FormFolder(path: temporary.path + "/shipped"), data: temporary.path)
  }

  init() throws { temporary = try TemporaryFolder() }

  private func xform(id: String, version: String = "1", title: String = "น้ำดื่ม") -> [UInt8] {
    Array(
      """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
      <h:head><h:title>\(title)</h:title><model><instance><data id="\(id)" version="\(version)">
      <q/></data></instance><instance id="ponds" src="jr://file-csv/ponds.csv"/></model></h:head>
      <h:body><input ref="/data/q"><label>ชื่อบ่อ</label></input></h:body></h:html>
      """.utf8)
  }

  private let ponds = Array("name,label\na,บ่อใหญ่\n".utf8)

  private func install(id: String, version: String = "1", title: String = "น้ำดื่ม") throws {
    let bytes = xform(id: id, version: version, title: title)
    let form = try #require(FormReader.read(bytes) { _ in ponds }.definition)
    try laptop.install(form, xform: bytes, media: ["ponds.csv": ponds])
  }

  @Test func `an installed form is found by its name and its id, with its media`() throws {
    try install(id: "village_water")
    #expect(laptop.names == ["village-water"])
    let form = try laptop.form("village_water")
    #expect(form.definition.title == "น้ำดื่ม")
    #expect(form.files == ["village-water.xml", "ponds.csv"])
    #expect(form.media("ponds.csv") == ponds)
  }

  @Test(arguments: ["แบบ 1", "../../etc", ".hidden", "a/b", "build_Sample_1586", "50%"])
  func `any id can be installed, kept and found again`(id: String) throws {
    try install(id: id, version: "๒๕๖๓/1")
    let form = try laptop.form(id)
    let archive = FormArchive(path: temporary.path + "/forms")
    try archive.keep(form)
    #expect(archive.form(id, version: "๒๕๖๓/1")?.definition.id == id)
    let names = try FileManager.default.contentsOfDirectory(atPath: temporary.path).sorted()
    #expect(names == ["forms", "own-forms"], "nothing lies outside of its folder")
  }

  @Test func `a newer version takes the place of the older one`() throws {
    try install(id: "water")
    try install(id: "water", version: "2", title: "น้ำดื่ม ฉบับใหม่")
    #expect(laptop.names == ["water"])
    #expect(try laptop.form("water").definition.version == "2")
    let own = temporary.path + "/own-forms"
    #expect(try FileManager.default.contentsOfDirectory(atPath: own) == ["water"])
  }

  @Test func `the same version may be installed twice, but not with other contents`() throws {
    try install(id: "water")
    try install(id: "water")
    #expect(throws: FormInstallProblem.sameVersion("1")) {
      try install(id: "water", title: "อย่างอื่น")
    }
    #expect(try laptop.form("water").definition.title == "น้ำดื่ม")
  }

  @Test func `two forms cannot share a folder`() throws {
    try install(id: "water_1")
    #expect(throws: FormInstallProblem.nameTaken(by: "water_1")) { try install(id: "water-1") }
  }

  @Test func `what was installed goes before what came with the program`() throws {
    let shipped = LaptopForms(shipped: nil, data: temporary.path + "/x")
    let bytes = xform(id: "water", title: "มากับโปรแกรม")
    let form = try #require(FormReader.read(bytes) { _ in ponds }.definition)
    try shipped.install(form, xform: bytes, media: ["ponds.csv": ponds])
    try FileManager.default.moveItem(
      atPath: temporary.path + "/x/own-forms", toPath: temporary.path + "/shipped")
    #expect(try laptop.form("water").definition.title == "มากับโปรแกรม")
    try install(id: "water", version: "2")
    #expect(try laptop.form("water").definition.title == "น้ำดื่ม")
    #expect(laptop.names == ["water"])
  }

  @Test func `a form in a folder of another name is found by its id`() throws {
    try install(id: "water")
    let own = temporary.path + "/own-forms"
    try FileManager.default.moveItem(atPath: own + "/water", toPath: own + "/other")
    try FileManager.default.moveItem(
      atPath: own + "/other/water.xml", toPath: own + "/other/other.xml")
    #expect(try laptop.form("water").definition.id == "water")
    #expect(throws: FormFolderProblem.noForm(temporary.path + "/shipped/no-such")) {
      try laptop.form("no_such")
    }
  }
}
