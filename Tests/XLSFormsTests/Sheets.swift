import FoundationEssentials
import Testing

@testable import XLSForms

/// XLSForms in tests, as tables between bars.
enum Sheets {
  static func convert(_ table: String) -> XLSForm.Conversion {
    XLSForm.convert(Array(table.utf8), .markdown, named: "village")
  }

  /// The line of the XForm in which a text stands, without its indentation.
  static func line(_ part: String, of table: String) throws -> String {
    let conversion = convert(table)
    let xform = try #require(conversion.xform, "\(conversion.findings)")
    let line = xform.split(separator: "\n").first { $0.contains(part) }
    return trimmed(try #require(line, "\(xform)"))
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }
}
