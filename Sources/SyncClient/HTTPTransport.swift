/// Carries a request to a web server and brings back its answer.
///
/// `CurlTransport` is the real one; tests replay a list of answers and failures.
public protocol HTTPTransport: Sendable {
  /// Sends the request and waits for the whole answer, or for the calling task to be cancelled.
  ///
  /// - Parameter progress: Told now and then how many bytes of the bodies went each way.
  func send(
    _ request: HTTPRequest, progress: @escaping @Sendable (_ sent: Int, _ received: Int) -> Void
  ) async throws(LinkFailure) -> HTTPResponse
}

/// One request of HTTP.
public struct HTTPRequest: Equatable, Sendable {
  /// The whole address; `https`, or `http` to this very machine.
  public var url: String
  public var headers: [Header]
  /// Sent by POST; without a body the request is a GET.
  public var body: [UInt8]?
  /// The longest answer taken, in bytes as they come over the wire.
  public var answerLimit: Int

  public init(url: String, headers: [Header] = [], body: [UInt8]? = nil, answerLimit: Int) {
    self.url = url
    self.headers = headers
    self.body = body
    self.answerLimit = answerLimit
  }

  /// A name and its value.
  public struct Header: Equatable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

/// One answer of HTTP, whoever gave it.
public struct HTTPResponse: Equatable, Sendable {
  public var status: Int
  /// By names in lower case.
  public var headers: [String: String]
  public var body: [UInt8]

  public init(status: Int, headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// What kept a request from being answered.
public enum LinkFailure: Error, Equatable, Sendable {
  /// The address is none, or would send people's data over the network in the clear.
  case badAddress
  /// Nobody knows the name: mostly there is no internet at all.
  case cannotResolve
  case cannotConnect
  /// Nothing, or next to nothing, came for too long.
  case timedOut
  /// The connection broke in the middle.
  case cutOff
  /// The server's certificate is not one that we trust, or not yet or no longer valid.
  case untrustedCertificate
  /// No encrypted connection came about.
  case noSecureConnection
  /// Something answered that does not speak HTTP.
  case notHTTP
  case answerTooLong
  case cancelled
  /// libcurl could not do its work, with its number for what went wrong.
  case library(code: Int)
}
