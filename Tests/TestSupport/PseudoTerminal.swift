import CSpawn

/// Opens a pseudo-terminal: the descriptor of this end, and the path of the other.
public func openPseudoTerminal() throws -> (descriptor: Int32, path: String) {
  var name = [CChar](repeating: 0, count: 64)
  let descriptor = cspawn_open_terminal(&name, name.count)
  guard descriptor >= 0 else { throw SystemFault(action: "open a pseudo-terminal") }
  let path = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
  return (descriptor, String(decoding: path, as: UTF8.self))
}

/// How often some bytes stand in others.
public func occurrences(of needle: [UInt8], in bytes: [UInt8]) -> Int {
  Int(cspawn_occurrences(needle, needle.count, bytes, bytes.count))
}
