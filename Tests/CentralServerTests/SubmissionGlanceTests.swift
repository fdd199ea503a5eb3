import Testing

@testable import CentralServer

/// What the centre reads of a submission, and what it leaves alone.
struct SubmissionGlanceTests {
  private func glance(_ xml: String) -> SubmissionGlance { SubmissionGlance(Array(xml.utf8)) }

  @Test func `the name and the number are found where the form put them`() {
    let found = glance(
      """
      <?xml version="1.0"?>
      <data id="affected_person" version="1>2"><q1><citizen_id>1-0000-00001-01-3</citizen_id>
      <citizen_id_norm>1000000001013</citizen_id_norm><road/></q1>
      <!-- <instanceName>คนอื่น</instanceName> -->
      <orx:meta><orx:instanceName>นายทอง &amp; &#3609;&#xE32;ง (12/3)</orx:instanceName></orx:meta>
      </data>
      """)
    #expect(found.title == "นายทอง & นาง (12/3)")
    #expect(found.nationalID == "1000000001013")
  }

  @Test(arguments: ["๑๐๐๐๐๐๐๐๐๑๐๑๓", "1 0000 00001 01 3", "1000000001013"])
  func `a number is one number however it was typed`(typed: String) {
    #expect(glance("<d><citizen_id>\(typed)</citizen_id></d>").nationalID == "1000000001013")
  }

  @Test func `a form that calls the number otherwise is taken at its word`() {
    let xml = Array("<d><citizen_id>1000000001021</citizen_id><pid>1000000001013</pid></d>".utf8)
    #expect(SubmissionGlance(xml, numbers: ["pid"]).nationalID == "1000000001013")
    #expect(SubmissionGlance(xml, numbers: ["other"]).nationalID == nil)
  }

  @Test(arguments: [
    "", "<", "<d", "<d><citizen_id>", "<d><citizen_id>100000000101</citizen_id></d>",
    "<!DOCTYPE d [<!ENTITY a \"b\">]><d><citizen_id>1000000001013</citizen_id></d>",
    "<d><citizen_id><b>1000000001013</b></citizen_id></d>", "<!-- <citizen_id>1000000001013</a>",
  ])
  func `what is broken, empty or dressed up gives no number`(xml: String) {
    #expect(glance(xml).nationalID == nil)
  }
}
