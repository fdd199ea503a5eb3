import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// Texts longer than the screen are read to their ends, and what is out of sight is announced.
@Suite struct LongTextTests {
  static let sizes = [(24, 80), (20, 60), (12, 40), (60, 200)]

  private static func sentences(_ letter: String) -> String {
    (1...60).map { "\(letter)\($0 < 10 ? "0" : "")\($0) is read aloud to its end." }
      .joined(separator: " ")
  }

  private func consent() throws -> Survey {
    try SmallForm.survey(
      record: "<a/><c/><ok/><b/><c2/><z/>",
      binds: """
        <bind nodeset="/data/c" readonly="true()"/><bind nodeset="/data/c2" readonly="true()"/>
        """,
      body: """
        <input ref="/data/a"><label>First</label></input>
        <input ref="/data/c"><label>\(Self.sentences("S"))</label></input>
        <input ref="/data/ok"><label>\(Self.sentences("Q"))</label><hint>Hint</hint></input>
        <input ref="/data/b"><label>After</label></input>
        <input ref="/data/c2"><label>\(Self.sentences("T"))</label></input>
        """, language: .english)
  }

  private func shown(_ survey: Survey, _ rows: Int, _ columns: Int) -> String {
    let grid = survey.screen(rows: rows, columns: columns)
    return (0..<rows).map { GridText.row($0, of: grid) }.joined(separator: "\n")
  }

  @Test(arguments: sizes, [Key.down, .enter, .tab])
  func `a moving key reads on before it goes on`(_ size: (Int, Int), key: Key) throws {
    var survey = try consent()
    var seen = shown(survey, size.0, size.1)
    for _ in 0..<300 where survey.model.overlay == nil {
      survey.press(key)
      seen += shown(survey, size.0, size.1)
    }
    #expect(survey.model.overlay != nil, "the review comes at last")
    for letter in ["S", "Q", "T"] {
      for number in 1...60 {
        #expect(seen.contains("\(letter)\(number < 10 ? "0" : "")\(number)"))
      }
    }
  }

  @Test(arguments: sizes)
  func `upwards nothing is passed unseen either`(rows: Int, columns: Int) throws {
    var survey = try consent()
    survey.model.jump(to: "/data/b")
    var seen = shown(survey, rows, columns)
    for _ in 0..<200 {
      survey.press(.up)
      seen += shown(survey, rows, columns)
    }
    #expect(survey.place == "/data/a")
    for number in 10...60 {
      #expect(seen.contains("S\(number)") && seen.contains("Q\(number)"))
    }
  }

  @Test func `whoever types sees what he types`() throws {
    var survey = try consent()
    survey.model.jump(to: "/data/ok")
    _ = shown(survey, 24, 80)
    survey.press(.character("y"))
    #expect(shown(survey, 24, 80).contains("\ny") || shown(survey, 24, 80).contains(" y "))
    #expect(FillScreen.view(survey.model, in24x80: ()) != nil)
  }

  @Test(arguments: sizes)
  func `what lies below and above is announced`(rows: Int, columns: Int) throws {
    let many = (1...30).map { "<q\($0)/>" }.joined()
    let body = (1...30).map { #"<input ref="/data/q\#($0)"><label>Q\#($0).</label></input>"# }
    var survey = try SmallForm.survey(record: many, body: body.joined(), language: .english)
    for number in 1...30 {
      survey.model.jump(to: "/data/q\(number)")
      let text = shown(survey, rows, columns)
      let inSight = (1...30).filter { text.contains("Q\($0).") }
      let first = inSight.min() ?? 0
      let last = inSight.max() ?? 0
      #expect(inSight.contains(number))
      #expect(text.contains("↓ \(30 - last) more below") == (last < 30))
      #expect(text.contains("↑ \(first - 1) more above") == (first > 1))
    }
  }

  @Test(arguments: sizes)
  func `a long note looks right half way`(rows: Int, columns: Int) throws {
    var survey = try consent()
    _ = shown(survey, rows, columns)
    survey.press(.down)
    expectGolden(survey.screen(rows: rows, columns: columns), "fill-consent-\(columns)x\(rows)")
  }

  @Test func `the explanation has the notes around the question whole`() throws {
    var survey = try consent()
    survey.model.jump(to: "/data/ok")
    survey.press(.function(1))
    guard case .help(let text) = survey.model.overlay else {
      Issue.record("no help")
      return
    }
    #expect(text.lines.contains { $0.text.contains("S60") })
    #expect(text.lines.contains { $0.text.contains("Q60") })
  }

  @Test func `every one of nine long choices can be seen`() throws {
    let items = (1...9).map {
      "<item><label>C\($0) \(String(repeating: "word ", count: 90))end\($0).</label><value>\($0)</value></item>"
    }
    var survey = try SmallForm.survey(
      record: "<q/>",
      body: #"<select1 ref="/data/q"><label>Which</label>\#(items.joined())</select1>"#,
      language: .english)
    var seen = shown(survey, 12, 40)
    for _ in 0..<60 {
      survey.press(.down)
      seen += shown(survey, 12, 40)
      if survey.model.overlay != nil { break }
    }
    for number in 1...9 { #expect(seen.contains("end\(number).")) }
  }

  @Test func `what happened is said whole on the smallest screen`() throws {
    var survey = try consent()
    survey.model.notice = .form(.abandonQuestion(String(repeating: "long ", count: 8) + "ending"))
    #expect(shown(survey, 12, 40).contains("ending"))
  }
}

extension FillScreen {
  fileprivate static func view(_ model: Model, in24x80: Void) -> Point? {
    var grid = Grid(size: Size(rows: 24, columns: 80))
    return view(model, on: &grid)
  }
}
