import CommandLineKit
import FoundationEssentials
import Glibc

/// Where the kernel puts memory that it needs for others, and whether the disk then shows it.
///
/// Keys are locked into memory; what stands on a screen is not, and what was put out once stays on the
/// disk after the program is locked.
struct SwapSpace {
  enum Standing: Equatable {
    /// There is none.
    case none
    /// This program's memory is not put there: it runs in a cgroup that forbids it.
    case forbidden
    /// It is compressed memory, or lies on an encrypted disk.
    case unreadable
    /// Whoever has the disk can read it.
    case readable(String)
  }

  /// In front of `/proc` and `/sys`, for tests.
  var root = ""
  /// The device that holds a swap file, or that is one, as `MAJOR:MINOR`; nil when it cannot be told.
  var device: (String) -> String? = SwapSpace.device

  var standing: Standing {
    let swaps = lines("/proc/swaps").dropFirst().compactMap { $0.split(separator: " ").first }
    if swaps.isEmpty { return .none }
    if isForbidden { return .forbidden }
    let open = swaps.map(String.init).first { !isUnreadable($0) }
    return open.map(Standing.readable) ?? .unreadable
  }

  private func isUnreadable(_ swap: String) -> Bool {
    if swap.hasPrefix("/dev/zram") { return true }
    // The kernel writes a blank in a name as its octal number.
    let path = swap.replacing("\\040", with: " ")
    return device(path).map { isEncrypted($0, depth: 0) } ?? false
  }

  /// Whether a device, or all that it is made of, is dm-crypt's.
  private func isEncrypted(_ device: String, depth: Int) -> Bool {
    let place = "/sys/dev/block/\(device)"
    if lines(place + "/dm/uuid").first?.hasPrefix("CRYPT-") == true { return true }
    let below =
      (try? FileManager.default.contentsOfDirectory(atPath: root + place + "/slaves")) ?? []
    // A partition's own folder has no slaves; a volume has its disks there.
    return !below.isEmpty && depth < 8
      && below.allSatisfy { name in
        lines("\(place)/slaves/\(name)/dev").first.map { isEncrypted($0, depth: depth + 1) }
          ?? false
      }
  }

  /// Whether this process's cgroup, or one around it, may not swap (cgroup v2, `memory.swap.max`).
  private var isForbidden: Bool {
    guard let own = lines("/proc/self/cgroup").first(where: { $0.hasPrefix("0::/") })
    else { return false }
    var path = String(own.dropFirst(3))
    while !path.isEmpty {
      if lines("/sys/fs/cgroup\(path)/memory.swap.max").first == "0" { return true }
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }
    return false
  }

  private func lines(_ path: String) -> [String] {
    // What is not there says nothing, which is what an empty file says.
    let bytes = (try? WholeFile.read(root + path, limit: 1 << 16)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func device(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let isDevice = status.st_mode & S_IFMT == S_IFBLK
    let number = UInt64(isDevice ? status.st_rdev : status.st_dev)
    let major = number >> 8 & 0xFFF | number >> 32 & ~0xFFF
    let minor = number & 0xFF | number >> 12 & ~0xFF
    return "\(major):\(minor)"
  }
}
