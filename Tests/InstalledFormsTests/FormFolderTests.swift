import FoundationEssentials
import Testing

@testable import InstalledForms

/// Where forms are looked for.
@Suite struct FormFolderTests {
  @Test func `the forms of the repository are found going up from the program`() throws {
    let folder = try FormFolder.find(
      program: repository + "/.build/debug/fieldtui", workingFolder: "/", named: nil)
    #expect(folder.path == repository + "/forms")
  }

  @Test func `a folder that was named is the only one looked at`() {
    #expect(throws: FormFolderProblem.noFolder(lookedIn: ["/nowhere/forms"])) {
      try FormFolder.find(
        program: repository + "/.build/debug/fieldtui", workingFolder: repository,
        named: "/nowhere/forms")
    }
  }

  @Test func `the survey is read with its list of areas`() throws {
    let form = try FormFolder(path: repository + "/forms").form("affected_person")
    #expect(form.definition.id == "affected_person")
    #expect(form.media("thai-areas.csv")?.count ?? 0 > 500_000)
  }

  @Test func `a form that is not there is named`() {
    #expect(throws: FormFolderProblem.noForm(repository + "/forms/no-such/no-such.xml")) {
      try FormFolder(path: repository + "/forms").form("no_such")
    }
  }

  private var repository: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  }
}
