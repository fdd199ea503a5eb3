/// The limits of the HTTP server.
struct HTTPSettings: Sendable {
  var listen: ListenAddress
  /// PEM texts; nil serves plain HTTP, for loopback and behind a proxy.
  var certificate: Certificate?
  /// libmicrohttpd stalls with epoll and fewer than two threads.
  var threads = 4
  var connections = 4_000
  /// A whole district may come from one address of a telephone company.
  var connectionsPerAddress = 1_000
  var idleSeconds = 30
  /// From the first byte, or the last answer, to the end of the header.
  var headerTime = Duration.seconds(30)
  /// For the body to come up, and again for the answer to go down: 1 MiB at 16 kbit/s.
  var bodyTime = Duration.seconds(600)
  /// Bytes of bodies in memory at once.
  var bodyMemory = 64 << 20

  struct Certificate: Sendable {
    var chain: String
    var key: String
  }
}
