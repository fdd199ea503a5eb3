import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// A form with every way of asking, and all that can lie over it.
extension PlainPrompts {
  /// One of each kind of editor; a kind that is added does not compile before it is named here.
  private static func name(of editor: QuestionEditor) -> (String, EveryPromptTests.Takes) {
    switch editor {
    case .text: ("words", .words)
    case .number: ("number", .values)
    case .nationalID: ("citizen_id", .words)
    case .date: ("day", .values)
    case .choice: ("one", .choice)
    case .longChoice: ("long", .words)
    case .manyChoices: ("many", .choice)
    case .manyFound: ("found", .words)
    case .place: ("place", .words)
    case .rank: ("rank", .choice)
    case .trigger: ("agreed", .choice)
    case .range: ("range", .values)
    case .file: ("photo", .values)
    case .inert: ("fixed", .nothing)
    }
  }

  private static func items(_ count: Int) -> String {
    (1...count).map { "<item><label>สิ่ง \($0)</label><value>n\($0)</value></item>" }.joined()
  }

  private static func everyKind() throws -> Survey {
    try SmallForm.survey(
      record: """
        <words/><number/><citizen_id/><day/><one/><long/><many/><found/><rank/><agreed/><range/>\
        <photo/><fixed>9</fixed><person jr:template=""><name/></person><person><name/></person>
        """,
      binds: """
        <bind nodeset="/data/number" type="int"/><bind nodeset="/data/day" type="date"/>\
        <bind nodeset="/data/rank" type="odk:rank"/><bind nodeset="/data/range" type="int"/>\
        <bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/fixed" readonly="true()"/>
        """,
      body: """
        <input ref="/data/words"><label>คำ</label></input>
        <input ref="/data/number"><label>จำนวน</label></input>
        <input ref="/data/citizen_id"><label>เลขบัตร</label></input>
        <input ref="/data/day"><label>วันที่</label></input>
        <select1 ref="/data/one"><label>หนึ่ง</label>\(items(3))</select1>
        <select1 ref="/data/long"><label>ยาว</label>\(items(23))</select1>
        <select ref="/data/many"><label>หลาย</label>\(items(4))</select>
        <select ref="/data/found"><label>ค้น</label>\(items(30))</select>
        <odk:rank ref="/data/rank"><label>ลำดับ</label>\(items(5))</odk:rank>
        <trigger ref="/data/agreed"><label>รับรอง</label></trigger>
        <range ref="/data/range" start="1" end="9" step="2"><label>ช่วง</label></range>
        <upload ref="/data/photo" mediatype="image/*"><label>รูป</label></upload>
        <input ref="/data/fixed"><label>ตายตัว</label></input>
        <group ref="/data/person"><label>คน</label><repeat nodeset="/data/person">
        <input ref="/data/person/name"><label>ชื่อ</label></input></repeat></group>
        """)
  }

  private static func app(_ survey: Survey) throws -> AppModel { try Talking(survey).talk.model }

  static let editors: [Prompt] =
    [
      "words", "number", "citizen_id", "day", "one", "long", "many", "found", "rank", "agreed",
      "range", "photo",
    ].map { path in
      let takes = (try? at(path)).map { name(of: $0.model.editor).1 } ?? .choice
      return .told("question \(path)", takes) {
        let survey = try at(path)
        #expect(name(of: survey.model.editor).0 == path)
        return try app(survey)
      }
    } + [
      .told("question place", .words) {
        var survey = try #require(Survey())
        survey.model.jump(to: "/data/q1/addr_here")
        survey.press(.character("2"))
        survey.model.jump(to: "/data/q1/addr_province")
        #expect(name(of: survey.model.editor).0 == "place")
        return try app(survey)
      },
      .told("question add", .choice) {
        var survey = try at("person[1]/name")
        survey.press(.enter)
        return try app(survey)
      },
    ]

  private static func at(_ path: String) throws -> Survey {
    var survey = try everyKind()
    survey.model.jump(to: "/data/" + path)
    return survey
  }

  /// What lies over a page; a kind that is added does not compile before it is named here.
  private static func names(of overlay: FillScreen.Overlay) -> [String] {
    switch overlay {
    // A text is said and put away.
    case .help: []
    case .review: ["review", "finish"]
    case .jump: ["jump"]
    case .languages: ["languages"]
    case .remove: ["remove"]
    case .abandon: ["abandon"]
    case .reason: ["reason"]
    }
  }

  static let overlays: [Prompt] = [
    over("review", .choice) { $0.press(.function(9)) },
    over("finish", .choice) { survey in
      survey.press(.function(9))
      guard case .review(let review) = survey.model.overlay,
        let stop = review.stops.firstIndex(where: { review.rows[$0].finishes })
      else { return }
      for key in Key.arrows(from: review.highlighted, to: stop) { survey.press(key) }
      survey.press(.enter)
    },
    over("languages", .choice) { survey in
      let options = LanguageList.options(of: survey.model.session.definition)
      survey.model.overlay = .languages(
        .init(options: options, list: .init(["ไทย", "English", "မြန်မာ"])))
    },
    over("jump", .words) { $0.press(.function(6)) },
    over("remove", .choice) { survey in
      survey.model.jump(to: "/data/person[1]/name")
      survey.press(.function(8))
    },
    over("abandon", .choice) { survey in
      survey.model.jump(to: "/data/number")
      survey.press(.character("x"), .escape)
    },
    over("reason", .words) { survey in
      survey.model.overlay = .reason(TextField.Model(limit: 200), .leave)
    },
  ]

  private static func over(
    _ name: String, _ takes: EveryPromptTests.Takes,
    _ act: @escaping @Sendable (inout Survey) -> Void
  ) -> Prompt {
    .told("over " + name, takes) {
      var survey = try everyKind()
      act(&survey)
      let overlay = try #require(survey.model.overlay)
      #expect(names(of: overlay).contains(name))
      return try app(survey)
    }
  }
}
