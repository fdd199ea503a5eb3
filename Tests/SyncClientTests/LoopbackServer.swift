import Dispatch
import Glibc
import Synchronization
import TestSupport

/// A web server of this very machine that says, connection after connection, what a test wrote down.
final class LoopbackServer: Sendable {
  /// What to do with one request.
  enum Answer: Sendable {
    /// Say this and close.
    case close(after: String)
    /// Say this and leave the connection open for the next request.
    case keep(after: String)
    /// Say this and nothing more, until the other side gives up.
    case hold(after: String)
  }

  let port: UInt16
  private let listener: CInt
  private let answers: Mutex<[Answer]>
  private let heard: Mutex<[String]> = Mutex([])

  init(_ answers: [Answer]) throws {
    self.answers = Mutex(answers)
    (listener, port) = try LoopbackSocket.listening()
    Self.onThread { self.acceptAll() }
  }

  deinit {
    close(listener)
  }

  /// Stops listening; what comes next is refused.
  func stop() {
    shutdown(listener, CInt(SHUT_RDWR))
  }

  var url: String { "http://127.0.0.1:\(port)" }
  /// The requests as they came, heads and bodies.
  var requests: [String] { heard.withLock { $0 } }

  private func acceptAll() {
    while true {
      guard let connection = LoopbackSocket.accepting(listener) else { return }
      Self.onThread { self.serve(connection) }
    }
  }

  // A serial queue has a thread of its own, however many others are blocked.
  private static func onThread(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "loopback-server").async(execute: work)
  }

  private func serve(_ connection: CInt) {
    defer { close(connection) }
    while let request = LoopbackSocket.readRequest(connection) {
      heard.withLock { $0.append(request) }
      let answer = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      switch answer {
      case .close(let text)?:
        LoopbackSocket.write(Array(text.utf8), to: connection)
        return
      case .keep(let text)?:
        LoopbackSocket.write(Array(text.utf8), to: connection)
      case .hold(let text)?:
        LoopbackSocket.write(Array(text.utf8), to: connection)
        while !LoopbackSocket.read(connection).isEmpty {}
        return
      case nil: return
      }
    }
  }
}

extension LoopbackSocket {
  /// Reads one request with its body, or `nil` when the stream ended before it did.
  fileprivate static func readRequest(_ connection: CInt) -> String? {
    var bytes: [UInt8] = []
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let head = text.range(of: "\r\n\r\n") {
        let length = contentLength(text[..<head.lowerBound])
        if text[head.upperBound...].utf8.count >= length { return text }
      }
      let piece = read(connection)
      guard !piece.isEmpty else { return nil }
      bytes += piece
    }
  }

  private static func contentLength(_ head: Substring) -> Int {
    for line in head.split(separator: "\r\n") {
      let parts = line.split(separator: ":")
      if parts.count == 2, parts[0].lowercased() == "content-length" {
        return Int(parts[1].filter(\.isNumber)) ?? 0
      }
    }
    return 0
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? {
    firstRange(of: text)
  }
}
