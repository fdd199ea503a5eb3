/// One answer.
struct Response: Equatable, Sendable {
  var status: Int
  var headers: [String: String]
  var body: [UInt8]

  init(_ status: Int, type: String, _ body: [UInt8], headers: [String: String] = [:]) {
    self.status = status
    self.body = body
    self.headers = headers
    self.headers["Content-Type"] = type
    // Answers are for one device, and a proxy on the way must not keep them.
    self.headers["Cache-Control"] = "no-store"
    self.headers["X-Content-Type-Options"] = "nosniff"
  }

  static func json(_ status: Int = 200, _ body: [UInt8]) -> Response {
    Response(status, type: "application/json; charset=utf-8", body)
  }
}
