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
    guard !bytes.isEmpty, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let heading = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let isSemicolon = heading.contains(UInt8(ascii: ";")) && !heading.contains(UInt8(ascii: ","))
    separator = UInt8(ascii: isSemicolon ? ";" : ",")
  }

  var isAtEnd: Bool { place >= bytes.count }

  /// The starts of the cells of the next row, and the place one after its last cell's end.
  mutating func row() -> [UInt32] {
    var starts = [UInt32(place)]
    var isQuoted = false
    bytes.withUnsafeBufferPointer { bytes in
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte == CSVScan.quote {
          isQuoted.toggle()
        } else if isQuoted {
          continue
        } else if byte == separator {
          starts.append(UInt32(place))
        } else if byte == UInt8(ascii: "\n") {
          starts.append(UInt32(endsWithReturn(bytes) ? place - 1 : place))
          return
        }
      }
      starts.append(UInt32(place + 1))
    }
    isBroken = isBroken || isQuoted
    return starts
  }

  private func endsWithReturn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    place >= 2 && bytes[place - 2] == UInt8(ascii: "\r")
  }
}
