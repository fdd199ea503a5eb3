/// Files that attack the XML reader: deep, wide, huge, cut short, full of entities.
enum Documents {
  static func all(_ size: Size) -> [HostileForm] {
    [
      HostileForm("nested 100,000 deep", .refused) {
        let deep = size(100_000)
        return FormParts(record: nested(deep)).files
      },
      HostileForm("groups 55 deep, all asked", .opened, keys: [("/data/a", "1")]) {
        let path = repeated(50) { _ in "/g" }
        return FormParts(
          record: "<a/>" + repeated(50) { _ in "<g>" } + "<b/>" + repeated(50) { _ in "</g>" },
          binds: "<bind nodeset=\"/data\(path)/b\" relevant=\"/data/a = 1\"/>",
          body: FormParts.question("a") + "<input ref=\"/data\(path)/b\"><label>b</label></input>"
        ).files
      },
      HostileForm("a million empty elements", .refusedInFull) {
        FormParts(record: repeated(size(1_000_000)) { _ in "<a/>" }).files
      },
      HostileForm("100,000 attributes on one element") {
        FormParts(record: "<a \(repeated(size(100_000)) { "a\($0)=\"\" " })/>").files
      },
      HostileForm("40 MB of one comment", .refusedInFull) {
        FormParts(record: "<a/><!--\(String(repeating: "x", count: size(40_000_000)))-->").files
      },
      HostileForm("30 MB of one text") {
        FormParts(record: "<a>\(String(repeating: "x", count: size(30_000_000)))</a>").files
      },
      HostileForm("a name of 10 MB") {
        let name = String(repeating: "n", count: size(10_000_000))
        return FormParts(record: "<\(name)/>").files
      },
      HostileForm("cut short", .refused) {
        let whole = FormParts(record: "<a/>", body: FormParts.question("a")).files.xform
        return HostileForm.Files(xform: Array(whole.dropLast(whole.count / 2)))
      },
      HostileForm("not text at all", .refused) {
        HostileForm.Files(xform: (0..<size(1_000_000)).map { UInt8(truncatingIfNeeded: $0 * 31) })
      },
      HostileForm("broken UTF-8", .refused) {
        HostileForm.Files(
          xform: Array("<h:html xmlns:h=\"x\"><a>".utf8) + [0xC3, 0x28, 0xFF]
            + Array("</a></h:html>".utf8))
      },
      HostileForm("nothing", .refused) { HostileForm.Files(xform: []) },
      HostileForm("a billion laughs", .refused) { entities(levels: 10, width: 10) },
      HostileForm("one entity, a hundred thousand times", .refused) {
        let big = String(repeating: "x", count: size(100_000))
        return doctype(
          "<!ENTITY x \"\(big)\">", content: String(repeating: "&x;", count: size(100_000)))
      },
      HostileForm("an entity from the disk", .refused) {
        doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">", content: "&x;")
      },
      HostileForm("a parameter entity", .refused) {
        doctype("<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;", content: "")
      },
    ]
  }

  private static func nested(_ depth: Int) -> String {
    repeated(depth) { _ in "<a>" } + repeated(depth) { _ in "</a>" }
  }

  private static func entities(levels: Int, width: Int) -> HostileForm.Files {
    let rest = repeated(levels) { level in
      "<!ENTITY e\(level + 1) \"\(String(repeating: "&e\(level);", count: width))\">"
    }
    return doctype("<!ENTITY e0 \"ha\">" + rest, content: "&e\(levels);")
  }

  private static func doctype(_ declarations: String, content: String) -> HostileForm.Files {
    let form = FormParts(record: "<a>\(content)</a>", body: FormParts.question("a")).text
    return HostileForm.Files(xform: Array("<!DOCTYPE x [\(declarations)]>\n\(form)".utf8))
  }
}
