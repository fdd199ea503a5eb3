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
      let road = StickRoad(engine: try engine(arguments))
      let (summary, files) = try await road.write(to: arguments.require(fileOperand))
      StandardOutput.write(lines(summary, files))
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
      guard file.direction == .toLaptop else { throw BundleProblem.isNoAnswer(path) }
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

/// Says what is in the bundles that were written.
private func lines(_ summary: BundleSummary, _ files: Int) -> String {
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
