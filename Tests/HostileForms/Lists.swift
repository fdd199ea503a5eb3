/// Forms with more choices and texts than anybody reads.
enum Lists {
  static func all(_ size: Size) -> [HostileForm] {
    [
      HostileForm("200,000 choices in the form", keys: [("/data/a", "n1"), ("/data/b", "n3")]) {
        written(size(200_000))
      },
      HostileForm(
        "a million rows beside the form", keys: [("/data/a", "x"), ("/data/b", "n3")]
      ) {
        var form = choosing("instance('big')/root/item[contains(label, /data/a)]")
        form.media["big.csv"] = Array(
          ("name,label\n" + repeated(size(1_000_000)) { "n\($0),Label \($0)\n" }).utf8)
        return form
      },
      HostileForm("a list of the same name", keys: [("/data/a", "1"), ("/data/b", "n")]) {
        var form = choosing("instance('big')/root/item[group = /data/a]")
        form.media["big.csv"] = Array(
          ("name,label,group\n" + repeated(size(300_000)) { _ in "n,Label,1\n" }).utf8)
        return form
      },
      HostileForm("a table that is one open quote", .refused) {
        var form = choosing("instance('big')/root/item")
        form.media["big.csv"] =
          Array("name,label\n\"".utf8)
          + Array(repeating: UInt8(ascii: "x"), count: size(30_000_000))
        return form
      },
      HostileForm("100 languages of 2,000 texts") {
        FormParts(
          record: "<a/>", body: "<input ref=\"/data/a\"><label ref=\"jr:itext('t0')\"/></input>",
          model: "<itext>"
            + repeated(100) { language in
              "<translation lang=\"l\(language)\">"
                + repeated(size(2_000)) { "<text id=\"t\($0)\"><value>text</value></text>" }
                + "</translation>"
            } + "</itext>"
        ).files
      },
      HostileForm("texts that show each other", keys: [("/data/a", "1")]) {
        FormParts(
          record: "<a/>", body: "<input ref=\"/data/a\"><label ref=\"jr:itext('x')\"/></input>",
          model: "<itext><translation lang=\"x\">"
            + "<text id=\"x\"><value>x <output value=\"jr:itext('y')\"/></value></text>"
            + "<text id=\"y\"><value>y <output value=\"concat(jr:itext('x'), jr:itext('x'))\"/></value></text>"
            + "</translation></itext>"
        ).files
      },
    ]
  }

  private static func choosing(_ nodes: String) -> HostileForm.Files {
    form(nodes, list: "<instance id=\"big\" src=\"jr://file-csv/big.csv\"/>")
  }

  private static func written(_ count: Int) -> HostileForm.Files {
    form(
      "instance('big')/root/item[name != /data/a]",
      list: "<instance id=\"big\"><root>"
        + repeated(count) { "<item><name>n\($0)</name><label>Label \($0)</label></item>" }
        + "</root></instance>")
  }

  private static func form(_ nodes: String, list: String) -> HostileForm.Files {
    FormParts(
      record: "<a/><b/>",
      body: FormParts.question("a")
        + "<select1 ref=\"/data/b\"><label>b</label><itemset nodeset=\"\(nodes)\">"
        + "<value ref=\"name\"/><label ref=\"label\"/></itemset></select1>",
      model: list
    ).files
  }
}
