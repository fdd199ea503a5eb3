import CommandLineKit
import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit

private let fileOperand = Operand("FILE", "The bundle, such as on a USB stick.")

/// The USB road: the same sealed records and receipts as over the network, in files.
let bundleCommand = Command(
  "bundle", "Sync by files on a stick, where there is no network.",
  subcommands: [
    Command(
      "write",
      "Write what waits into FILE, and what is too much for one into FILE.2 and so on; it stays here "
        + "until their answers have come.",
      options: [FieldTool.dataOption], operands: [fileOperand]
    ) { arguments in
      StandardOutput.write(try await bundles(engine(arguments), at: arguments.require(fileOperand)))
      return ExitStatus.success
    },
    Command(
      "read", "Take in the centre's answer in FILE.",
      options: [FieldTool.dataOption], operands: [fileOperand]
    ) { arguments in
      let path = try arguments.require(fileOperand)
      guard let file = BundleFile(reading: try content(of: path)) else {
        throw StoreError.unusableBundle
      }
      let progress = try await engine(arguments).read(file)
      StandardOutput.write(
        "acknowledged: \(progress.acknowledged) of \(progress.waiting)\nreceived: \(progress.received)\n"
      )
      if progress.waitingPieces > 0 {
        StandardOutput.write("pieces of files: \(progress.pieces) of \(progress.waitingPieces)\n")
      }
      return ExitStatus.success
    },
  ])

/// Why a bundle did not come about.
enum BundleProblem: Error, Equatable {
  case cannotWrite
}

/// Writes as many bundles as what waits needs, and says what is in them.
private func bundles(_ engine: SyncEngine, at path: String) async throws -> String {
  var summary = BundleSummary()
  var files = 0
  repeat {
    let (file, next) = try await engine.bundle(after: summary.end)
    files += 1
    let name = files == 1 ? path : "\(path).\(files)"
    guard WholeFile.write(file.bytes, to: name) else { throw BundleProblem.cannotWrite }
    summary = BundleSummary(
      items: summary.items + next.items, pieces: summary.pieces + next.pieces, end: next.end,
      isFollowed: next.isFollowed)
  } while summary.isFollowed
  var lines = ["records: \(summary.items)"]
  if summary.pieces > 0 { lines.append("pieces of files: \(summary.pieces)") }
  if files > 1 { lines.append("bundles: \(files)") }
  return lines.map { $0 + "\n" }.joined()
}

private func engine(_ arguments: Arguments) throws -> SyncEngine {
  SyncEngine(
    store: try arguments.storeToSync(), transport: CurlTransport(certificates: nil),
    ambient: .laptop)
}

private func content(of path: String) throws -> [UInt8] {
  do throws(WholeFile.Failure) {
    return try WholeFile.read(path, limit: BundleFile.longest)
  } catch {
    throw FormFile.Unreadable(path: path, isMissing: error == .missing)
  }
}
