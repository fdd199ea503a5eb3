import Glibc

/// The few calls on TCP sockets of this very machine that tests need.
///
/// No socket goes on into a child: one that a test starts in the same moment would keep it open.
public enum LoopbackSocket {
  /// Opens a listening socket on a free port of 127.0.0.1.
  public static func listening() throws -> (CInt, UInt16) {
    let listener = open()
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isReady else { throw SystemFault(action: "listen") }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// Waits for the next caller; nil when the listener was shut down.
  public static func accepting(_ listener: CInt) -> CInt? {
    let connection = accept(listener, nil, nil)
    guard connection >= 0 else { return nil }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    return connection
  }

  /// Connects to a port of 127.0.0.1.
  public static func connecting(to port: UInt16) throws -> CInt {
    let connection = open()
    var address = loopback(port: port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) }
    }
    guard code == 0 else {
      let fault = SystemFault(action: "connect")
      close(connection)
      throw fault
    }
    return connection
  }

  /// Some bytes, or none at the end of the stream.
  public static func read(_ connection: CInt) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, recv(connection, buffer.baseAddress, buffer.count, 0))
    }
  }

  /// Writes all bytes; `false` when the other side is gone.
  @discardableResult
  public static func write(_ bytes: [UInt8], to connection: CInt) -> Bool {
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

  private static func open() -> CInt {
    socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  private static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
