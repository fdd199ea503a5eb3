import SurveyForms

/// Reads the sheets of an Office Open XML workbook (ECMA-376, part 1, 18).
struct XLSXSheets {
  private let archive: ZIPArchive
  private var budget = CellBudget()
  /// The bytes of all parts that were unpacked; one part may be named by many sheets.
  private var unpacked = 0
  private var strings: [String] = []
  private var dateStyles: Set<Int> = []

  static func read(_ bytes: [UInt8]) throws(WorkbookFailure) -> Workbook {
    var reader = XLSXSheets(archive: try ZIPArchive(bytes))
    try reader.readStrings()
    try reader.readStyles()
    return try reader.workbook()
  }

  private init(archive: ZIPArchive) {
    self.archive = archive
  }

  private mutating func document(_ name: String) throws(WorkbookFailure) -> XMLTree.Element? {
    guard let bytes = try archive.file(name) else { return nil }
    unpacked += bytes.count
    guard unpacked <= ZIPArchive.sizeLimit else { throw .tooLarge }
    do throws(XMLTree.Failure) {
      return try XMLTree(bytes).root
    } catch {
      let isTooLarge = [.tooLarge, .tooManyElements].contains(error.refusal)
      throw isTooLarge ? .tooLarge : .damagedSheet(name)
    }
  }

  private mutating func readStrings() throws(WorkbookFailure) {
    strings = (try document("xl/sharedStrings.xml"))?.elements.map { trimmed(Self.words($0)) } ?? []
  }

  /// The text of a string, in one run or several; how it is read aloud is left out.
  private static func words(_ element: XMLTree.Element) -> String {
    element.elements.map { part in
      switch part.local {
      case "t": part.text
      case "r": part.first("t")?.text ?? ""
      default: ""
      }
    }.joined()
  }

  private mutating func readStyles() throws(WorkbookFailure) {
    guard let styles = try document("xl/styles.xml") else { return }
    var dates = Set(14...22).union(45...47)
    for format in styles.elements(in: "numFmts") {
      let code = format.attribute("formatCode")?.lowercased() ?? ""
      guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
      if code.contains(where: { "ymdhs".contains($0) }), !code.contains("general") {
        dates.insert(id)
      }
    }
    for (index, format) in styles.elements(in: "cellXfs").enumerated() {
      guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
      if dates.contains(id) { dateStyles.insert(index) }
    }
  }

  private mutating func workbook() throws(WorkbookFailure) -> Workbook {
    guard let book = try document("xl/workbook.xml"), let sheets = book.first("sheets"),
      let relations = try document("xl/_rels/workbook.xml.rels")
    else { throw .damagedSheet("xl/workbook.xml") }
    var targets: [String: String] = [:]
    for relation in relations.elements {
      targets[relation.attribute("Id") ?? ""] = relation.attribute("Target")
    }
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var workbook = Workbook()
    for sheet in sheets.elements {
      let id = sheet.attribute("id", in: relationships) ?? ""
      guard let target = targets[id] else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let content = try document(path) else { throw .damagedSheet(path) }
      workbook.sheets.append(try read(content, named: sheet.attribute("name") ?? ""))
    }
    return workbook
  }

  private mutating func read(
    _ sheet: XMLTree.Element, named name: String
  ) throws(WorkbookFailure) -> Workbook.Sheet {
    var rows: [[String]] = []
    for row in sheet.elements(in: "sheetData") {
      let number = row.attribute("r").flatMap { Int($0) } ?? rows.count + 1
      // A row far below the last one belongs to no form.
      guard number > rows.count, number <= rows.count + 1_000 else { continue }
      let cells = cells(of: row)
      try budget.take(cells, blankRows: number - 1 - rows.count)
      while rows.count < number - 1 { rows.append([]) }
      rows.append(cells)
    }
    while rows.last?.allSatisfy({ trimmed($0).isEmpty }) == true { rows.removeLast() }
    let blank = rows.prefix { row in row.allSatisfy { trimmed($0).isEmpty } }.count
    return Workbook.Sheet(name: name, rows: Array(rows.dropFirst(blank)), firstRow: blank + 1)
  }

  private func cells(of row: XMLTree.Element) -> [String] {
    var cells: [String] = []
    for cell in row.elements where cell.local == "c" {
      let column = cell.attribute("r").flatMap(Self.column) ?? cells.count
      guard column >= cells.count, column < 1_000 else { continue }
      while cells.count < column { cells.append("") }
      cells.append(trimmed(text(of: cell)))
    }
    return cells
  }

  /// 2 for C14.
  private static func column(_ place: String) -> Int? {
    let letters = place.unicodeScalars.prefix { ("A"..."Z").contains($0) }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
  }

  private func text(of cell: XMLTree.Element) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell.attribute("t") ?? "n" {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return "" }
      return strings[index]
    case "inlineStr": return cell.first("is").map(Self.words) ?? ""
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "n":
      let style = cell.attribute("s").flatMap { Int($0) } ?? 0
      return number(value, isDate: dateStyles.contains(style))
    default: return value
    }
  }

  private func number(_ text: String, isDate: Bool) -> String {
    guard let number = Double(text) else { return text }
    if isDate { return Self.moment(number) }
    guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
    return String(Int(number))
  }

  /// A day counted from 1899-12-30, as spreadsheets do.
  private static func moment(_ days: Double) -> String {
    guard days >= 0, days < 3_000_000 else { return "\(days)" }
    let seconds = Int((days * 86_400).rounded())
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(padded)
    let time = clock.joined(separator: ":")
    if days < 1 { return time }
    // Howard Hinnant's calendar of days since 0000-03-01.
    let day = seconds / 86_400 + 693_900 + 0
    let era = day / 146_097
    let ofEra = day % 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let date = ofYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    return "\(year + era * 400 + (number <= 2 ? 1 : 0))-\(padded(number))-\(padded(date)) \(time)"
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
