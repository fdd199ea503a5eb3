import FoundationEssentials
import Glibc

/// Where the program that runs now lies, and what was installed with it.
package struct Installation: Sendable {
  /// The path of the program's file.
  package let program: String

  package init(program: String) {
    self.program = program
  }

  package static var current: Installation {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
    return Installation(
      program: String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// The version of the package that the program came in; nil for one that was built where it runs.
  package var version: String? {
    let share = "\(FormFolder.parent(of: FormFolder.parent(of: program)))/share/fieldtui"
    // Without the file there is no package, and nothing is missing.
    guard let bytes = try? Data(contentsOf: URL(filePath: "\(share)/version")) else { return nil }
    let line = String(decoding: bytes.prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    return line.isEmpty ? nil : line
  }
}
