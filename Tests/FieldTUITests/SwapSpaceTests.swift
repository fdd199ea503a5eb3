import FoundationEssentials
import TestSupport
import Testing

@testable import FieldTUI

/// What a laptop's `/proc` and `/sys` say of where memory may go.
@Suite struct SwapSpaceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func standing(_ files: [String: String]) throws -> SwapSpace.Standing {
    for (path, text) in files {
      let around = "\(folder.path)/\(path)".split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/" + around, withIntermediateDirectories: true)
      try folder.write(text + "\n", to: path)
    }
    return SwapSpace(
      root: folder.path, device: { ["/swap file": "8:1", "/dev/dm-1": "254:1"][$0] }
    )
    .standing
  }

  private static let heading = "Filename\tType\tSize\tUsed\tPriority\n"

  @Test func `a laptop without swap has none`() throws {
    #expect(try standing(["proc/swaps": Self.heading]) == .none)
    #expect(SwapSpace(root: folder.path + "/nowhere").standing == .none)
  }

  @Test func `a file on a plain disk can be read`() throws {
    let swaps = Self.heading + "/swap\\040file     file  65532 0 -2"
    #expect(try standing(["proc/swaps": swaps]) == .readable("/swap\\040file"))
  }

  @Test func `compressed memory and an encrypted disk cannot`() throws {
    let swaps = Self.heading + "/dev/zram0 partition 1 0 5\n/dev/dm-1 partition 1 0 -2"
    let plain = "sys/dev/block/254:1/dm/uuid"
    #expect(try standing(["proc/swaps": swaps, plain: "LVM-a"]) == .readable("/dev/dm-1"))
    let disk = ["sys/dev/block/254:1/slaves/dm-0/dev": "254:0"]
    #expect(try standing(disk) == .readable("/dev/dm-1"))
    #expect(try standing(["sys/dev/block/254:0/dm/uuid": "CRYPT-LUKS2-b"]) == .unreadable)
  }

  @Test func `a program that may not swap is not put there`() throws {
    let swaps = Self.heading + "/swap\\040file file 1 0 -2"
    let own = ["proc/swaps": swaps, "proc/self/cgroup": "1:name=x:/\n0::/user.slice/run-1.scope"]
    #expect(try standing(own) == .readable("/swap\\040file"))
    let free = ["sys/fs/cgroup/user.slice/run-1.scope/memory.swap.max": "max"]
    #expect(try standing(free) == .readable("/swap\\040file"))
    #expect(try standing(["sys/fs/cgroup/user.slice/memory.swap.max": "0"]) == .forbidden)
  }
}
