/// Expressions and patterns that attack their reader or whoever works them out.
enum Expressions {
  static func all(_ size: Size) -> [HostileForm] {
    [
      refused("100,000 brackets", nested("(", "1", ")", size(100_000)), .refusedInFull),
      refused("100,000 calls", nested("not(", "1", ")", size(100_000)), .refusedInFull),
      refused(
        "100,000 predicates in each other", nested("/data/a[", "1", "]", size(100_000)),
        .refusedInFull),
      refused(
        "100,000 additions", "1" + String(repeating: " + 1", count: size(100_000)), .refusedInFull),
      refused("100,000 signs", String(repeating: "-", count: size(100_000)) + "1", .either),
      refused(
        "a path of 100,000 steps", "." + String(repeating: "/..", count: size(100_000)),
        .either),
      refused(
        "100,000 alternatives", "1 = 2" + String(repeating: " or 1 = 2", count: size(100_000)),
        .either),
      refused(
        "100,000 predicates behind each other",
        "/data/a" + String(repeating: "[1]", count: size(100_000)), .either),
      refused(
        "100,000 arguments", "concat('x'\(String(repeating: ",'x'", count: size(100_000))))",
        .either),
      refused(
        "a text of 5 MB", "'\(String(repeating: "x", count: size(5_000_000)))'", .either),
      refused("a text that never ends", "'" + String(repeating: "x", count: size(5_000_000))),
      counting("everything in everything in everything", size(2_000)),
      pattern("(a+)+b", matching: String(repeating: "a", count: size(5_000))),
      pattern("(a|aa)*(a|aa)*(a|aa)*b", matching: String(repeating: "a", count: size(5_000))),
      pattern("(.*)*(.*)*(.*)*[^a]", matching: String(repeating: "a", count: size(5_000))),
      pattern("((a{0,100}){0,100}){0,100}", matching: String(repeating: "a", count: size(5_000))),
      pattern("a{1000000000}", matching: "a"),
      pattern("((a{65535}){65535}){65535}", matching: "a"),
      pattern(nested("(", "a", ")", size(100_000)), matching: "a"),
      pattern(nested("(", "a", ")*", size(100_000)), matching: "a"),
      pattern(
        String(repeating: "a?", count: size(3_000)) + String(repeating: "a", count: size(3_000)),
        matching: String(repeating: "a", count: size(3_000))),
      numbers,
    ]
  }

  private static func nested(_ open: String, _ core: String, _ close: String, _ depth: Int)
    -> String
  {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for letter in text {
      switch letter {
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      default: escaped.append(letter)
      }
    }
    return escaped
  }

  private static func form(_ rule: String, kind: String = "calculate") -> HostileForm.Files {
    FormParts(
      record: "<a/><b/>", binds: "<bind nodeset=\"/data/b\" \(kind)=\"\(escaped(rule))\"/>",
      body: FormParts.question("a") + FormParts.question("b")
    ).files
  }

  private static func refused(
    _ name: String, _ rule: @escaping @autoclosure @Sendable () -> String,
    _ fate: HostileForm.Fate = .refused
  ) -> HostileForm {
    HostileForm(name, fate, keys: [("/data/a", "1")]) { form(rule()) }
  }

  private static func pattern(_ pattern: String, matching text: String) -> HostileForm {
    HostileForm("the pattern \(pattern.prefix(24))", keys: [("/data/b", text)]) {
      form("regex(., '\(pattern)')", kind: "constraint")
    }
  }

  private static func counting(_ name: String, _ count: Int) -> HostileForm {
    HostileForm(name, keys: [("/data/a", "1")]) {
      FormParts(
        record: "<a/><c/><all>" + repeated(count) { "<v\($0)>1</v\($0)>" } + "</all>",
        binds: "<bind nodeset=\"/data/c\" calculate=\"count(/data/all/*[count(/data/all/*[count("
          + "/data/all/*[. = /data/a]) &gt; 0]) &gt; 0])\"/>",
        body: FormParts.question("a")
      ).files
    }
  }

  /// Functions called with the numbers that integers cannot hold.
  private static var numbers: HostileForm {
    let extremes = [
      "1 div 0", "-1 div 0", "pow(10, 300)", "0 div 0", "9223372036854775807",
      "-99999999999999999999", "0.1",
    ]
    let calls = [
      "int(%)", "round(%, 2)", "round(2.5, %)", "substr('abc', %)", "substr('abc', %, %)",
      "date(%)", "format-date(%, '%%Y-%%m-%%d')", "format-date-time(%, '%%H')",
      "decimal-date-time(%)",
      "decimal-time(%)", "string(%)", "% mod 7", "/data/all/v[%]", "/data/all/v[position() = %]",
      "indexed-repeat(/data/all/v, /data/all, %)", "pow(%, %)", "sqrt(%)", "exp10(%)", "abs(%)",
      "selected-at('a b', %)", "position(/data/all[%])", "boolean-from-string(%)",
      "weighted-checklist(%, %, 1, 1)",
      "checklist(%, %, 1)", "randomize(/data/all/*, %)", "uuid(%)", "number(%)",
      "log(%)",
    ]
    let rules = calls.flatMap { call in
      extremes.map { extreme in
        let joined = call.split(separator: "%%", omittingEmptySubsequences: false).map {
          $0.split(separator: "%", omittingEmptySubsequences: false).joined(
            separator: "(\(extreme))")
        }.joined(separator: "%")
        return joined
      }
    }
    return HostileForm("numbers that no integer holds", keys: [("/data/a", "1")]) {
      FormParts(
        record: "<a/><all><v>1</v></all>" + repeated(rules.count) { "<c\($0)/>" },
        binds: repeated(rules.count) {
          "<bind nodeset=\"/data/c\($0)\" type=\"int\" calculate=\"\(escaped(rules[$0]))\"/>"
        },
        body: FormParts.question("a")
      ).files
    }
  }
}
