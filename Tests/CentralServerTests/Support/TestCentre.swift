import FoundationEssentials
import Glibc
import SyncProtocol
import Synchronization
import TestSupport

@testable import CentralServer

/// A centre in a folder of its own, with a clock that stands still until it is moved.
final class TestCentre {
  let folder: TemporaryFolder
  let clock: ManualClock
  let log = LogLines()
  let centre: Centre
  let router: Router

  /// - Parameters:
  ///   - folder: What another centre left when its process ended; a new one otherwise.
  init(_ folder: TemporaryFolder? = nil, _ clock: ManualClock = ManualClock()) throws {
    self.folder = try folder ?? TemporaryFolder()
    self.clock = clock
    let directory = try DataDirectory(self.folder.path + "/centre")
    centre = try Centre(
      in: directory, title: "อำเภอพังโคน", ambient: clock.ambient,
      log: ServerLog(now: { clock.now }, sink: log.add), codeCost: .test,
      begins: true)
    router = Router(of: centre)
  }

  /// A one-time code for a person of this place.
  func code(
    _ role: Role = .village, _ area: String = "47120601", name: String = "นายสมชาย ใจดี"
  ) throws -> String {
    guard let area = AreaCode(area),
      let order = EnrolmentOrder(role: role, area: area, name: name)
    else { throw Problem.malformedRequest }
    return try centre.issueCode(for: order).code
  }

  func status() throws -> [String] {
    try centre.storage.counts().map { "\($0.village) \($0.state.rawValue) \($0.records)" }
  }
}

/// A clock that a test moves, and dice that count up.
final class ManualClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_586_500_000_000)
  private let drawn = Mutex<UInt64>(0)

  func advance(hours: Int64) { advance(seconds: hours * 3600) }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  var ambient: Ambient {
    Ambient(now: { self.now }, random: { count in (0..<count).map { _ in self.draw() } })
  }

  // Knuth's 64-bit linear congruential generator, its high byte.
  private func draw() -> UInt8 {
    drawn.withLock { drawn in
      drawn = drawn &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: drawn >> 56)
    }
  }
}
