/// The bytes of a database file and its log, read page by page without SQLite.
///
/// For a file that SQLite refuses: a damaged page costs what is on it and nothing else. See
/// https://sqlite.org/fileformat2.html, whose section numbers are given below.
public struct DatabaseImage {
  /// A row of some table, as a leaf page holds it.
  struct LeafRow: Equatable {
    var id: Int64
    var values: [SQLValue]
  }

  private let file: [UInt8]
  private let log: [UInt8]
  private let pageSize: Int
  /// Where in the log the newest committed copy of a page begins; nil for one that is damaged there.
  private let frames: [Int: Int?]

  /// Takes up a database file and its write-ahead log, which may be empty.
  public init(file: [UInt8], log: [UInt8]) {
    self.file = file
    self.log = log
    let given = file.count > 17 ? Int(file[16]) << 8 | Int(file[17]) : 0
    // Section 1.3.2: a power of two, and 1 stands for 65,536. Ours have 4,096 bytes.
    let isSize = given >= 512 && given <= 32_768 && given & (given - 1) == 0
    pageSize = isSize ? given : given == 1 ? 65_536 : 4_096
    frames = LogFrames(log, pageSize: pageSize).newest
  }

  /// Whether there is not even one page.
  public var isEmpty: Bool { file.count < 512 && log.isEmpty }

  /// Hands every row that makes sense to `body`, in the order of the pages.
  func forEachRow(_ body: (LeafRow) throws -> Void) rethrows {
    let count = max(file.count / pageSize, frames.keys.max() ?? 0)
    guard count > 0 else { return }
    for number in 1...count {
      guard let page = page(number) else { continue }
      for row in leafRows(of: page, startingAt: number == 1 ? 100 : 0) { try body(row) }
    }
  }

  private func page(_ number: Int) -> ArraySlice<UInt8>? {
    if let start = frames[number] {
      return start.map { log[$0..<$0 + pageSize] }
    }
    let start = (number - 1) * pageSize
    guard number > 0, start + pageSize <= file.count else { return nil }
    return file[start..<start + pageSize]
  }

  /// Section 1.6: a table leaf has the type 13, and its cells begin with their length and rowid.
  private func leafRows(of page: ArraySlice<UInt8>, startingAt header: Int) -> [LeafRow] {
    let base = page.startIndex
    guard page[base + header] == 13 else { return [] }
    let cells = Int(page[base + header + 3]) << 8 | Int(page[base + header + 4])
    guard header + 8 + 2 * cells <= pageSize else { return [] }
    return (0..<cells).compactMap { cell in
      let place = base + header + 8 + 2 * cell
      let offset = Int(page[place]) << 8 | Int(page[place + 1])
      guard offset >= header + 8 + 2 * cells, offset < pageSize else { return nil }
      return row(in: page, at: base + offset)
    }
  }

  private func row(in page: ArraySlice<UInt8>, at start: Int) -> LeafRow? {
    var reader = ByteReader(page[start...])
    guard let length = reader.varint(), let id = reader.varint(), length >= 1,
      length <= 64 << 20, let payload = payload(Int(length), reader.rest)
    else { return nil }
    return RecordReader.values(in: payload[...]).map { LeafRow(id: id, values: $0) }
  }

  /// Section 1.6: what does not fit into the cell goes on in a chain of overflow pages.
  private func payload(_ length: Int, _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let most = pageSize - 35
    let least = (pageSize - 12) * 32 / 255 - 23
    let fitting = least + (length - least) % (pageSize - 4)
    let local = length <= most ? length : fitting <= most ? fitting : least
    guard local <= rest.count else { return nil }
    var payload = Array(rest.prefix(local))
    guard local < length else { return payload }
    var next = ByteReader(rest.dropFirst(local)).number() ?? 0
    while payload.count < length {
      guard let page = page(next) else { return nil }
      next = ByteReader(page).number() ?? 0
      payload += page.dropFirst(4).prefix(length - payload.count)
    }
    return payload
  }
}

/// The committed frames of a write-ahead log (section 4).
private struct LogFrames {
  /// Where the newest copy of each page begins; nil where that copy is damaged.
  private(set) var newest: [Int: Int?] = [:]

  init(_ log: [UInt8], pageSize: Int) {
    let size = 24 + pageSize
    guard log.count >= 32 + size else { return }
    let isBigEndian = log[3] & 1 == 1
    let salt = log[16..<24]
    var pending: [Int: Int?] = [:]
    var before = log[24..<32]
    for start in stride(from: 32, through: log.count - size, by: size)
    where log[start + 8..<start + 16].elementsEqual(salt) {
      let header = ByteReader(log[start...])
      guard let page = header.number(), let committed = header.number(at: 4), page > 0 else {
        continue
      }
      // Each sum goes on from the one that the frame before says, so damage does not spread.
      let sum = Checksum(
        before, log[start..<start + 8], log[start + 24..<start + size], isBigEndian)
      let isWhole = sum.bytes.elementsEqual(log[start + 16..<start + 24])
      pending[page] = .some(isWhole ? start + 24 : nil)
      before = log[start + 16..<start + 24]
      guard committed != 0 else { continue }
      newest.merge(pending) { _, new in new }
      pending = [:]
    }
  }
}

/// The running sum of a log's frames (section 4.2).
private struct Checksum {
  private var first: UInt32
  private var second: UInt32

  init(
    _ before: ArraySlice<UInt8>, _ header: ArraySlice<UInt8>, _ page: ArraySlice<UInt8>,
    _ isBigEndian: Bool
  ) {
    let start = ByteReader(before)
    first = UInt32(start.number() ?? 0)
    second = UInt32(start.number(at: 4) ?? 0)
    for bytes in [header, page] {
      var place = bytes.startIndex
      while place + 8 <= bytes.endIndex {
        first &+= Self.word(bytes, place, isBigEndian) &+ second
        second &+= Self.word(bytes, place + 4, isBigEndian) &+ first
        place += 8
      }
    }
  }

  /// As a frame's header holds it: always big-endian.
  var bytes: [UInt8] {
    [first, second].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static func word(
    _ bytes: ArraySlice<UInt8>, _ place: Int, _ isBigEndian: Bool
  ) -> UInt32 {
    (0..<4).reduce(0) { word, byte in
      word | UInt32(bytes[place + byte]) << UInt32(isBigEndian ? 24 - 8 * byte : 8 * byte)
    }
  }
}
