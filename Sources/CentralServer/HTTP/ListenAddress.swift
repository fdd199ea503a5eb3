import Glibc

/// Where to listen: an IPv4 address and a port, written `HOST:PORT`.
public struct ListenAddress: Equatable, Sendable, CustomStringConvertible {
  public var host: String
  public var port: UInt16

  /// Port 0 takes any free port.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    let host = text[..<colon] == "localhost" ? "127.0.0.1" : String(text[..<colon])
    guard Self.binary(host) != nil else { return nil }
    self.host = host
    self.port = port
  }

  public var description: String { "\(host):\(port)" }

  /// In network byte order.
  var binary: UInt32? { Self.binary(host) }

  private static func binary(_ host: String) -> UInt32? {
    var address = in_addr()
    return inet_pton(AF_INET, host, &address) == 1 ? address.s_addr : nil
  }
}
