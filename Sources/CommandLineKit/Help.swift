extension Command {
  /// The text that `--help` prints, for the command line that leads here.
  func helpText(_ line: String) -> String {
    var parts = ["\(summary)\n\nusage: \(usage(line))\n"]
    parts += table("arguments", operands.map { ($0.placeholder, $0.help) })
    parts += table("commands", subcommands.map { ($0.name, $0.summary) })
    parts += table("options", optionRows)
    return parts.joined()
  }

  private var optionRows: [(String, String)] {
    options.map { option in
      ([option.name] + [option.valuePlaceholder].compactMap(\.self), option.help)
    }
    .map { ($0.0.joined(separator: " "), $0.1) } + [("--help", "Show this help.")]
  }

  private func usage(_ line: String) -> String {
    var words = [line]
    if !subcommands.isEmpty { words.append(run == nil ? "COMMAND" : "[COMMAND]") }
    words += operands.map { $0.isOptional ? "[\($0.placeholder)]" : $0.placeholder }
    if !options.isEmpty { words.append("[OPTIONS]") }
    return words.joined(separator: " ")
  }

  private func table(_ title: String, _ rows: [(String, String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let width = rows.map(\.0.count).max() ?? 0
    return ["\n\(title):\n"]
      + rows.map { name, help in
        "  \(name)\(String(repeating: " ", count: width - name.count))  \(help)\n"
      }
  }
}
