import SQLiteKit
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
  var log: ServerLog

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
      return answer(error, to: request)
    }
  }

  /// The answer to a request that failed; the detail of a fault goes to the log alone.
  func answer(_ error: any Error, to request: Request) -> Response {
    let problem: Problem
    // A path that is none of ours may hold anything, a name for instance.
    let path = routes.contains { $0.path == request.path } ? request.path : "unknown"
    switch error {
    case let wait as TooSoon:
      log.write(.info, "throttled", ["path": path, "seconds": "\(wait.seconds)"])
      return ProblemPage.response(.tooSoon, after: wait.seconds)
    case let refusal as Problem:
      problem = refusal
      log.write(.info, "refused", ["path": path, "problem": refusal.rawValue])
    case let fault as SQLiteError where .full ~= fault.code:
      problem = .storageFull
      log.write(.error, "fault", ["path": path, "error": "\(fault)"])
    default:
      problem = .fault
      log.write(.error, "fault", ["path": path, "error": "\(error)"])
    }
    return ProblemPage.response(problem)
  }
}
