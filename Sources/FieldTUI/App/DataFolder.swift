import Glibc

/// Where this laptop's store lies.
package enum DataFolder {
  /// The folder named on the command line, else by `FIELDTUI_DATA`, else the usual one for a person's data.
  package static func path(
    given: String?, environment: (String) -> String? = Self.variable
  ) -> String {
    if let given { return given }
    if let named = environment("FIELDTUI_DATA"), !named.isEmpty { return named }
    if let base = environment("XDG_DATA_HOME"), base.hasPrefix("/") { return base + "/fieldtui" }
    return (environment("HOME") ?? ".") + "/.local/share/fieldtui"
  }

  /// A variable of the process's environment.
  package static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
