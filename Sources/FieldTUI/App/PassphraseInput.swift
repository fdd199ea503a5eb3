import Glibc

/// A passphrase handed over by another program.
package enum PassphraseInput {
  /// Reads the first line from a descriptor; nil when there is none or it is not text.
  package static func line(from descriptor: Int) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count < 4_096, read(CInt(clamping: descriptor), &byte, 1) == 1, byte != 0x0A {
      line.append(byte)
    }
    return line.isEmpty ? nil : String(validating: line, as: UTF8.self)
  }
}
