import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

/// Questions that the form locks: they show their values, and their rules are held.
@Suite struct LockedQuestionTests {
  private func locked() throws -> Survey {
    try SmallForm.survey(
      record: "<n/><ro>hello</ro><rc/><rd>2024-05-06</rd><rs>y</rs><only/><z/>",
      binds: """
        <bind nodeset="/data/ro" readonly="true()"/>
        <bind nodeset="/data/rc" readonly="true()" calculate="concat('x-', /data/n)"/>
        <bind nodeset="/data/rd" type="date" readonly="true()"/>
        <bind nodeset="/data/rs" readonly="true()"/>
        <bind nodeset="/data/only" readonly="true()"/>
        """,
      body: """
        <input ref="/data/n"><label>Name</label></input>
        <input ref="/data/ro"><label>Default</label></input>
        <input ref="/data/rc"><label>Of <output value="/data/n"/></label></input>
        <input ref="/data/rd"><label>Day</label></input>
        <select1 ref="/data/rs"><label>Choice</label>
          <item><label>Yes</label><value>y</value></item></select1>
        <input ref="/data/only"><label>Only words</label></input>
        <input ref="/data/z"><label>Last</label></input>
        """, language: .english)
  }

  @Test func `a locked question is drawn with its value, and a note without`() throws {
    var survey = try locked()
    survey.answer("Mali")
    let text = survey.text
    for words in ["hello", "Of Mali", "x-Mali", "6 May 2567"] { #expect(text.contains(words)) }
    let note = text.split(separator: "\n").first { $0.contains("Only words") }
    #expect(note?.contains("...") == false, "nobody can write there")
    survey.press(.function(9))
    for words in ["Default: hello", "Of Mali: x-Mali", "Choice: Yes"] {
      #expect(survey.text.contains(words))
    }
    #expect(!survey.text.contains("Only words:"))
  }

  @Test func `an officer reads the value of a locked question`() throws {
    var survey = try locked()
    survey.answer("Mali")
    let answers = SubmissionReading(now: survey.model.session, former: nil).sections()
      .flatMap(\.answers)
    #expect(answers.map(\.label.english).contains("Of Mali"))
    #expect(!answers.map(\.label.english).contains("Only words"))
  }

  @Test func `typing at a locked question changes nothing`() throws {
    var survey = try locked()
    let before = survey.model.session.draft()
    survey.model.jump(to: "/data/ro")
    for key in keys("other 1") { survey.press(key) }
    #expect(survey.model.session.draft() == before)
  }

  private func finishes(_ survey: inout Survey) -> Bool {
    survey.press(.function(9), .enter, .character("1"))
    return survey.effects.contains { if case .finish = $0 { true } else { false } }
  }

  @Test func `who is not eligible cannot be finished, and the review leads to the reason`() throws {
    var survey = try SmallForm.survey(
      record: "<age/><stop/><z/>",
      binds: """
        <bind nodeset="/data/age" type="int"/>
        <bind nodeset="/data/stop" readonly="true()" relevant="/data/age &lt; 18" \
        required="true()" jr:requiredMsg="Not eligible"/>
        """,
      body: """
        <input ref="/data/age"><label>Age</label></input>
        <input ref="/data/stop"><label>STOP</label></input>
        <input ref="/data/z"><label>Last</label></input>
        """, language: .english)
    survey.answer("17")
    #expect(survey.model.session.problems().map(\.path) == ["/data/stop"])
    #expect(!finishes(&survey))
    survey.press(.escape)
    survey.press(.function(9))
    #expect(survey.text.contains("Not eligible"))
    survey.press(.enter)
    #expect(survey.place == "/data/stop")
    #expect(survey.text.contains("! Not eligible"))
    survey.model.jump(to: "/data/age")
    survey.answer("18")
    #expect(finishes(&survey))
  }

  @Test func `a total that must be right holds up finishing`() throws {
    var survey = try SmallForm.survey(
      record: "<a/><b/><tot/>",
      binds: """
        <bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" type="int"/>
        <bind nodeset="/data/tot" type="int" readonly="true()" calculate="/data/a + /data/b" \
        constraint=". = 100" jr:constraintMsg="Must add up to 100"/>
        """,
      body: """
        <input ref="/data/a"><label>A</label></input><input ref="/data/b"><label>B</label></input>
        <input ref="/data/tot"><label>Total</label></input>
        """, language: .english)
    survey.answer("40")
    survey.answer("50")
    #expect(survey.text.contains("90") && survey.text.contains("! Must add up to 100"))
    #expect(!finishes(&survey))
    survey.press(.escape)
    survey.model.jump(to: "/data/b")
    survey.answer("60")
    #expect(finishes(&survey))
  }
}
