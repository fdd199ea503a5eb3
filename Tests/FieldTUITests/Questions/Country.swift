import Glibc
import ThaiText

@testable import FieldTUI

/// The areas of the country, read from the form's folder once.
enum Country {
  static let bytes: [UInt8] = contents(of: "forms/affected-person/thai-areas.csv")
  static let areas = AreaIndex(csv: bytes)

  /// A surveyor of Phang Khon who fills in a form on 20 April 2563.
  static let setting = QuestionSetting(
    language: .thai, areas: areas, home: "470501", today: CivilDate(daysSince1970: 18_372))

  /// The bytes of a file of the repository.
  static func contents(of path: String) -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    guard let file = fopen("\(root)/\(path)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}
