import Dispatch
import Glibc
import SyncProtocol
import Synchronization

/// The way in for the operator's other commands while the server runs: a Unix socket in the data
/// directory, which only the centre's own user can reach.
///
/// One line of JSON each way. So the server's connection stays the only one that writes
/// (docs/decisions/0041).
final class ControlSocket: Sendable {
  private let source: Mutex<(any DispatchSourceRead)?>

  init(in directory: String, answer: @escaping @Sendable (ControlRequest) -> ControlReply)
    throws(DataDirectoryError)
  {
    let listener = try UnixSocket.listen(in: directory)
    let queue = DispatchQueue(label: "control")
    let source = DispatchSource.makeReadSource(fileDescriptor: listener, queue: queue)
    source.setEventHandler {
      guard let caller = UnixSocket.accept(from: listener) else { return }
      defer { close(caller) }
      guard let request = UnixSocket.receive(ControlRequest.self, from: caller) else { return }
      UnixSocket.send(answer(request), to: caller)
    }
    source.setCancelHandler { close(listener) }
    source.activate()
    self.source = Mutex(source)
  }

  func stop() {
    source.withLock { source in
      source?.cancel()
      source = nil
    }
  }

  deinit { stop() }

  /// Asks the server that has this data directory open; nil when none listens there.
  static func ask(_ request: ControlRequest, in directory: String) -> ControlReply? {
    guard let server = UnixSocket.connect(in: directory) else { return nil }
    defer { close(server) }
    UnixSocket.send(request, to: server)
    return UnixSocket.receive(ControlReply.self, from: server) ?? .failed
  }
}

/// The calls behind both ends of a control socket.
private enum UnixSocket {
  private static let longestLine = 32 << 20

  static func listen(in directory: String) throws(DataDirectoryError) -> CInt {
    // What a killed server left behind; the lock on the directory says that none is running.
    unlink(directory + "/control")
    let socket = open()
    let isBound = withAddress(in: directory) { bind(socket, $0, $1) == 0 }
    guard isBound == true, Glibc.listen(socket, 8) == 0 else {
      close(socket)
      throw .cannotOpen(errno)
    }
    return socket
  }

  static func connect(in directory: String) -> CInt? {
    let socket = open()
    if withAddress(in: directory, { Glibc.connect(socket, $0, $1) == 0 }) == true { return socket }
    close(socket)
    return nil
  }

  static func send(_ value: some Encodable, to socket: CInt) {
    let line = WireJSON.encode(value) + [UInt8(ascii: "\n")]
    var sent = 0
    while sent < line.count {
      let count = line[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  static func receive<Value: Decodable>(_ type: Value.Type, from socket: CInt) -> Value? {
    var line: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while line.last != UInt8(ascii: "\n"), line.count < longestLine {
      let count = recv(socket, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      line += piece.prefix(count)
    }
    return WireJSON.decode(type, from: line.dropLast())
  }

  static func accept(from listener: CInt) -> CInt? {
    let caller = Glibc.accept(listener, nil, nil)
    guard caller >= 0 else { return nil }
    // One who connects and says nothing must not keep the next one out.
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      caller, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    return caller
  }

  private static func open() -> CInt {
    socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  /// Lends the address of `control` in a folder, however long the folder's name is.
  ///
  /// An address has room for 107 bytes, so the folder is named by its descriptor.
  private static func withAddress<Result>(
    in directory: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result? {
    let folder = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: "/proc/self/fd/\(folder)/control".utf8)
    }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }
}
