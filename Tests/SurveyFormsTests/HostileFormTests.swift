import HostileForms
import Testing

@testable import SurveyForms

/// Forms that mean harm, small enough for every run; `Scripts/hostile` measures the full sizes.
@Suite struct HostileFormTests {
  @Test(arguments: HostileForm.all(divisor: 500))
  func `a hostile form is refused with a sentence or can be filled in`(form: HostileForm) throws {
    let files = form.files
    let reading = FormReader.read(files.xform) { files.media[$0] }
    guard let definition = reading.definition else {
      #expect(form.fate != .opened, "\(reading.findings)")
      #expect(reading.findings.contains { $0.severity == .error })
      return
    }
    #expect(form.fate != .refused)
    var impatient = Forms.environment
    impatient.mostWork = 20_000
    var session = FormSession(definition, environment: impatient)
    for key in form.keys {
      // A key may be refused; it may not hang or end the program.
      _ = try? session.answer(key.path, key.text)
      _ = session.label(key.path)
      _ = session.choices(key.path)
    }
    #expect(!session.draft().isEmpty)
  }

  @Test func `what is over a limit is named`() {
    func codes(_ record: String, _ binds: String = "") -> [Finding.Code] {
      Scenario.read(record: record, binds: binds, body: "").findings.map(\.code)
    }
    #expect(codes(String(repeating: "<g>", count: 70)) == [.tooDeep])
    #expect(codes("<\(String(repeating: "ก", count: 1_001))/>") == [.damagedXML])
    let brackets = String(repeating: "(", count: 500)
    #expect(
      codes("<a/>", "<bind nodeset=\"/data/a\" calculate=\"\(brackets)\"/>") == [.tooComplex])
  }

  @Test func `a rule that never ends is stopped`() throws {
    let all = (0..<30).map { "<v\($0)>1</v\($0)>" }.joined()
    let rule = "count(/data/all/*[count(/data/all/*[count(/data/all/*[. = 2]) = 0]) = 0])"
    let form = Scenario.read(
      record: "<a/><all>\(all)</all>",
      binds: "<bind nodeset=\"/data/a\" calculate=\"\(rule)\"/>", body: "")
    var impatient = Forms.environment
    impatient.mostWork = 1_000
    let session = FormSession(try #require(form.definition), environment: impatient)
    #expect(session.faults.values.map { $0 } == [.tooMuchWork])
    #expect(session.value("/data/a") == "")
  }

  @Test func `a count that wants more than a record holds is met once, not again and again`() throws
  {
    let leaves = (0..<30).map { "<v\($0)/>" }.joined()
    let form = Scenario.read(
      record: "<r jr:template=\"\">\(leaves)</r>", binds: "",
      body: """
        <group ref="/data/r"><repeat nodeset="/data/r" jr:count="2000">\
        <input ref="/data/r/v0"><label>x</label></input></repeat></group>
        """)
    let session = FormSession(try #require(form.definition), environment: Forms.environment)
    #expect((1_000..<2_000).contains(session.count(ofRepeat: "/data/r")))
    #expect(session.instance.shape < 10, "all nodes are listed anew each time")
  }
}
