/// Finds where the cells of a CSV file begin, row by row.
struct CSVScan {
  static let quote = UInt8(ascii: "\"")

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place: Int
  /// Whether a quote was opened and never closed.
  private(set) var isBroken = false

  /// Nil when there is nothing, or not UTF-8.
  init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    let isASCII = bytes.reduce(0, |) < 0x80
    guard isASCII || String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let heading = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let isSemicolon = heading.contains(UInt8(ascii: ";")) && !heading.contains(UInt8(ascii: ","))
    separator = UInt8(ascii: isSemicolon ? ";" : ",")
  }

  var isAtEnd: Bool { place >= bytes.count }

  /// Appends the starts of the cells of the next row, and the place one after its last cell's end.
  mutating func row(into starts: inout [UInt32]) {
    (place, isBroken) = CSVScan.row(of: bytes.span, from: place, separator, into: &starts)
  }

  /// Where the next row begins, and whether this one ends inside quotes.
  private static func row(
    of bytes: Span<UInt8>, from first: Int, _ separator: UInt8, into starts: inout [UInt32]
  ) -> (next: Int, isBroken: Bool) {
    starts.append(UInt32(first))
    var place = first
    var isQuoted = false
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      // Nearly every byte is a letter, and no letter of any script is below this.
      if byte > UInt8(ascii: ";") { continue }
      if byte == CSVScan.quote {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if byte == separator {
        starts.append(UInt32(place))
      } else if byte == UInt8(ascii: "\n") {
        let endsWithReturn = place >= 2 && bytes[place - 2] == UInt8(ascii: "\r")
        starts.append(UInt32(endsWithReturn ? place - 1 : place))
        return (place, false)
      }
    }
    starts.append(UInt32(place + 1))
    return (place, isQuoted)
  }
}
