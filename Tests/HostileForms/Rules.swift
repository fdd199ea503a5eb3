/// Forms whose rules attack the recalculation: circles, chains, fans, growth and repeats.
enum Rules {
  static func all(_ size: Size) -> [HostileForm] {
    [
      HostileForm("a circle of 10,000 rules", .refused) {
        let count = size(10_000)
        return calculations(count) { "/data/c\(($0 + 1) % count)" }
      },
      HostileForm("5,000 circles", .refused) {
        calculations(size(10_000)) { "/data/c\($0 ^ 1)" }
      },
      HostileForm("a chain of 10,000 rules", keys: [("/data/a", "1"), ("/data/a", "2")]) {
        calculations(size(10_000)) { $0 == 0 ? "/data/a + 1" : "/data/c\($0 - 1) + 1" }
      },
      HostileForm("15,000 rules on one answer", keys: [("/data/a", "1"), ("/data/a", "2")]) {
        calculations(size(15_000)) { _ in "/data/a + 1" }
      },
      HostileForm("3,000 rules that read everything", keys: [("/data/a", "1")]) {
        let count = size(3_000)
        return FormParts(
          record: "<a/><all>" + repeated(count) { "<v\($0)>1</v\($0)>" } + "</all>"
            + repeated(count) { "<c\($0)/>" },
          binds: repeated(count) {
            "<bind nodeset=\"/data/c\($0)\" calculate=\"sum(/data/all/*) + /data/a\"/>"
          },
          body: FormParts.question("a")
        ).files
      },
      HostileForm("50,000 questions", keys: [("/data/q0", "1"), ("/data/q1", "2")]) {
        let count = size(50_000)
        return FormParts(
          record: repeated(count) { "<q\($0)/>" },
          binds: repeated(count) {
            "<bind nodeset=\"/data/q\($0)\" type=\"int\" constraint=\". &lt; 10\" "
              + "relevant=\"\($0 == 0 ? "true()" : "/data/q\($0 - 1) != 3")\"/>"
          },
          body: repeated(count) { FormParts.question("q\($0)") }
        ).files
      },
      HostileForm("text that doubles sixty times", keys: [("/data/a", "ก"), ("/data/a", "ข")]) {
        calculations(60) { $0 == 0 ? "/data/a" : "concat(/data/c\($0 - 1), /data/c\($0 - 1))" }
      },
      HostileForm("a repeat counted to a billion", keys: [("/data/a", "1000000000")]) {
        counted("/data/a")
      },
      HostileForm("repeats within repeats within repeats", keys: [("/data/a", "\(size(1_000))")]) {
        let groups = ["/data/r", "/data/r/r", "/data/r/r/r"]
        return FormParts(
          record: "<a/><r><r><r><b/></r></r></r>",
          binds: "<bind nodeset=\"/data/a\" type=\"int\"/>",
          body: FormParts.question("a")
            + groups.map { "<repeat nodeset=\"\($0)\" jr:count=\"/data/a\">" }.joined()
            + "<input ref=\"/data/r/r/r/b\"><label>b</label></input></repeat></repeat></repeat>"
        ).files
      },
      HostileForm("actions that set each other off", keys: [("/data/a", "1"), ("/data/b", "2")]) {
        FormParts(
          record: "<a/><b/>",
          body: ["ab", "ba"].map { pair in
            let (one, other) = (pair.first ?? "a", pair.last ?? "b")
            return "<input ref=\"/data/\(one)\"><label>x</label><setvalue "
              + "event=\"xforms-value-changed\" ref=\"/data/\(other)\" value=\"/data/\(one) + 1\"/></input>"
          }.joined()
        ).files
      },
    ]
  }

  private static func calculations(
    _ count: Int, _ rule: (Int) -> String
  ) -> HostileForm.Files {
    FormParts(
      record: "<a/>" + repeated(count) { "<c\($0)/>" },
      binds: repeated(count) { "<bind nodeset=\"/data/c\($0)\" calculate=\"\(rule($0))\"/>" },
      body: FormParts.question("a")
    ).files
  }

  private static func counted(_ count: String) -> HostileForm.Files {
    FormParts(
      record: "<a/><r jr:template=\"\"><b/><c/></r><r><b/><c/></r>",
      binds: "<bind nodeset=\"/data/a\" type=\"int\"/>"
        + "<bind nodeset=\"/data/r/c\" calculate=\"count(../../r) + position(..)\"/>",
      body: FormParts.question("a")
        + "<group ref=\"/data/r\"><repeat nodeset=\"/data/r\" jr:count=\"\(count)\">"
        + "<input ref=\"/data/r/b\"><label>b</label></input></repeat></group>"
    ).files
  }
}
