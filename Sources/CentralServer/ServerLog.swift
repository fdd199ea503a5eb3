import CommandLineKit
import SyncProtocol

/// The log of the centre: one JSON object a line.
///
/// It names devices, numbers and codes; nothing of what a survey says ever gets here, and no error
/// of ours carries it.
struct ServerLog: Sendable {
  enum Level: String, Encodable { case info, error }

  private let now: @Sendable () -> Timestamp
  private let sink: @Sendable (String) -> Void

  init(now: @escaping @Sendable () -> Timestamp, sink: @escaping @Sendable (String) -> Void) {
    self.now = now
    self.sink = sink
  }

  /// Keeps nothing.
  static let silent = ServerLog(now: { Timestamp(milliseconds: 0) }, sink: { _ in })

  static func standardError(_ now: @escaping @Sendable () -> Timestamp) -> ServerLog {
    ServerLog(now: now, sink: StandardError.write)
  }

  func write(_ level: Level, _ event: String, _ fields: [String: String] = [:]) {
    let line = Line(time: now(), level: level, event: event, fields: fields)
    sink(String(decoding: WireJSON.encode(line), as: UTF8.self) + "\n")
  }

  private struct Line: Encodable {
    var time: Timestamp
    var level: Level
    var event: String
    var fields: [String: String]
  }
}
