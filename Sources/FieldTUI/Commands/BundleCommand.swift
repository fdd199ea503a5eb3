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
      StandardOutput.write(SyncText(speech: Speech()).lines(summary, files: files))
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
      StandardOutput.write(SyncText(speech: Speech()).lines(progress))
      return ExitStatus.success
    },
  ])

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
