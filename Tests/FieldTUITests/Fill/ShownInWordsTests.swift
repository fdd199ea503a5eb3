import TerminalKit
import Testing

@testable import FieldTUI

/// Answers within the words of a form, its styling, and pages without a name or without anything.
@Suite struct ShownInWordsTests {
  private func moments(_ language: Language) throws -> Survey {
    try SmallForm.survey(
      record: "<dt/><t/><dd/><w/><n/>",
      binds: """
        <bind nodeset="/data/dt" type="dateTime"/><bind nodeset="/data/t" type="time"/>
        <bind nodeset="/data/dd" type="date"/><bind nodeset="/data/w" type="decimal"/>
        """,
      body: """
        <input ref="/data/dt"><label>When</label></input><input ref="/data/t"><label>At</label></input>
        <input ref="/data/dd"><label>Day</label></input><input ref="/data/w"><label>W</label></input>
        <input ref="/data/n"><label>dt=<output value="/data/dt"/>; t=<output value="/data/t"/>; \
        d=<output value="/data/dd"/>; w=<output value="/data/w"/>.</label></input>
        """, language: language)
  }

  @Test func `a day and a time in a label are said as people say them`() throws {
    var survey = try moments(.thai)
    survey.answer("10/4/2563 9.30")
    survey.answer("14:05")
    survey.answer("11/4/2563")
    survey.answer(".5")
    let label = survey.model.session.label("/data/n")
    #expect(label.contains("10 เมษายน 2563"))
    #expect(label.contains("09:30 น.") || label.contains("9.30 น."))
    #expect(label.contains("t=14:05 น.;"))
    #expect(label.contains("11 เมษายน 2563") && label.hasSuffix("w=0.5."))
    survey.press(.function(2))
    #expect(survey.model.session.label("/data/n").contains("t=14:05;"))
    #expect(!survey.model.session.label("/data/n").contains("1970"))
  }

  @Test func `what a person answered is shown in a label as he wrote it`() throws {
    var survey = try SmallForm.survey(
      record: "<n/><m/>",
      body: """
        <input ref="/data/n"><label>Name *with* star</label></input>
        <input ref="/data/m"><label>**<output value="/data/n"/>** lives here</label></input>
        """, language: .english)
    #expect(survey.text.contains("Name with star"))
    survey.answer("5*3*2 <b>_x_</b>")
    #expect(survey.text.contains("5*3*2 <b>_x_</b> lives here"))
    let grid = survey.screen()
    #expect(GridText.text(of: grid).contains("bold"))
  }

  @Test func `styling is drawn on the screen and gone in words`() throws {
    let survey = try SmallForm.survey(
      record: "<q/>",
      body: """
        <select1 ref="/data/q"><label># Head&#10;an _em_ &lt;span style="color:red"&gt;red&lt;/span&gt;\
        </label><hint>**h**</hint>
        <item><label>**one** of them</label><value>1</value></item>
        <item><label>two</label><value>2</value></item></select1>
        """, language: .english)
    #expect(survey.model.session.label("/data/q") == "Head\nan em red")
    #expect(survey.model.session.hint("/data/q") == "h")
    let shown = GridText.text(of: survey.screen())
    #expect(shown.contains("accent bold underlined") && shown.contains("problem bold"))
    #expect(!shown.contains("*one*") && shown.contains("plain bold"))
  }

  @Test func `a group without words is named by its first question`() throws {
    let survey = try SmallForm.survey(
      record: "<a/><g><b/></g><h><c/></h>",
      body: """
        <input ref="/data/a"><label>First</label></input>
        <group ref="/data/g"><input ref="/data/g/b"><label>Second *one*</label></input></group>
        <group ref="/data/h"><label>Named</label><input ref="/data/h/c"><label>T</label></input></group>
        """, language: .english)
    #expect((0..<3).map { survey.model.title(ofSection: $0) } == ["First", "Second one", "Named"])
  }

  @Test func `a page with nothing on it is not turned to`() throws {
    var survey = try SmallForm.survey(
      record: "<n/><p jr:template=\"\"><x/></p><z/>",
      binds: #"<bind nodeset="/data/n" type="int"/>"#,
      body: """
        <group><label>Count</label><input ref="/data/n"><label>N</label></input></group>
        <group><label>People</label><repeat nodeset="/data/p" jr:count="/data/n">
          <input ref="/data/p/x"><label>X</label></input></repeat></group>
        <group><label>End</label><input ref="/data/z"><label>Z</label></input></group>
        """, language: .english)
    survey.answer("0")
    #expect(survey.place == "/data/z")
    #expect(survey.model.sections.count == 2)
    survey.model.jump(to: "/data/n")
    survey.answer("2")
    #expect(survey.place == "/data/p[1]/x")
  }
}
