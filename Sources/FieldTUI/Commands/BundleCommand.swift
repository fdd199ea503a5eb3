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
      "write", "Write what waits into FILE; it stays here until an answer has come.",
      options: [FieldTool.dataOption], operands: [fileOperand]
    ) { arguments in
      let path = try arguments.require(fileOperand)
      let (file, summary) = try await engine(arguments).bundle()
      guard WholeFile.write(file.bytes, to: path) else { throw BundleProblem.cannotWrite }
      StandardOutput.write("records: \(summary.items)\n")
      guard !summary.isFollowed else { return ExitStatus.tryLater }
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
      return ExitStatus.success
    },
  ])

/// Why a bundle did not come about.
enum BundleProblem: Error, Equatable {
  case cannotWrite
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
