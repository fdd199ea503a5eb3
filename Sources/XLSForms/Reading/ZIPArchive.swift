import Compression

/// The files inside a ZIP archive, found by its central directory (APPNOTE 4.3).
///
/// Names are only compared and never become paths, so that an archive cannot write anywhere.
struct ZIPArchive {
  private struct Entry {
    var method: Int
    var packed: Int
    var size: Int
    var start: Int
    var checksum: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// More than any form has, unpacked; of all files that are read together.
  static let sizeLimit = 64 << 20
  static let entryLimit = 10_000
  /// Deflate reaches a thousandth; what a spreadsheet holds does not come near.
  static let ratioLimit = 200

  init(_ bytes: [UInt8]) throws(WorkbookFailure) {
    self.bytes = bytes
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw .oldOrLocked }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .notZIP }
    let tail = max(0, bytes.count - 65_557)
    guard bytes.count >= 22,
      let end = (tail...bytes.count - 22).last(where: { number(at: $0, 4) == 0x0605_4B50 })
    else { throw .damagedZIP }
    var place = number(at: end + 16, 4)
    let count = number(at: end + 10, 2)
    guard count <= ZIPArchive.entryLimit else { throw .tooLarge }
    for _ in 0..<count { place = try readEntry(at: place) }
    try refuseOverlaps()
  }

  private func number(at place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return -1 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Reads a header of the central directory; returns where the next begins.
  private mutating func readEntry(at place: Int) throws(WorkbookFailure) -> Int {
    guard number(at: place, 4) == 0x0201_4B50, place + 46 <= bytes.count else {
      throw .damagedZIP
    }
    let nameLength = number(at: place + 28, 2)
    let nameEnd = place + 46 + nameLength
    guard nameEnd <= bytes.count else { throw .damagedZIP }
    let name = String(decoding: bytes[place + 46..<nameEnd], as: UTF8.self)
    let header = number(at: place + 42, 4)
    guard number(at: header, 4) == 0x0403_4B50 else { throw .damagedZIP }
    let start = header + 30 + number(at: header + 26, 2) + number(at: header + 28, 2)
    let entry = Entry(
      method: number(at: place + 10, 2), packed: number(at: place + 20, 4),
      size: number(at: place + 24, 4), start: start, checksum: number(at: place + 16, 4))
    guard entry.start + entry.packed <= bytes.count else { throw .damagedZIP }
    entries[name] = entry
    return nameEnd + number(at: place + 30, 2) + number(at: place + 32, 2)
  }

  /// Files that share bytes make a bomb of a small archive.
  private func refuseOverlaps() throws(WorkbookFailure) {
    let places = entries.values.map { ($0.start, $0.start + $0.packed) }.sorted { $0 < $1 }
    for (one, next) in zip(places, places.dropFirst()) where next.0 < one.1 { throw .damagedZIP }
  }

  /// The bytes of a file; nil when the archive has none of that name.
  func file(_ name: String) throws(WorkbookFailure) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let packed = bytes[entry.start..<entry.start + entry.packed]
    guard entry.size <= ZIPArchive.sizeLimit,
      entry.size <= max(1 << 16, entry.packed * ZIPArchive.ratioLimit)
    else { throw .tooLarge }
    let content = try unpack(packed, entry)
    guard Int(Deflate.checksum(content)) == entry.checksum else { throw .damagedZIP }
    return content
  }

  private func unpack(
    _ packed: ArraySlice<UInt8>, _ entry: Entry
  ) throws(WorkbookFailure) -> [UInt8] {
    switch entry.method {
    case 0 where entry.size == entry.packed: return Array(packed)
    case 8:
      do {
        return try Deflate.unpack(packed, to: entry.size)
      } catch {
        throw error == .damaged ? .damagedZIP : .tooLarge
      }
    default: throw .damagedZIP
    }
  }
}
