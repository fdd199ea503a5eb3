public import CommandLineKit
import Glibc
import SyncProtocol

/// The program `fieldcentral`: its commands, and the words for what goes wrong with them.
public enum CentralTool {
  public static let command = Command(
    "fieldcentral", "The centre that receives surveys from FieldTUI.",
    subcommands: [
      serveCommand, enrolCommand, laptopsCommand, revokeCommand, bundleCommand, filesCommand,
      statusCommand,
      Command("audit", "Look at the audit log.", subcommands: [auditVerifyCommand]),
    ])
}

/// A file that was named on the command line and is not there.
struct MissingFile: Error, Equatable {
  var path: String
}

/// A folder that was to hold a centre, and does not.
struct MissingCentre: Error, Equatable {
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
