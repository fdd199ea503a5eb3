public import CommandLineKit
import Glibc
import InstalledForms
import SyncProtocol

/// The program `fieldcentral`: its commands, and the words for what goes wrong with them.
public enum CentralTool {
  public static let command = Command(
    "fieldcentral", "The centre that receives surveys from FieldTUI.",
    subcommands: [
      serveCommand, enrolCommand, statusCommand,
      Command("audit", "Look at the audit log.", subcommands: [auditVerifyCommand]),
    ])

  /// The sentence and the exit status for an error of a command.
  public static func failure(_ error: any Error) -> (sentence: String, status: Int32) {
    switch error {
    case DataDirectoryError.inUse:
      (
        "Another process has this data directory open. Wait for it to end, or stop it.",
        ExitStatus.tryLater
      )
    case DataDirectoryError.cannotOpen(let number):
      (
        "The data directory cannot be used: \(String(cString: strerror(number))).",
        ExitStatus.storeCannotBeOpened
      )
    case MicroHTTPD.StartProblem.cannotListen:
      (
        "The centre cannot listen there. Is the port taken, or the certificate no PEM file?",
        ExitStatus.inputOutput
      )
    case let missing as MissingFile:
      ("There is no readable file \(missing.path).", ExitStatus.noSuchFile)
    case FormFolderProblem.noFolder(let places):
      ("There is no folder \(places.joined(separator: " or ")).", ExitStatus.noSuchFile)
    case is ControlFailure:
      ("The centre could not do that; its log says why.", ExitStatus.inputOutput)
    default:
      ("The store cannot be opened: \(error).", ExitStatus.storeCannotBeOpened)
    }
  }
}

/// A file that was named on the command line and is not there.
struct MissingFile: Error, Equatable {
  var path: String
}

/// The running centre answered that something failed inside it.
struct ControlFailure: Error, Equatable {}

let dataOption = ValueOption<String>(
  "--data", "DIR", "The centre's folder; ~/.local/share/fieldcentral if not given.")

extension Arguments {
  /// The centre's folder, which `--data`, `FIELDCENTRAL_DATA` or the home directory names.
  var dataDirectory: String {
    if let given = self[dataOption] { return given }
    if let given = getenv("FIELDCENTRAL_DATA") { return String(cString: given) }
    if let base = getenv("XDG_DATA_HOME") { return String(cString: base) + "/fieldcentral" }
    let home = getenv("HOME").map { String(cString: $0) } ?? "."
    return home + "/.local/share/fieldcentral"
  }
}
