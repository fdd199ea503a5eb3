import CommandLineKit
import FoundationEssentials
import Glibc
import OfflineStore
import SyncClient
import SyncProtocol

/// Why a bundle did not come about.
enum BundleProblem: Error, Equatable {
  case cannotWrite
  /// The stick is full.
  case noSpace
  /// Something else than a bundle of an earlier day has the name.
  case fileIsThere
  /// What this or another laptop wrote was given where the centre's answer was wanted.
  case isNoAnswer(String)
}

/// What an exchange with a stick came to.
struct StickReport: Equatable, Sendable {
  /// How many of the centre's answers were taken in, and how many were none for this laptop.
  var answers = 0
  var unusable = 0
  /// Records that the centre has by those answers, and what it said besides.
  var acknowledged = 0
  var received = 0
  var written = BundleSummary()
  /// The file that is to be carried to the district, and into how many it was divided.
  var file = ""
  var files = 0
}

/// The USB road: files on a stick that go to the centre and come back with its answers.
struct StickRoad {
  let engine: SyncEngine

  /// Takes in the answers in a folder to what this laptop wrote there, then writes what waits now.
  ///
  /// What was written on an earlier day and not answered yet is in the new file too, which takes its
  /// place.
  func exchange(in folder: String, device: DeviceNumber) async throws -> StickReport {
    var report = StickReport()
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    let name = "fieldtui-\(device.value).bundle"
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw BundleProblem.cannotWrite
    }
    for answer in names.sorted() where answer.hasPrefix(name) && answer.hasSuffix(".answer") {
      try await take(path + answer, &report)
    }
    report.file = path + name
    let written = try await write(to: report.file)
    report.written = written.summary
    report.files = written.files
    return report
  }

  /// Writes as many bundles as what waits needs: PATH, PATH.2 and so on.
  func write(to path: String) async throws -> (summary: BundleSummary, files: Int) {
    var summary = BundleSummary()
    var files = 0
    repeat {
      files += 1
      let name = files == 1 ? path : "\(path).\(files)"
      // Before anything is taken as handed over, and can be called back no more.
      guard Self.mayWrite(name) else { throw BundleProblem.fileIsThere }
      let (file, next) = try await engine.bundle(after: summary.end)
      guard WholeFile.write(file.bytes, to: name) else {
        throw [ENOSPC, EDQUOT].contains(errno) ? BundleProblem.noSpace : .cannotWrite
      }
      summary = BundleSummary(
        items: summary.items + next.items, pieces: summary.pieces + next.pieces, end: next.end,
        isFollowed: next.isFollowed)
    } while summary.isFollowed
    return (summary, files)
  }

  private func take(_ path: String, _ report: inout StickReport) async throws {
    // What cannot be read is no answer, like one to another laptop.
    let bytes = (try? WholeFile.read(path, limit: BundleFile.longest)) ?? []
    guard let file = BundleFile(reading: bytes) else { return report.unusable += 1 }
    do throws(SyncFailure) {
      let progress = try await engine.read(file)
      report.answers += 1
      report.acknowledged += progress.acknowledged
      report.received += progress.received
    } catch {
      guard error == .store(.unusableBundle) else { throw error }
      report.unusable += 1
    }
  }

  /// Whether nothing is there, or a bundle of an earlier day, in a file of its own.
  private static func mayWrite(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFREG,
      let bytes = try? WholeFile.read(path, limit: BundleFile.longest)
    else { return false }
    return BundleFile(reading: bytes)?.direction == .toCentre
  }

  /// Where the desktop puts a stick that is plugged in; the folder of all of them if there is none.
  static func likelyFolder() -> String {
    guard let user = getenv("USER").map({ String(cString: $0) }), !user.isEmpty else {
      return "/media/"
    }
    for place in ["/media/\(user)", "/run/media/\(user)"] {
      // Where there is no such folder there is no stick either.
      let sticks = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      if let stick = sticks.min() { return "\(place)/\(stick)" }
    }
    return "/media/"
  }
}
