import SurveyForms

@testable import FieldTUI

/// Records answered at random, and dice whose throws can be thrown again.
struct RandomRecord {
  var state: UInt64

  mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, count)))
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[pick(items.count)] }

  /// A form with every kind of question, a repeat and a question that another brings.
  static func everyKind() throws -> FormDefinition {
    func items(_ count: Int) -> String {
      (1...count).map { "<item><label>ข้อ \($0)</label><value>v\($0)</value></item>" }.joined()
    }
    let types: [(name: String, type: String)] = [
      ("name", "string"), ("age", "int"), ("rate", "decimal"), ("day", "date"), ("at", "time"),
      ("moment", "dateTime"), ("where", "geopoint"), ("citizen_id", "string"), ("phone", "string"),
      ("ok", "boolean"), ("pain", "int"), ("photo", "binary"),
    ]
    let lists: [(name: String, control: String, count: Int)] = [
      ("few", "select1", 4), ("long", "select1", 40), ("ticks", "select", 7),
      ("found", "select", 30),
      ("order", "odk:rank", 6),
    ]
    let typed = types.map { name, _ in
      switch name {
      case "pain":
        #"<range ref="/data/pain" start="0" end="10" step="2"><label>ปวด</label></range>"#
      case "photo": #"<upload ref="/data/photo" mediatype="image/*"><label>รูป</label></upload>"#
      default: "<input ref=\"/data/\(name)\"><label>\(name)</label></input>"
      }
    }
    let chosen = lists.map { name, control, count in
      "<\(control) ref=\"/data/\(name)\"><label>\(name)</label>\(items(count))</\(control)>"
    }
    let names = types.map(\.name) + lists.map(\.name) + ["secret", "seen", "more"]
    return try SmallForm.form(
      record: names.map { "<\($0)/>" }.joined() + "<person><who/><kind/></person>",
      binds: types.map { "<bind nodeset=\"/data/\($0)\" type=\"\($1)\"/>" }.joined()
        + #"<bind nodeset="/data/order" type="odk:rank"/>"#
        + #"<bind nodeset="/data/more" relevant="/data/few = 'v2'"/>"#
        + #"<bind nodeset="/data/person/who" required="true()"/>"#,
      body: (typed + chosen).joined() + """
        <secret ref="/data/secret"><label>ลับ</label></secret>
        <trigger ref="/data/seen"><label>รับทราบ</label></trigger>
        <input ref="/data/more"><label>เพิ่ม</label></input>
        <group ref="/data/person"><label>คน</label><repeat nodeset="/data/person">
        <input ref="/data/person/who"><label>ชื่อ</label></input>
        <select1 ref="/data/person/kind"><label>เพศ</label>\(items(3))</select1>
        </repeat></group>
        """)
  }

  /// Answers about so many of a hundred questions.
  mutating func answer(_ session: inout FormSession, percent: Int) {
    for path in session.sections().flatMap(\.items).map(\.path) {
      guard pick(100) < percent, !session.isReadonly(path) else { continue }
      let text = value(at: path, in: session)
      // What a question does not take is not answered.
      _ = try? session.answer(path, text)
    }
  }

  private mutating func value(at path: String, in session: FormSession) -> String {
    let names = session.choices(path).map(\.name)
    let question = session.sections().flatMap(\.items).first { $0.path == path }?.question
    switch question?.control {
    case .selectOne: return names.isEmpty ? "" : pick(names)
    case .selectMany: return names.filter { _ in pick(3) == 0 }.joined(separator: " ")
    case .rank: return names.sorted { _, _ in pick(2) == 0 }.joined(separator: " ")
    case .trigger: return "OK"
    case .range: return pick(["0", "2", "10"])
    case .upload: return "photo.jpg"
    case .input, .secret, nil: break
    }
    switch question?.type {
    case .int, .long: return String(pick(90))
    case .decimal: return pick(["0.5", "12.25", "7"])
    case .date: return pick(["2020-04-10", "1999-12-31"])
    case .time: return "09:30:00.000+07:00"
    case .dateTime: return "2020-04-10T09:30:00.000+07:00"
    case .boolean: return pick(["1", "0"])
    case .geopoint: return "17.1547 103.7036 0 0"
    default:
      return pick(["สมชาย", "บ้าน ๑๒/๓", "1000000001013", "0812345678", "47160", "a  b", "-"])
    }
  }
}
