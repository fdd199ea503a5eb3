import Testing
import XPath

/// One row: an expression and what it amounts to.
private typealias Row = (source: String, value: XPathValue)

struct FunctionTests {
  @Test(arguments: [
    ("string(1.0)", "1"), ("string(-0)", "0"), ("string(0.1 + 0.2)", "0.30000000000000004"),
    ("string(12345678.5)", "12345678.5"), ("string(3000000000)", "3000000000"),
    ("string(0.00001)", "0.00001"), ("string(1 div 0)", "Infinity"), ("string(0 div 0)", "NaN"),
    ("string(123456789012345678901)", "123456789012345680000"),
    ("string(true())", "true"), ("concat('ม.', 33, ' ', false())", "ม.33 false"),
    ("substr('สมชาย', 0, 2)", "สม"), ("substr('สมชาย', -3)", "ชาย"), ("substr('ก', 3)", ""),
    ("substring('12345', 2, 3)", "234"), ("substring('12345', 0, 3)", "12"),
    ("substring-before('12/3 หมู่ 4', '/')", "12"), ("substring-after('12/3', '/')", "3"),
    ("translate('๑๒-๓ ก', '๐๑๒๓- ', '0123')", "123ก"),
    ("normalize-space('  บ้าน   เลขที่  ')", "บ้าน เลขที่"),
    ("join(', ', 'กำนัน', 'ผู้ใหญ่บ้าน')", "กำนัน, ผู้ใหญ่บ้าน"),
    ("selected-at('cash goods other', 1)", "goods"), ("selected-at('cash', 5)", ""),
    ("if(1 > 2, 'ใช่', 'ไม่ใช่')", "ไม่ใช่"), ("coalesce('', 'บ้าน')", "บ้าน"),
    ("format-date('2020-04-10', '%d/%m/%Y %a %b %W')", "10/04/2020 Fri Apr 15"),
    (
      "format-date-time('2020-04-10T09:05:07.080', '%H:%M:%S.%3 %h %e %n %y')",
      "09:05:07.080 9 10 4 20"
    ),
    ("string(date('2020-04-10') + 1)", "18363"), ("string(date(18363))", "2020-04-11"),
    ("string(today())", "2020-04-10"), ("jr:itext('greeting')", "สวัสดี"),
    ("jr:choice-name('mr', ' /data/title ')", "นาย"), ("property('username')", "somchai"),
    ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
    ("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("digest('abc', 'SHA-256')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ("substr(digest('abc', 'SHA-512', 'hex'), 0, 16)", "ddaf35a193617aba"),
    ("substr(digest('abc', 'SHA-384', 'hex'), 0, 16)", "cb00753f45a35e8b"),
    ("base64-decode('4Lia4LmJ4Liy4LiZ')", "บ้าน"),
  ])
  func `functions give text`(source: String, text: String) throws {
    #expect(try value(source).scalarText == text)
  }

  @Test(arguments: [
    ("round(1.5)", 2), ("round(-1.5)", -1), ("round(14.29123, 2)", 14.29),
    ("round(1.005, 2)", 1.01),
    ("round(33.33, -1)", 30), ("int(-3.7)", -3), ("7 mod 4", 3), ("-7 mod 4", -3), ("7 div 2", 3.5),
    ("- - 3", 3), ("number('1,5')", 1.5), ("number(' 12 ')", 12), ("abs(-4)", 4),
    ("pow(2, 10)", 1024),
    ("min(3, -1, 'x')", -1), ("max(-3, -1, '')", -1), ("count-selected(' cash  goods ')", 2),
    ("string-length('น้ำ')", 3), ("number(date('1970-01-02'))", 1),
    ("decimal-time('2020-04-10T06:00:00')", 0.25), ("decimal-date-time('1970-01-02T07:00:00')", 1),
    ("distance('0 0;0 1')", 111_318.845), ("area('0 0;0 1;1 1;1 0')", 12_390_941_584.84),
  ])
  func `functions give numbers`(source: String, number: Double) throws {
    let found = try value(source).scalarNumber
    #expect((found - number).magnitude <= 0.001 * max(1, number.magnitude * 0.001))
  }

  @Test(arguments: [
    ("number('1e6') = number('1e6')", false), ("'สวัสดี' = \"สวัสดี\"", true), ("'2' < 10", true),
    ("selected('cash goods', 'goods')", true), ("selected('cash', 'cas')", false),
    ("date('2020-04-10') < date('2020-04-11')", true), ("date('2020-04-10') = '2020-04-10'", true),
    ("true() = '0'", true), ("0.1 + 0.2 = 0.3", true), ("not('')", true),
    ("starts-with('บ้าน', 'บ้')", true), ("contains('ตำบล', '')", true),
    ("ends-with('ab', 'b')", true),
    ("checklist(1, 2, true(), false(), 'x')", true), ("weighted-checklist(3, 4, true(), 3)", true),
    ("boolean-from-string('TRUE')", true), ("boolean(0)", false), ("'a' = 'b' or 1 and 0", false),
    ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", true),
    ("intersects('0 0;0 2;1 2;1 1;-1 1')", true), ("intersects('0 0;0 1;1 1;1 0;0 0')", false),
    ("7mod2 = 1", true),
  ])
  func `comparisons and tests give truth`(source: String, truth: Bool) throws {
    #expect(try value(source) == .boolean(truth))
  }

  @Test(arguments: [
    ("date('10 เมษายน')", EvaluationError.notADate(function: "date")),
    ("date('2020-02-30')", .notADate(function: "date")),
    ("count(3)", .wrongType(function: "count")),
    ("jr:itext('nothing')", .unknownTranslation("nothing")),
  ])
  func `what has no value is a fault of the form`(source: String, error: EvaluationError) {
    #expect(throws: error) { try value(source) }
  }

  @Test func `what is empty or no number stays so in a date`() throws {
    #expect(try value("date('')") == .empty)
    #expect(try value("format-date('', '%d')") == .empty)
    #expect(try value("string(date(number('')))") == .text("NaN"))
  }

  @Test func `a time with a zone is told in local time`() throws {
    #expect(
      try value("date-time('2020-04-10T20:00:00Z')")
        == .date(XPathDate(day: 18363, millisecond: 10_800_000)))
  }

  // The orders are those of JavaRosa.
  @Test(arguments: [
    ("42", "aecbd"), ("1234", "bceda"), ("'1234'", "bceda"), ("-7.9", "adceb"), ("''", "cbead"),
  ])
  func `a seeded order is the same everywhere`(seed: String, order: String) throws {
    let tree = TestTree("<data><i>a</i><i>b</i><i>c</i><i>d</i><i>e</i></data>")
    #expect(try tree.value("join('', randomize(/data/i, \(seed)))") == .text(order))
  }

  @Test func `a seed that is no number is hashed to one`() throws {
    let items = "abcdefgh".map { "<i>\($0)</i>" }.joined()
    let tree = TestTree("<data>\(items)</data>")
    #expect(try tree.value("join('', randomize(/data/i, 'foo'))") == .text("eadbhgcf"))
  }

  @Test func `indexed-repeat reads another instance from inside one`() throws {
    let tree = TestTree(
      """
      <data><person><name>สมชาย</name></person><person><name>มาลี</name></person></data>
      """)
    #expect(
      try tree.value(
        "indexed-repeat(/data/person/name, /data/person, 1)", at: "/data/person[2]/name")
        == .text("สมชาย"))
    #expect(try tree.value("position(..)", at: "/data/person[2]/name") == .number(2))
  }

  @Test func `once keeps the value that there is`() throws {
    let tree = TestTree("<data><id>7</id><new/></data>")
    #expect(try tree.value("once('8')", at: "/data/id") == .text("7"))
    #expect(try tree.value("once('8')", at: "/data/new") == .text("8"))
  }

  @Test func `pulldata reads a column of the row with a key`() throws {
    let tree = TestTree(
      "<data/>",
      instances: [
        "villages": "<root><item><code>01</code><name>ดงหลวง</name></item></root>"
      ])
    #expect(try tree.value("pulldata('villages', 'name', 'code', '01')") == .text("ดงหลวง"))
    #expect(try tree.value("pulldata('villages', 'name', 'code', '02')") == .empty)
  }

  @Test(arguments: [
    "abs acos area asin atan atan2 base64-decode boolean boolean-from-string checklist coalesce",
    "concat contains cos count count-non-empty count-selected date date-time decimal-date-time",
    "decimal-time digest distance ends-with exp exp10 false format-date format-date-time geofence intersects",
    "if indexed-repeat instance int join jr:choice-name jr:itext log log10 max min normalize-space",
    "not now number once pi position pow pulldata random randomize regex round selected selected-at",
    "sin sqrt starts-with string string-length substr substring-after substring-before sum tan",
    "today translate true uuid version weighted-checklist property",
  ])
  func `the functions of the ODK XForms specification are all there`(names: String) {
    for name in names.split(separator: " ") {
      #expect(FunctionLibrary.odk[String(name)] != nil, "\(name)")
    }
  }
}
