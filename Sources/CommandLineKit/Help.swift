extension Command {
  /// The text that `--help` prints, for the command line that leads here.
  func helpText(_ line: String, in words: HelpWords) -> String {
    let usage = words.text("usage", "วิธีใช้")
    var parts = ["\(words.text(summary))\n\n\(usage): \(self.usage(line))\n"]
    parts += table(
      words.text("arguments", "สิ่งที่ต้องบอก"), operands.map { ($0.placeholder, words.text($0.help)) })
    parts += table(
      words.text("commands", "คำสั่ง"), subcommands.map { ($0.name, words.text($0.summary)) })
    parts += table(words.text("options", "ตัวเลือก"), optionRows(in: words))
    return parts.joined()
  }

  private func optionRows(in words: HelpWords) -> [(String, String)] {
    options.map { option in
      ([option.name] + [option.valuePlaceholder].compactMap(\.self), words.text(option.help))
    }
    .map { ($0.0.joined(separator: " "), $0.1) }
      + [("--help", words.text("Show this help.", "แสดงวิธีใช้นี้"))]
  }

  /// Every sentence of its help and of its subcommands', as it was declared.
  public var sentences: [String] {
    [summary] + operands.map(\.help) + options.map(\.help) + subcommands.flatMap(\.sentences)
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
