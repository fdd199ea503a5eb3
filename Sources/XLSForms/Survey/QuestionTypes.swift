/// What a type of question stands for in an XForm: its control and the beginnings of its bind.
struct QuestionTypes {
  struct Entry {
    var tag: String?
    var mediaType: String?
    var bind: Ordered<SheetValue> = [:]
    var hint: String?
  }

  static func entry(_ type: String) -> Entry? { table[aliases[type] ?? type] }

  /// Types of which there may be anything in the sheet but nothing in the record.
  static let external: Set<String> = ["csv-external", "xml-external"]

  private static func control(_ tag: String?, _ type: String, media: String? = nil) -> Entry {
    Entry(tag: tag, mediaType: media, bind: ["type": .text(type)])
  }

  private static func upload(_ media: String) -> Entry { control("upload", "binary", media: media) }

  private static func preload(_ kind: String, _ type: String, _ parameter: String) -> Entry {
    Entry(
      bind: [
        "jr:preload": .text(kind), "type": .text(type), "jr:preloadParams": .text(parameter),
      ])
  }

  private static func number(upTo most: Int, hint: Bool) -> Entry {
    Entry(
      tag: "input",
      bind: ["type": .text("int"), "constraint": .text("0 <= . and . <= \(most)")],
      hint: hint ? "Enter a number 0-\(most)." : nil)
  }

  private static let table: [String: Entry] = {
    var table: [String: Entry] = [
      "text": control("input", "string"), "integer": control("input", "int"),
      "decimal": control("input", "decimal"), "date": control("input", "date"),
      "time": control("input", "time"), "dateTime": control("input", "dateTime"),
      "geopoint": control("input", "geopoint"), "geotrace": control("input", "geotrace"),
      "geoshape": control("input", "geoshape"), "barcode": control("input", "barcode"),
      "select one": control("select1", "string"),
      "select all that apply": control("select", "string"),
      "select one external": control("input", "string"), "rank": control("odk:rank", "odk:rank"),
      "acknowledge": control("trigger", "string"), "trigger": Entry(tag: "trigger"),
      "range": control("range", "int"), "calculate": control(nil, "string"),
      "hidden": control(nil, "string"), "audit": control(nil, "binary"),
      "photo": upload("image/*"), "audio": upload("audio/*"), "video": upload("video/*"),
      "file": upload("application/*"), "osm": upload("osm/*"),
      "note": Entry(
        tag: "input", bind: ["readonly": .text("true()"), "type": .text("string")]),
      "start": preload("timestamp", "dateTime", "start"),
      "end": preload("timestamp", "dateTime", "end"), "today": preload("date", "date", "today"),
      "start-geopoint": control("action", "geopoint"),
      "background-audio": control("action", "binary"),
      "background-geopoint": control("trigger", "geopoint"),
      "percentage": number(upTo: 100, hint: false),
      "number of days in last month": number(upTo: 31, hint: true),
      "number of days in last six months": number(upTo: 183, hint: true),
      "number of days in last year": number(upTo: 365, hint: true),
      "phone number": Entry(
        tag: "input",
        bind: ["type": .text("string"), "constraint": .text("regex(., '^\\d*$')")],
        hint: "Enter numbers only."),
      "csv-external": Entry(), "xml-external": Entry(),
    ]
    for name in ["deviceid", "subscriberid", "simserial", "phonenumber", "username", "email"] {
      table[name] = preload("property", "string", name)
      table["uri:" + name] = preload("property", "string", "uri:" + name)
    }
    return table
  }()

  /// Other names of the same types, from many years of XLSForms.
  private static let aliases: [String: String] = [
    "imei": "deviceid", "image": "photo", "add image prompt": "photo", "add photo prompt": "photo",
    "q picture": "photo", "q image": "photo", "add audio prompt": "audio", "q audio": "audio",
    "add video prompt": "video", "q video": "video", "add file prompt": "file",
    "string": "text", "q string": "text", "add text prompt": "text", "int": "integer",
    "q int": "integer", "add integer prompt": "integer", "q decimal": "decimal",
    "add decimal prompt": "decimal", "q date": "date", "add date prompt": "date",
    "datetime": "dateTime", "date time": "dateTime", "q dateTime": "dateTime",
    "q date time": "dateTime", "add dateTime prompt": "dateTime",
    "add date time prompt": "dateTime", "location": "geopoint", "gps": "geopoint",
    "q geopoint": "geopoint", "q location": "geopoint", "add location prompt": "geopoint",
    "q geotrace": "geotrace", "q geoshape": "geoshape", "q barcode": "barcode",
    "add barcode prompt": "barcode", "q note": "note", "add note prompt": "note",
    "q acknowledge": "acknowledge", "add acknowledge prompt": "acknowledge",
    "q calculate": "calculate", "add calculate prompt": "calculate", "start time": "start",
    "get start time": "start", "end time": "end", "get end time": "end", "get today": "today",
    "device id": "deviceid", "get device id": "deviceid", "subscriber id": "subscriberid",
    "get subscriber id": "subscriberid", "sim id": "simserial", "get sim id": "simserial",
    "get phone number": "phonenumber", "q select": "select all that apply",
    "q select1": "select one", "select one using": "select one",
    "select multiple using": "select all that apply",
    "select multiple from": "select all that apply",
    "select all that apply from": "select all that apply",
  ]

  /// What stands before the name of a list, and the type that it means.
  static let selects: [(command: String, type: String)] = [
    ("add select one prompt using", "select one"),
    ("add select multiple prompt using", "select all that apply"),
    ("select all that apply from", "select all that apply"), ("select one from file", "select one"),
    ("select multiple from file", "select all that apply"), ("select one from", "select one"),
    ("select_one_from_file", "select one"),
    ("select_multiple_from_file", "select all that apply"),
    ("select_one_external", "select one external"), ("select1", "select one"),
    ("select_one", "select one"), ("select one", "select one"),
    ("select_multiple", "select all that apply"),
    ("select all that apply", "select all that apply"), ("rank", "rank"),
  ]
}
