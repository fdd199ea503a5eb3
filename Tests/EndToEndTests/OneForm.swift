import FoundationEssentials
import TestSupport

/// A form of a test's own, where the app finds it.
enum OneForm {
  static let id = "one"

  /// Writes the form and the lists beside it below a folder.
  static func install(
    _ xform: String, lists: [String: [UInt8]] = [:], in folder: TemporaryFolder
  ) throws {
    let home = folder.path + "/forms/" + id
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/home", withIntermediateDirectories: true)
    try folder.write(xform, to: "forms/one/one.xml")
    for (name, bytes) in lists { try folder.write(bytes, to: "forms/one/" + name) }
  }

  /// A page with two names and a number.
  static let threeTexts = xform(
    record: "<first/><last/><card/>", title: "concat(/data/first, ' ', /data/last)",
    body: """
      <input ref="/data/first"><label>ชื่อตัว</label></input>
      <input ref="/data/last"><label>ชื่อสกุล</label></input>
      <input ref="/data/card"><label>เลขประจำตัว</label></input>
      """)

  /// A form whose questions stand on one page.
  static func xform(
    record: String, title: String = "''", binds: String = "", more: String = "", body: String
  ) -> String {
    """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>แบบทดลอง</h:title><model>
    <instance><data id="one" version="1">\(record)<meta><instanceID/><instanceName/></meta></data>
    </instance>\(more)\(binds)<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>
    <bind nodeset="/data/meta/instanceName" calculate="\(title)"/></model></h:head>
    <h:body>\(body)</h:body></h:html>
    """
  }
}

extension Pty {
  /// Opens an entry of a menu by the number that stands before it.
  func choose(_ entry: String) throws {
    try wait(for: ") \(entry)")
    let line = screen.lines.first { $0.contains(") \(entry)") } ?? ""
    let digits = line.prefix { $0 != ")" }.filter(\.isNumber)
    try type(String(digits.suffix(1)))
  }

  /// Goes back by Escape, which empties a search first; a key right behind it would be taken as one
  /// with Alt held, and one more than needed locks the screen.
  func goHome() throws {
    for _ in 0..<6 where !screen.text.contains("หน้าหลัก") {
      let before = screen.text
      try type("\u{1B}")
      try wait(for: "what Escape does") { $0.text != before }
      // A second one sooner would be a key that bounces.
      try settle(milliseconds: 300)
    }
    try wait(for: "หน้าหลัก")
  }
}
