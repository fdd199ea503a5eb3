import Glibc
import TestSupport

/// A socket to a server on this machine, over which a test sends whatever bytes it likes.
final class RawConnection {
  private let socket: CInt

  init(port: UInt16) throws {
    socket = try LoopbackSocket.connecting(to: port)
  }

  deinit { close(socket) }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends all of it, unless the server hangs up first.
  func send(_ bytes: [UInt8]) { LoopbackSocket.write(bytes, to: socket) }

  /// Everything that the server says until it hangs up.
  func readToEnd() -> String {
    var all: [UInt8] = []
    while case let piece = LoopbackSocket.read(socket), !piece.isEmpty { all += piece }
    return String(decoding: all, as: UTF8.self)
  }
}

extension String {
  /// The status of every answer in a stream of them.
  var statuses: [Int] {
    components(after: "HTTP/1.1 ").compactMap { Int($0.prefix(3)) }
  }

  private func components(after mark: String) -> [Substring] {
    var rest = self[...]
    var found: [Substring] = []
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      found.append(rest)
    }
    return found
  }
}
