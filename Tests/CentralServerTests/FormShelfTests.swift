import InstalledForms
import SurveyForms
import SyncProtocol
import Testing

@testable import CentralServer

/// What the forms have to say about the records.
struct FormShelfTests {
  private let clock = ManualClock()

  private var folder: FormFolder {
    FormFolder(
      path: #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/forms")
  }

  private var environment: SessionEnvironment {
    SessionEnvironment(
      now: { [clock] in clock.now.milliseconds }, random: { [clock] in clock.ambient.random(16) })
  }

  private func header(_ form: FormHash, id: String = "affected_person") throws -> RevisionHeader {
    RevisionHeader(
      id: RecordID(clock.ambient), parents: [], form: form, formID: id, formVersion: "1",
      author: PersonNumber(1), device: DeviceNumber(1), village: .nation, finished: clock.now,
      key: 1)
  }

  @Test func `the form's own warnings reach the officer, in Thai`() throws {
    let form = try folder.form("affected_person")
    var session = FormSession(form.definition, environment: environment)
    _ = try session.answer("/data/q1/title", "mr")
    _ = try session.answer("/data/q1/age", "12")
    let submission = session.submission()
    let shelf = FormShelf(folder, ambient: clock.ambient)
    let warnings = try #require(shelf.warnings(in: submission, of: header(form.hash)))
    let young = try #require(warnings.first { $0.path == "/data/q1/warn_young" })
    #expect(young.text.contains("อายุต่ำกว่า 15 ปี"))

    _ = try session.answer("/data/q1/age", "40")
    let grown = shelf.warnings(in: session.submission(), of: try header(form.hash)) ?? []
    #expect(!grown.contains { $0.path == "/data/q1/warn_young" })
  }

  @Test func `a form that is here says what its national ID is called`() {
    let shelf = FormShelf(folder, ambient: clock.ambient)
    #expect(shelf.names(of: .nationalID, in: "affected_person") == ["citizen_id"])
    #expect(shelf.names(of: .nationalID, in: "no_such_form").isEmpty)
  }

  @Test func `another version of the form, or a name that is none, has no warnings`() throws {
    let form = try folder.form("affected_person")
    var session = FormSession(form.definition, environment: environment)
    _ = try session.answer("/data/q1/age", "12")
    let submission = session.submission()
    let shelf = FormShelf(folder, ambient: clock.ambient)
    let other = try #require(FormHash(bytes: [UInt8](repeating: 7, count: 16)))
    #expect(shelf.warnings(in: submission, of: try header(other)) == nil)
    for id in ["", "../forms/affected_person", "no_such_form"] {
      #expect(shelf.warnings(in: submission, of: try header(form.hash, id: id)) == nil, "\(id)")
    }
    #expect(shelf.warnings(in: submission, of: try header(form.hash)) != nil)
  }
}
