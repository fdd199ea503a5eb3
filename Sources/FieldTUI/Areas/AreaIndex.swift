import TerminalKit
import ThaiText

/// The areas of the country, ready to be looked up by code and by any part of their names.
///
/// It shares the bytes of thai-areas.csv with whoever else holds them and adds about 300 KB.
struct AreaIndex: Sendable {
  let table: AreaTable
  let thai: NameKeys
  let english: NameKeys

  /// Returns nil when the bytes are not a list of areas.
  init?(csv: [UInt8]) {
    guard let table = AreaTable(csv: csv) else { return nil }
    self.table = table
    thai = table.keys(ofColumn: 3)
    english = table.keys(ofColumn: 4)
  }

  func area(_ code: String) -> Area? {
    table.row(of: code.utf8).map(table.area)
  }

  func place(_ code: String) -> Place? {
    guard code.utf8.count == 6 else { return nil }
    guard let subdistrict = area(code), let district = area(String(code.prefix(4))),
      let province = area(String(code.prefix(2)))
    else { return nil }
    return Place(subdistrict: subdistrict, district: district, province: province)
  }

  /// What the four digits of a registry office stand for: a district and its province, or, for a
  /// municipality's office, the province alone.
  func registryOffice(_ code: String, in language: Language) -> String? {
    guard let province = area(String(code.prefix(2))) else { return nil }
    guard let district = area(code) else { return province.name(in: language) }
    let parts = [district.name(in: language), province.name(in: language)]
    return parts.joined(separator: language == .thai ? " " : ", ")
  }
}

/// Folded names one after the other, each ended by a zero byte.
struct NameKeys: Sendable {
  let bytes: [UInt8]
  private let starts: [UInt32]

  init(_ names: some Sequence<UnsafeBufferPointer<UInt8>>) {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    for name in names {
      SearchBytes.append(name, to: &bytes)
      bytes.append(0)
      starts.append(UInt32(bytes.count))
    }
    self.bytes = bytes
    self.starts = starts
  }

  private init(bytes: [UInt8], starts: [UInt32]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// The same English names in the spelling that all ways of writing Thai in Latin share.
  ///
  /// Made when a search needs it: few do.
  func loosened() -> NameKeys {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    for row in 0..<count {
      bytes += SearchBytes.loosened(self.bytes[start(row)..<end(row) - 1]) + [0]
      starts.append(UInt32(bytes.count))
    }
    return NameKeys(bytes: bytes, starts: starts)
  }

  var count: Int { starts.count - 1 }

  /// Where a name begins.
  func start(_ row: Int) -> Int { Int(starts[row]) }

  /// Where the next name begins; the byte before is the zero.
  func end(_ row: Int) -> Int { Int(starts[row + 1]) }
}
