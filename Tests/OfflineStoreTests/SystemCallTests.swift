import Glibc
import TestSupport
import Testing

/// A kill, an EIO and an ENOSPC at the system calls of everything that writes.
///
/// How many calls there are is counted in a run without faults, so none can be forgotten. What the
/// program said was saved must be there for the next one, and what it was refused must end it with a
/// word, never with a crash.
@Suite(.serialized, .enabled(if: Strace.isAllowed, "needs strace, and leave to trace"))
struct SystemCallTests {
  /// `TORTURE_CALLS=1` takes every call; the usual run takes one of so many.
  private static let step = Torture.count("TORTURE_CALLS", usually: 60)

  private static let calls = [
    "pwrite64", "fdatasync", "fsync", "ftruncate", "openat", "unlink", "rename", "write",
  ]

  @Test(arguments: ["signal=SIGKILL", "error=EIO", "error=ENOSPC", "error=EROFS"])
  func `what was said to be saved is there, whichever call fails`(fault: String) throws {
    let folder = try TemporaryFolder()
    var (runs, place) = (0, 0)
    for call in Self.calls {
      let count = try Strace(folder, "count").count(call)
      for number in 0..<count {
        defer { place += 1 }
        guard place.isMultiple(of: Self.step) else { continue }
        try survive(Strace(folder, "\(place)"), call, fault, number + 1)
        runs += 1
      }
    }
    #expect(runs > 0 && place > 60, "a program that calls nothing saves nothing")
  }

  private func survive(
    _ strace: Strace, _ call: String, _ fault: String, _ number: Int
  ) throws {
    let (said, status) = try strace.run(call, "\(fault):when=\(number)")
    let place = "\(call) \(number) \(fault)"
    // Only the kill ends it by a signal.
    #expect(status < 128 || (fault.hasSuffix("KILL") && status == 128 + SIGKILL), "\(place)")
    let found = Found(try TalkingChild(arguments: [strace.store, "once"]).lines(through: "ready"))
    for line in said.drop(while: { $0 != "ready" }) where !found.holds(line) {
      Issue.record("\(place): \(line) was said and is not there")
    }
    #expect(found.isConsistent, "\(place): the outbox and the records differ")
  }
}

/// What a program found in a store when it opened it.
private struct Found {
  private var drafts: [Int: Int] = [:]
  private var finished: Set<Int> = []
  private var sent: Set<Int> = []
  private var waiting = -1
  private var pieces = -1

  init(_ lines: [String]) {
    for line in lines {
      let words = line.split(separator: " ").compactMap { Int($0) }
      switch line.first {
      case "D": drafts[words[0]] = words[1]
      case "F": finished.formUnion(words)
      case "S": sent.formUnion(words)
      case "O": waiting = words.first ?? -1
      case "P": pieces = words.first ?? -1
      default: break
      }
    }
  }

  var isConsistent: Bool {
    waiting == finished.count && pieces == 2 * finished.count && finished.isDisjoint(with: sent)
  }

  func holds(_ line: String) -> Bool {
    let words = line.split(separator: " ").compactMap { Int($0) }
    switch line.first {
    case "D": return drafts[words[0], default: 0] >= words[1]
    case "F": return finished.union(sent).isSuperset(of: words)
    case "S": return finished.isEmpty
    default: return true
    }
  }
}

/// The program that saves and finishes, with a call of its own that fails.
private struct Strace {
  private static let path = "/usr/bin/strace"

  /// Whether there is a strace, and it may trace here.
  static let isAllowed: Bool = {
    guard access(path, X_OK) == 0 else { return false }
    // Then it may not.
    let child = try? TalkingChild([path, "-qq", "-o", "/dev/null", "/bin/true"])
    return child?.drain().status == 0
  }()

  let store: String
  private let log: String

  init(_ folder: TemporaryFolder, _ name: String) {
    store = folder.path + "/\(name)"
    log = folder.path + "/\(name).log"
  }

  func count(_ call: String) throws -> Int {
    unlink(log)
    let fresh = Strace(copying: self, name: call)
    _ = try fresh.run(call, nil)
    let lines = try String(decoding: read(fresh.log), as: UTF8.self).split(separator: "\n")
    return lines.count { $0.contains(call + "(") }
  }

  private init(copying other: Strace, name: String) {
    store = other.store + "-" + name
    log = other.log + "-" + name
  }

  func run(_ call: String, _ injection: String?) throws -> (lines: [String], status: CInt) {
    let files = ["", "/lock", "/store.sqlite", "/store.sqlite-wal", "/store.sqlite-journal"]
    let made = ["/store.sqlite.new", "/store.sqlite.new-wal", "/store.sqlite.new-journal"]
    let paths = (files + made).flatMap { ["-P", store + $0] }
    let faults = injection.map { ["-e", "inject=\(call):\($0)"] } ?? []
    let words = [Self.path, "-f", "-qq", "-o", log, "-e", "trace=\(call)"] + faults + paths
    return try TalkingChild(words + [TalkingChild.program, store, "once"]).drain()
  }

  private func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw SystemFault(action: "read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece.prefix(count)
    }
    return bytes
  }
}
