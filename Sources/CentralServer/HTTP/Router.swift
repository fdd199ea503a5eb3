import SyncProtocol

/// One thing that can be asked for.
struct Route: Sendable {
  var method: String
  var path: String
  /// Bytes of body; a request that announces or sends more is refused while it is read.
  var bodyLimit: Int
  var handler: @Sendable (Request) throws -> Response

  init(
    _ method: String, _ path: String, bodyLimit: Int = 0,
    handler: @escaping @Sendable (Request) throws -> Response
  ) {
    self.method = method
    self.path = path
    self.bodyLimit = bodyLimit
    self.handler = handler
  }
}

/// Finds the route of a request, and turns what a handler throws into an answer.
struct Router: Sendable {
  var routes: [Route]
  /// Says in an answer what went wrong, and keeps the detail for the log.
  var answer: @Sendable (any Error) -> Response

  func route(_ method: String, _ path: String) throws(Problem) -> Route {
    let there = routes.filter { $0.path == path }
    guard !there.isEmpty else { throw .notFound }
    let asked = method == "HEAD" ? "GET" : method
    guard let route = there.first(where: { $0.method == asked }) else { throw .wrongMethod }
    return route
  }

  func response(to request: Request) -> Response {
    do {
      return try route(request.method, request.path).handler(request)
    } catch {
      return answer(error)
    }
  }
}
