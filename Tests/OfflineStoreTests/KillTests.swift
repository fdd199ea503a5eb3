import Glibc
import OfflineStore
import TestSupport
import Testing

/// A laptop whose battery is pulled at any moment: the program is killed while it saves.
@Suite(.serialized)
struct KillTests {
  @Test func `every acknowledged save is there after two hundred kills`() throws {
    var survivor = try Survivor(mode: "careful")
    for _ in 0..<200 { try survivor.runAndKill() }
    #expect(survivor.losses == [])
    #expect(survivor.acknowledged > 500, "a kill before the first save proves nothing")
  }

  @Test func `a second process is told which one holds the store`() throws {
    let laptop = try Laptop()
    let child = try Child(arguments: [laptop.folder.path + "/store", "careful"])
    _ = try child.lines(through: "ready")
    #expect(throws: StoreError.inUse(by: child.process)) { try laptop.open() }
    _ = try child.killAndDrain()
    #expect(throws: Never.self) { try laptop.open() }
  }

  @Test func `a save that is acknowledged too early is noticed`() throws {
    var survivor = try Survivor(mode: "hasty")
    for _ in 0..<100 where survivor.losses.isEmpty { try survivor.runAndKill() }
    #expect(survivor.losses != [])
  }
}

/// Starts the child again and again over one store, and compares what it finds with what it said.
private struct Survivor {
  private let folder: TemporaryFolder
  private let mode: String
  private var drafts: [Int: Int] = [:]
  private var finished: Set<Int> = []
  private var random = SystemRandomNumberGenerator()

  private(set) var acknowledged = 0
  private(set) var losses: [String] = []

  init(mode: String) throws {
    folder = try TemporaryFolder()
    self.mode = mode
  }

  mutating func runAndKill() throws {
    let child = try Child(arguments: [folder.path + "/store", mode])
    compare(try child.lines(through: "ready"))
    let some = try child.lines(count: Int.random(in: 0..<8, using: &random))
    // The moment of the kill, up to two milliseconds later, is what is random here.
    poll(nil, 0, CInt.random(in: 0...2, using: &random))
    for line in some + (try child.killAndDrain()) { note(line) }
  }

  private mutating func note(_ line: String) {
    let words = line.split(separator: " ").compactMap { Int($0) }
    acknowledged += 1
    if line.hasPrefix("F") { finished.formUnion(words) } else { drafts[words[0]] = words[1] }
  }

  private mutating func compare(_ found: [String]) {
    var foundDrafts: [Int: Int] = [:]
    var foundFinished: Set<Int> = []
    for line in found {
      let words = line.split(separator: " ").compactMap { Int($0) }
      switch line.first {
      case "D": foundDrafts[words[0]] = words[1]
      case "F": foundFinished.formUnion(words)
      case "O" where words != [foundFinished.count]: losses.append("an outbox row: \(line)")
      default: break
      }
    }
    for (slot, number) in drafts where foundDrafts[slot, default: 0] < number {
      losses.append("draft \(slot): \(number) was saved, \(foundDrafts[slot] ?? 0) is there")
    }
    for number in finished.subtracting(foundFinished) { losses.append("record \(number)") }
    (drafts, finished) = (foundDrafts, foundFinished)
  }
}

/// A process whose standard output is read line by line.
private final class Child {
  let process: pid_t
  private let output: UnsafeMutablePointer<FILE>

  init(arguments: [String]) throws {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(number: errno) }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    // Another child, started in the same moment, must not keep the pipe open.
    closeInheritedDescriptors(&actions)
    let program = try Self.folder() + "/store-kill-child"
    let words = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, program, &actions, nil, words + [nil], environ)
    guard result == 0, let output = fdopen(ends[0], "r") else { throw Failure(number: result) }
    self.process = process
    self.output = output
  }

  deinit {
    fclose(output)
  }

  func lines(count: Int) throws -> [String] {
    try (0..<count).map { _ in try line() ?? { throw Failure(number: EPIPE) }() }
  }

  func lines(through last: String) throws -> [String] {
    var lines: [String] = []
    while lines.last != last {
      guard let next = try line() else { throw Failure(number: EPIPE) }
      lines.append(next)
    }
    return lines
  }

  /// What the child had said by the time it died.
  func killAndDrain() throws -> [String] {
    kill(process, SIGKILL)
    var status: CInt = 0
    guard waitpid(process, &status, 0) == process, status & 0x7F == SIGKILL else {
      throw Failure(number: status)
    }
    var lines: [String] = []
    while let next = try line() { lines.append(next) }
    return lines
  }

  private func line() throws -> String? {
    var bytes: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(bytes) }
    let count = getline(&bytes, &room, output)
    guard count > 0, let bytes else { return nil }
    return String(cString: bytes).split(separator: "\n").first.map(String.init)
  }

  private static func folder() throws -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    guard count > 0 else { throw Failure(number: errno) }
    let text = String(decoding: path.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.split(separator: "/").dropLast().map { "/" + $0 }.joined()
  }

  struct Failure: Error { var number: CInt }
}
