/// The numbers of the names that a document was seen to have, by the bytes in which they are written.
///
/// Every name has one number, which end tags and doubled attributes are told by.
struct KnownNames {
  /// Which of the ``entries`` is here, -1 for none; it is within ``reach`` of where its hash says.
  private var places: [Int32] = Array(repeating: -1, count: 1024)
  private var entries: [(number: Int32, span: Range<Int>)] = []
  private var written: [UInt8] = []

  /// No document can make looking slow: a name that is crowded out is not kept.
  private static let reach = 16

  subscript(name: UnsafeRawBufferPointer) -> Int32? {
    let start = hash(of: name)
    for step in 0..<KnownNames.reach {
      let entry = places[(start + step) & (places.count - 1)]
      if entry < 0 { return nil }
      if isWritten(name, at: entries[Int(entry)].span) { return entries[Int(entry)].number }
    }
    return nil
  }

  /// Keeps the number of a name that has none; false when there is no place for it.
  mutating func add(_ name: UnsafeRawBufferPointer, number: Int32) -> Bool {
    if entries.count > places.count / 2 { grow() }
    entries.append((number, written.count..<written.count + name.count))
    written += name
    return keep(Int32(entries.count - 1), hash(of: name))
  }

  private mutating func keep(_ entry: Int32, _ hash: Int) -> Bool {
    for step in 0..<KnownNames.reach {
      let place = (hash + step) & (places.count - 1)
      guard places[place] < 0 else { continue }
      places[place] = entry
      return true
    }
    return false
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 4)
    for (index, entry) in entries.enumerated() {
      let hash = written.withUnsafeBytes {
        self.hash(of: UnsafeRawBufferPointer(rebasing: $0[entry.span]))
      }
      // One that finds no place is added again when it is met again.
      _ = keep(Int32(index), hash)
    }
  }

  private func isWritten(_ name: UnsafeRawBufferPointer, at span: Range<Int>) -> Bool {
    guard span.count == name.count else { return false }
    return written.withUnsafeBytes { written in
      var done = 0
      // Eight bytes at a time, for many names repeat a long namespace.
      while done + 8 <= name.count {
        let known = written.loadUnaligned(fromByteOffset: span.lowerBound + done, as: UInt64.self)
        guard known == name.loadUnaligned(fromByteOffset: done, as: UInt64.self) else {
          return false
        }
        done += 8
      }
      while done < name.count, written[span.lowerBound + done] == name[done] { done += 1 }
      return done == name.count
    }
  }

  /// By the end of the name, where names of one namespace differ.
  private func hash(of name: UnsafeRawBufferPointer) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in max(0, name.count - 12)..<name.count {
      hash = (hash ^ UInt32(name[index])) &* 16_777_619
    }
    return Int(hash ^ hash >> 15)
  }
}
