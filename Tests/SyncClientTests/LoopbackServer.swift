import Dispatch
import Glibc
import Synchronization

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
    (listener, port) = try Socket.listening()
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
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      Self.onThread { self.serve(connection) }
    }
  }

  // A serial queue has a thread of its own, however many others are blocked.
  private static func onThread(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "loopback-server").async(execute: work)
  }

  private func serve(_ connection: CInt) {
    defer { close(connection) }
    while let request = Socket.readRequest(connection) {
      heard.withLock { $0.append(request) }
      let answer = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      switch answer {
      case .close(let text)?:
        _ = Socket.write(Array(text.utf8), to: connection)
        return
      case .keep(let text)?:
        _ = Socket.write(Array(text.utf8), to: connection)
      case .hold(let text)?:
        _ = Socket.write(Array(text.utf8), to: connection)
        while !Socket.read(connection).isEmpty {}
        return
      case nil: return
      }
    }
  }
}

/// The few calls on sockets that tests need.
enum Socket {
  struct Failure: Error { var code: CInt }

  /// Opens a listening socket on a free port of 127.0.0.1.
  static func listening() throws -> (CInt, UInt16) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isReady else { throw Failure(code: errno) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// Connects to a port of 127.0.0.1.
  static func connecting(to port: UInt16) throws -> CInt {
    let connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = loopback(port: port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) }
    }
    guard code == 0 else {
      let failure = Failure(code: errno)
      close(connection)
      throw failure
    }
    return connection
  }

  private static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// Some bytes, or none at the end of the stream.
  static func read(_ connection: CInt) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, recv(connection, buffer.baseAddress, buffer.count, 0))
    }
  }

  /// Writes all bytes; `false` when the other side is gone.
  static func write(_ bytes: [UInt8], to connection: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Reads one request with its body, or `nil` when the stream ended before it did.
  static func readRequest(_ connection: CInt) -> String? {
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
