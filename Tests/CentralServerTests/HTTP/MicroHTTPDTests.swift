import SyncProtocol
import Synchronization
import Testing

@testable import CentralServer

/// Hostile and honest requests over a real loopback socket.
struct MicroHTTPDTests {
  private let asked = Asked()

  /// Which paths reached a handler.
  private final class Asked: Sendable {
    let paths = Mutex<[String]>([])
  }

  private func server(headerTime: Duration = .seconds(30), memory: Int = 1 << 20) throws
    -> MicroHTTPD
  {
    let echo: @Sendable (Request) -> Response = { [asked] request in
      asked.paths.withLock { $0.append(request.path) }
      return Response(200, type: "text/plain", request.body)
    }
    let routes = [
      Route("GET", "/page", handler: echo), Route("POST", "/echo", bodyLimit: 1000, handler: echo),
    ]
    let router = Router(routes: routes, log: .silent)
    let listen = try #require(ListenAddress("127.0.0.1:0"))
    var settings = HTTPSettings(listen: listen)
    settings.headerTime = headerTime
    settings.bodyMemory = memory
    return try MicroHTTPD(settings, router: router)
  }

  private func answers(_ request: String, memory: Int = 1 << 20) throws -> String {
    let server = try server(memory: memory)
    defer { server.stop() }
    let connection = try RawConnection(port: server.port)
    connection.send(request)
    return connection.readToEnd()
  }

  @Test func `a body comes back as it was sent`() throws {
    let answer = try answers(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 15\r\nConnection: close\r\n\r\nสำรวจ")
    #expect(answer.statuses == [200])
    #expect(answer.hasSuffix("\r\n\r\nสำรวจ"))
  }

  @Test func `a body in chunks comes back whole`() throws {
    let answer = try answers(
      """
      POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r
      3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n
      """)
    #expect(answer.statuses == [200])
    #expect(answer.contains("onetwo"))
  }

  @Test(arguments: [
    "Content-Length: 4\r\nTransfer-Encoding: chunked", "Content-Length: 4\r\nContent-Length: 40",
    "Content-Length: 4\r\nContent-Length: 4", "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
  ])
  func `a request that two programs would cut differently is refused`(lines: String) throws {
    let answer = try answers(
      """
      POST /echo HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r
      0\r\n\r\nGET /page HTTP/1.1\r\nHost: a\r\n\r\n
      """)
    #expect(answer.statuses == [400])
    #expect(asked.paths.withLock { $0 } == [], "the smuggled request was answered")
  }

  @Test(arguments: ["-1", "+5", "0x10", "5, 5", ""])
  func `a length that is no number is refused`(length: String) throws {
    let answer = try answers(
      """
      POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r
      GET /page HTTP/1.1\r\nHost: a\r\n\r\n
      """)
    #expect(Set(answer.statuses) == [400])
    #expect(asked.paths.withLock { $0 } == [], "the smuggled request was answered")
  }

  @Test func `a body announced too long is refused before it is read`() throws {
    let answer = try answers("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")
    #expect(answer.statuses == [413])
  }

  @Test func `a body that grows too long in chunks is cut off`() throws {
    let chunk = "100\r\n" + String(repeating: "x", count: 256) + "\r\n"
    let answer = try answers(
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + String(repeating: chunk, count: 100) + "0\r\n\r\n")
    #expect(answer.statuses == [])
    #expect(asked.paths.withLock { $0 } == [])
  }

  @Test func `when the memory for bodies is taken, the next is told to come back`() throws {
    let answer = try answers(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n", memory: 400)
    #expect(answer.statuses == [503])
    #expect(answer.contains("Retry-After: "))
  }

  @Test func `a body that was answered gives its memory back`() throws {
    let post = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 400\r\n"
    let body = String(repeating: "x", count: 400)
    let answer = try answers(
      post + "\r\n" + body + post + "Connection: close\r\n\r\n" + body, memory: 400)
    #expect(answer.statuses == [200, 200])
  }

  @Test func `a header that never ends is hung up on`() throws {
    let server = try server(headerTime: .milliseconds(40))
    defer { server.stop() }
    let connection = try RawConnection(port: server.port)
    connection.send("GET /page HTTP/1.1\r\nHost: a\r\nX-Slow: ")
    #expect(connection.readToEnd() == "")
    #expect(asked.paths.withLock { $0 } == [])
  }

  @Test(arguments: [("GET", "/none", 404), ("GET", "/echo", 405), ("DELETE", "/page", 405)])
  func `what is not there is refused by name`(method: String, path: String, status: Int) throws {
    let answer = try answers("\(method) \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(answer.statuses == [status])
  }

  @Test func `HEAD is answered like GET, without the body`() throws {
    let answer = try answers("HEAD /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(answer.statuses == [200])
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test func `a header larger than the memory of a connection is refused`() throws {
    let huge = String(repeating: "x", count: 40_000)
    let answer = try answers("GET /page HTTP/1.1\r\nHost: a\r\nX-Huge: \(huge)\r\n\r\n")
    #expect(answer.statuses == [431])
  }

  @Test func `a port that is taken is an error, not a silent server`() throws {
    let server = try server()
    defer { server.stop() }
    let settings = HTTPSettings(listen: try #require(ListenAddress("127.0.0.1:\(server.port)")))
    #expect(throws: MicroHTTPD.StartProblem.cannotListen) {
      try MicroHTTPD(settings, router: Router(routes: [], log: .silent))
    }
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1:", ":80", "[::1]:80", "centre:80", "1.2.3.4:65536"])
  func `an address that cannot be listened on is refused`(text: String) {
    #expect(ListenAddress(text) == nil)
  }
}
