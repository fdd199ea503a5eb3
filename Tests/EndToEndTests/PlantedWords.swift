import Glibc
import TestSupport

/// Made-up names and national IDs that nothing else in the world has, and where they are found.
struct PlantedWords {
  /// Five letters that no word and no table has in this order; every planted name begins with them.
  static let marker = "ฒฎฑฏฐ"
  /// No registry office is called 0000; nobody has this number.
  static let digits = "100009"

  /// A name, another one for each number.
  static func name(_ number: Int) -> String {
    let letters = Array("กขคงจชซดตถทธนบปผพฟมยรลวสหอ".unicodeScalars)
    var (rest, text) = (number, marker)
    repeat {
      text.unicodeScalars.append(letters[rest % letters.count])
      rest /= letters.count
    } while rest > 0
    return text
  }

  /// A national ID with its check digit, another one for each number below 10,000.
  static func nationalID(_ number: Int) -> String {
    let digits = (Self.digits + String(String(1_000_000 + number * 100 + 77).dropFirst()))
      .compactMap(\.wholeNumberValue)
    let sum = zip(digits, (2...13).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    return (digits + [(11 - sum % 11) % 10]).map { "\($0)" }.joined()
  }

  /// How many of them, whole or in part, stand in some bytes: as UTF-8, UTF-16 or UTF-32.
  static func count(in bytes: [UInt8]) -> Int {
    needles.reduce(0) { $0 + occurrences(of: $1, in: bytes) }
  }

  private static let needles: [[UInt8]] = {
    let dashed = "1-0000-9"
    return [marker, digits, dashed].flatMap { text -> [[UInt8]] in
      [
        Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        text.unicodeScalars.flatMap { scalar in
          (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
        },
      ]
    }
  }()
}

/// The memory of another process, as a core file would have it.
enum ProcessMemory {
  /// Hands every mapping that can be read to `look`, one after the other.
  static func scan(_ process: pid_t, _ look: ([UInt8]) -> Void) throws {
    guard let maps = fopen("/proc/\(process)/maps", "r") else {
      throw SystemFault(action: "list the memory of \(process)")
    }
    defer { fclose(maps) }
    let memory = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
    guard memory >= 0 else { throw SystemFault(action: "read the memory of \(process)") }
    defer { close(memory) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, maps) > 0, let line {
      let words = String(cString: line).split(separator: " ")
      let ends = words[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
      guard words[1].hasPrefix("r"), ends.count == 2, ends[1] <= UInt64(Int64.max) else { continue }
      look(read(memory, from: ends[0], to: ends[1]))
    }
  }

  /// What can be read of a mapping; some of the system's own cannot.
  private static func read(_ memory: CInt, from start: UInt64, to end: UInt64) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(end - start)) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let more = pread(memory, base + count, buffer.count - count, off_t(start) + off_t(count))
        guard more > 0 else { return }
        count += more
      }
    }
  }
}
