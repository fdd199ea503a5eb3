import CommandLineKit
import Glibc
import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit

private let serverOption = ValueOption<ServerAddress>(
  "--server", "URL", "Where the centre is, if not where this laptop was enrolled."
) { ServerAddress($0) }
private let certificatesOption = ValueOption<String>(
  "--ca", "FILE", "Trust this authority (PEM) instead of the system's; or set FIELDTUI_CA.")
private let jsonFlag = Flag("--json", "Write one line of JSON.")
private let dryRunFlag = Flag("--dry-run", "Say what would be sent. Send nothing.")

/// Sends what waits and fetches what is new, once, without a screen and with nobody signed in.
let syncCommand = Command(
  "sync", "Send finished surveys to the centre and fetch what became of them.",
  options: [serverOption, certificatesOption, FieldTool.dataOption, jsonFlag, dryRunFlag]
) { arguments in
  let certificates = arguments[certificatesOption] ?? DataFolder.variable("FIELDTUI_CA")
  if let certificates, access(certificates, R_OK) != 0 {
    throw FormFile.Unreadable(path: certificates, isMissing: errno == ENOENT)
  }
  let store = try arguments.storeToSync(asksHolder: !arguments[dryRunFlag])
  let engine = SyncEngine(
    store: store, transport: CurlTransport(certificates: certificates), ambient: .laptop)
  let text = SyncText(speech: Speech())
  guard !arguments[dryRunFlag] else {
    let plan = try await engine.plan(server: arguments[serverOption])
    StandardOutput.write(arguments[jsonFlag] ? SyncJSON.line(plan) : text.lines(plan))
    return ExitStatus.success
  }
  // A timer's log wants the end of it only; whoever sits there wants to see that it moves.
  let isWatched = isatty(STDERR_FILENO) == 1
  let report = await engine.run(server: arguments[serverOption]) { progress in
    if isWatched { StandardError.write(text.progress(progress)) }
  }
  if isWatched { StandardError.write("\n") }
  StandardOutput.write(arguments[jsonFlag] ? SyncJSON.line(report) : text.lines(report))
  StandardError.write(text.notice(report.outcome))
  return SyncText.status(of: report.outcome)
}

/// Somebody works with the store just now: what a timer started tries again later.
struct StoreInUse: Error, Equatable {
  var process: Int32
}

/// Nobody has worked in the folder that a command was given: a name with a slip of the finger would
/// else become an empty notebook, in which nothing ever waits.
struct NoStore: Error, Equatable {
  let folder: String

  /// Nil where there is a notebook, whatever state it is in.
  init?(in folder: String) {
    guard access(folder + "/store.sqlite", F_OK) != 0, errno == ENOENT else { return nil }
    self.folder = folder
  }

  var label: Label {
    Label(
      "ยังไม่มีสมุดสำรวจในโฟลเดอร์ \(folder) ดูว่าระบุโฟลเดอร์ถูกต้อง (--data)",
      "There is no notebook in \(folder) yet. See that the folder is right (--data).")
  }
}

extension Arguments {
  /// The laptop's store, for a command that nobody sits in front of.
  ///
  /// - Parameter asksHolder: Whether a program that has the store is asked to send instead.
  func storeToSync(asksHolder: Bool = false) throws -> SurveyStore {
    let data = DataFolder.path(given: self[FieldTool.dataOption])
    if let missing = NoStore(in: data) { throw missing }
    do throws(StoreError) {
      return try SurveyStore(directory: data, ambient: .laptop)
    } catch .inUse(let process) {
      if asksHolder, SendRequest.ask(process) { throw SendRequest.Sent(process: process) }
      throw StoreInUse(process: process)
    }
  }
}
