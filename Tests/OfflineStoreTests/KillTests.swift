import Glibc
import OfflineStore
import TestSupport
import Testing

/// A laptop whose battery is pulled at any moment: the program is killed while it saves.
@Suite(.serialized)
struct KillTests {
  /// `TORTURE_KILLS` says how often; `make torture` asks for ten thousand.
  @Test func `every acknowledged save is there after two hundred kills`() throws {
    // Each start says all that it finds: a store that grows without end would only make that slow.
    for _ in stride(from: 0, to: Torture.count("TORTURE_KILLS", usually: 200), by: 200) {
      var survivor = try Survivor(mode: "careful")
      for _ in 0..<200 { try survivor.runAndKill() }
      #expect(survivor.losses == [])
      #expect(survivor.acknowledged > 500, "a kill before the first save proves nothing")
    }
  }

  @Test func `a second process is told which one holds the store`() throws {
    let laptop = try Laptop()
    let child = try TalkingChild(arguments: [laptop.folder.path + "/store", "careful"])
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
    let child = try TalkingChild(arguments: [folder.path + "/store", mode])
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
      case "P" where words != [2 * foundFinished.count]: losses.append("a piece: \(line)")
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
