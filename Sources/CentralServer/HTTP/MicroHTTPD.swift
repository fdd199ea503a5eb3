import CMicroHTTPD
import Dispatch
import SyncProtocol
import Synchronization

/// The HTTP server: turns libmicrohttpd's connections into requests, and back.
///
/// The only file that knows the library, and the only one with `Unmanaged`.
final class MicroHTTPD: Sendable {
  let port: UInt16
  private let shell: Shell
  private let running: Mutex<Running?>

  /// Starts to serve; the router is called on the library's own threads.
  init(_ settings: HTTPSettings, router: Router) throws(StartProblem) {
    shell = Shell(settings, router)
    guard let daemon = Self.start(settings, shell) else { throw .cannotListen }
    port = cmhd_port(daemon)
    let step = Int(settings.headerTime / .nanoseconds(1)) / 8
    let sweeper = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "deadlines"))
    sweeper.schedule(deadline: .now(), repeating: .nanoseconds(step))
    sweeper.setEventHandler { [deadlines = shell.deadlines] in deadlines.sweep(now: .now) }
    sweeper.activate()
    running = Mutex(Running(daemon: daemon, sweeper: sweeper))
  }

  enum StartProblem: Error, Equatable { case cannotListen }

  private struct Running {
    var daemon: OpaquePointer
    var sweeper: any DispatchSourceTimer
  }

  /// Takes no more connections, lets running handlers end, and closes.
  func stop() {
    running.withLock { running in
      running?.sweeper.cancel()
      if let daemon = running?.daemon { MHD_stop_daemon(daemon) }
      running = nil
    }
  }

  private static func start(_ settings: HTTPSettings, _ shell: Shell) -> OpaquePointer? {
    var raw = cmhd_settings()
    raw.address = settings.listen.binary ?? 0
    raw.port = settings.listen.port
    raw.threads = UInt32(max(2, settings.threads))
    raw.connections = UInt32(settings.connections)
    raw.connections_per_address = UInt32(settings.connectionsPerAddress)
    raw.idle_seconds = UInt32(settings.idleSeconds)
    // The daemon may call back until it is stopped, and every owner of the shell stops it first.
    let context = Unmanaged.passUnretained(shell).toOpaque()
    guard let certificate = settings.certificate else {
      return cmhd_start(&raw, handle, context, completed, connected)
    }
    return certificate.chain.withCString { chain in
      certificate.key.withCString { key in
        raw.certificate = chain
        raw.key = key
        return cmhd_start(&raw, handle, context, completed, connected)
      }
    }
  }

  deinit { stop() }
}

/// What the callbacks share.
private final class Shell: Sendable {
  let settings: HTTPSettings
  let router: Router
  let budget: BodyBudget
  let deadlines = ConnectionDeadlines()

  init(_ settings: HTTPSettings, _ router: Router) {
    self.settings = settings
    self.router = router
    budget = BodyBudget(bytes: settings.bodyMemory)
  }
}

/// A request that is being read, touched by one thread of the library at a time.
private final class Exchange {
  var request: Request
  var body: BodyReader
  /// What the budget gets back at the end.
  let reserved: Int

  init(_ request: Request, _ body: BodyReader, reserved: Int) {
    self.request = request
    self.body = body
    self.reserved = reserved
  }
}

private func handle(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
  size: UnsafeMutablePointer<Int>?, state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let url, let method, let size, let state else { return .NO }
  let shell = Unmanaged<Shell>.fromOpaque(context).takeUnretainedValue()
  guard let known = state.pointee else {
    let request = Request(
      method: String(cString: method), path: String(cString: url), headers: headers(connection),
      peer: UInt32(bigEndian: cmhd_address(connection)))
    return begin(request, shell, connection, state)
  }
  let exchange = Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
  if size.pointee > 0 {
    let taken = UnsafeBufferPointer(start: upload, count: size.pointee)
      .withMemoryRebound(to: UInt8.self) { exchange.body.take($0) }
    size.pointee = 0
    // In the middle of a body the library takes no answer: all that is left is to hang up.
    return taken ? .YES : .NO
  }
  exchange.request.body = exchange.body.bytes
  let response = shell.router.response(to: exchange.request)
  // The answer goes down the same slow link that the body came up.
  shell.deadlines.set(.now + shell.settings.bodyTime, for: cmhd_socket(connection))
  return answer(response, on: connection)
}

/// Looks at the header alone, and refuses what can be refused before the body is read.
private func begin(
  _ request: Request, _ shell: Shell, _ connection: OpaquePointer,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>
) -> MHD_Result {
  do throws(Problem) {
    guard let framing = RequestFraming(request.headers) else { throw .malformedRequest }
    let limit = try shell.router.route(request.method, request.path).bodyLimit
    let length =
      switch framing {
      case .none: 0
      case .length(let length): length
      case .chunked: limit
      }
    guard length <= limit else { throw .requestTooLarge }
    guard shell.budget.reserve(length) else { throw .busy }
    let exchange = Exchange(
      request, BodyReader(limit: limit, expecting: length), reserved: length)
    state.pointee = Unmanaged.passRetained(exchange).toOpaque()
    shell.deadlines.set(.now + shell.settings.bodyTime, for: cmhd_socket(connection))
    return .YES
  } catch {
    var response = shell.router.answer(error, to: request)
    // The rest of what was sent is not read, so the connection cannot be used again.
    response.headers["Connection"] = "close"
    return answer(response, on: connection)
  }
}

private func completed(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let context, let connection, let state, let known = state.pointee else { return }
  let shell = Unmanaged<Shell>.fromOpaque(context).takeUnretainedValue()
  shell.budget.release(Unmanaged<Exchange>.fromOpaque(known).takeRetainedValue().reserved)
  state.pointee = nil
  // From here the connection waits for its next header, or closes.
  shell.deadlines.set(.now + shell.settings.headerTime, for: cmhd_socket(connection))
}

private func connected(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  socketContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  event: MHD_ConnectionNotificationCode
) {
  guard let context, let connection else { return }
  let shell = Unmanaged<Shell>.fromOpaque(context).takeUnretainedValue()
  let socket = cmhd_socket(connection)
  switch event {
  case .CONNECTION_NOTIFY_STARTED:
    shell.deadlines.set(.now + shell.settings.headerTime, for: socket)
  case .CONNECTION_NOTIFY_CLOSED:
    shell.deadlines.remove(socket)
  }
}

private func headers(_ connection: OpaquePointer) -> Headers {
  var found = Headers()
  withUnsafeMutablePointer(to: &found) { found in
    cmhd_headers(
      connection,
      { context, name, nameSize, value, valueSize in
        guard let name, let value else { return }
        context?.assumingMemoryBound(to: Headers.self).pointee
          .add(text(name, nameSize), text(value, valueSize))
      }, found)
  }
  return found
}

private func text(_ start: UnsafePointer<CChar>, _ size: Int) -> String {
  UnsafeBufferPointer(start: start, count: size).withMemoryRebound(to: UInt8.self) {
    String(decoding: $0, as: UTF8.self)
  }
}

private func answer(_ response: Response, on connection: OpaquePointer) -> MHD_Result {
  // One string for all lines, cut at its NULs, so that one scope holds every pointer.
  let lines = response.headers.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  var offsets: [Int] = []
  var bytes: [CChar] = []
  for line in lines {
    offsets.append(bytes.count)
    bytes += line.utf8.map { CChar(bitPattern: $0) } + [0]
  }
  return bytes.withUnsafeBufferPointer { buffer in
    let pointers = offsets.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
    return response.body.withUnsafeBytes {
      cmhd_answer(connection, UInt32(response.status), pointers, $0.baseAddress, $0.count)
    }
  }
}
