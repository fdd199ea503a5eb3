/// Reads numbers from bytes that may be anything.
struct ByteReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// Four bytes, the highest first.
  func number(at offset: Int = 0) -> Int? {
    guard rest.count >= offset + 4 else { return nil }
    return rest.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// A variable-length integer of one to nine bytes (https://sqlite.org/fileformat2.html, 1.6).
  mutating func varint() -> Int64? {
    var value: UInt64 = 0
    for length in 1...9 {
      guard let byte = rest.popFirst() else { return nil }
      guard length < 9 else { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { return Int64(bitPattern: value) }
    }
    return nil
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}

/// Reads a record as SQLite stores it (https://sqlite.org/fileformat2.html, section 2.1).
enum RecordReader {
  /// The values, or nil when the bytes are not exactly one record.
  static func values(in payload: ArraySlice<UInt8>) -> [SQLValue]? {
    var header = ByteReader(payload)
    guard let length = header.varint(), length > 0, length <= payload.count else { return nil }
    let end = payload.startIndex + Int(length)
    var body = ByteReader(payload[end...])
    var values: [SQLValue] = []
    while header.rest.startIndex < end {
      guard let type = header.varint(), let value = value(type, &body), values.count < 100
      else { return nil }
      values.append(value)
    }
    return header.rest.startIndex == end && body.rest.isEmpty ? values : nil
  }

  private static func value(_ type: Int64, _ body: inout ByteReader) -> SQLValue? {
    switch type {
    case 0: .null
    case 1...6: body.take([1, 2, 3, 4, 6, 8][Int(type) - 1]).map { .integer(integer($0)) }
    case 7: body.take(8).map { .real(Double(bitPattern: UInt64(bitPattern: integer($0)))) }
    case 8: .integer(0)
    case 9: .integer(1)
    case 12... where type % 2 == 0: body.take(Int(type - 12) / 2).map { .blob(Array($0)) }
    case 13...:
      body.take(Int(type - 13) / 2).flatMap { String(validating: $0, as: UTF8.self) }
        .map { .text($0) }
    default: nil
    }
  }

  /// Two's complement, the highest byte first.
  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
    let isNegative = (bytes.first ?? 0) & 0x80 != 0
    return bytes.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }
  }
}
