import SurveyForms

/// The rows of thai-areas.csv, read where they lie: only their places are kept.
///
/// Columns are `code,level,parent,name_th,name_en,postcode`, without quotes, sorted by level and
/// then by code; a file in another order is refused.
struct AreaTable: Sendable {
  /// The list's name in forms; its file lies beside them.
  static let list = "thai-areas"

  private let bytes: [UInt8]
  private let starts: [UInt32]
  /// How many of the first rows are provinces, and how many are provinces or districts.
  let provinceEnd: Int
  let districtEnd: Int
  /// For each district and subdistrict the row of the area that it lies in.
  private let parents: [UInt16]

  init?(csv bytes: [UInt8]) {
    guard bytes.starts(with: Array("code,level,parent,name_th,name_en,postcode\n".utf8)) else {
      return nil
    }
    self.bytes = bytes
    starts = Self.rowStarts(in: bytes)
    let lengths = starts.map { Self.codeLength(in: bytes, at: Int($0)) }
    provinceEnd = lengths.firstIndex { $0 != 2 } ?? lengths.count
    districtEnd = lengths.firstIndex { $0 == 6 } ?? lengths.count
    guard lengths[provinceEnd..<districtEnd].allSatisfy({ $0 == 4 }),
      lengths[districtEnd...].allSatisfy({ $0 == 6 })
    else { return nil }
    parents = Self.parents(in: bytes, starts, provinceEnd, districtEnd)
  }

  var count: Int { starts.count }

  /// The rows with codes of this length: 2, 4 or 6.
  func rows(ofLength length: Int) -> Range<Int> {
    switch length {
    case 2: 0..<provinceEnd
    case 4: provinceEnd..<districtEnd
    case 6: districtEnd..<count
    default: 0..<0
    }
  }

  func area(at row: Int) -> Area {
    let line = bytes[Int(starts[row])..<end(of: row)]
    let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let postcodes = fields.count > 5 ? fields[5].split(separator: " ").map(String.init) : []
    return Area(
      code: fields[0], thai: fields.count > 3 ? fields[3] : "",
      english: fields.count > 4 ? fields[4] : "", postcodes: postcodes)
  }

  func code(at row: Int) -> ArraySlice<UInt8> {
    let start = Int(starts[row])
    return bytes[start..<start + (row < provinceEnd ? 2 : row < districtEnd ? 4 : 6)]
  }

  /// The postcodes of an area, separated by spaces, where they lie.
  func postcodes(at row: Int) -> ArraySlice<UInt8> {
    let line = bytes[Int(starts[row])..<end(of: row)]
    return line[(line.lastIndex(of: 0x2C) ?? line.endIndex - 1) + 1..<line.endIndex]
  }

  /// The row of the area around a district or a subdistrict.
  func parent(of row: Int) -> Int { Int(parents[row - provinceEnd]) }

  /// Folds one column of every row for searching.
  func keys(ofColumn column: Int) -> NameKeys {
    bytes.withUnsafeBufferPointer { bytes in
      NameKeys(
        starts.lazy.map { start in
          var index = Int(start)
          for _ in 0..<column {
            while bytes[index] != 0x2C { index += 1 }
            index += 1
          }
          let start = index
          while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A { index += 1 }
          return UnsafeBufferPointer(rebasing: bytes[start..<index])
        })
    }
  }

  /// The row of a code, found by halving.
  func row(of code: some Collection<UInt8>) -> Int? {
    var range = rows(ofLength: code.count)
    while let first = range.first, let last = range.last {
      let middle = (first + last) / 2
      let found = self.code(at: middle)
      if found.elementsEqual(code) { return middle }
      range = found.lexicographicallyPrecedes(code) ? middle + 1..<last + 1 : first..<middle
    }
    return nil
  }

  private func end(of row: Int) -> Int {
    let next = row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count + 1
    return bytes.last == 0x0A || row + 1 < starts.count ? next - 1 : bytes.count
  }

  private static func rowStarts(in bytes: [UInt8]) -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      var starts: [UInt32] = []
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x0A, index + 1 < bytes.count { starts.append(UInt32(index + 1)) }
        index += 1
      }
      return starts
    }
  }

  /// Walks parents and children side by side: both are sorted by code.
  private static func parents(
    in bytes: [UInt8], _ starts: [UInt32], _ provinceEnd: Int, _ districtEnd: Int
  ) -> [UInt16] {
    var parents: [UInt16] = []
    var parent = 0
    for row in provinceEnd..<max(provinceEnd, starts.count) {
      let length = row < districtEnd ? 2 : 4
      if row == districtEnd { parent = provinceEnd }
      let end = row < districtEnd ? provinceEnd : districtEnd
      let prefix = bytes[Int(starts[row])..<Int(starts[row]) + length]
      while parent + 1 < end,
        !bytes[Int(starts[parent])..<Int(starts[parent]) + length].elementsEqual(prefix)
      { parent += 1 }
      parents.append(UInt16(clamping: parent))
    }
    return parents
  }

  private static func codeLength(in bytes: [UInt8], at start: Int) -> Int {
    (bytes[start...].firstIndex(of: 0x2C) ?? bytes.count) - start
  }
}

extension Question {
  /// Whether its choices are areas.
  var choosesAreas: Bool { itemset?.instance == AreaTable.list }
}
