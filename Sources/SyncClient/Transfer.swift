/// What libcurl's callbacks have gathered of one answer.
final class Transfer {
  private(set) var body: [UInt8] = []
  private(set) var headers: [String: String] = [:]
  private(set) var isTooLong = false
  /// Whether the empty line behind the head came.
  ///
  /// A connection that breaks before it looks to libcurl like an answer without a body.
  private(set) var isHeadComplete = false
  private let limit: Int
  private let progress: (Int, Int) -> Void
  let isCancelled: () -> Bool

  init(limit: Int, progress: @escaping (Int, Int) -> Void, isCancelled: @escaping () -> Bool) {
    self.limit = limit
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Takes a piece of the body; `false` stops the transfer.
  func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard body.count + piece.count <= limit else {
      isTooLong = true
      return false
    }
    body += piece
    return true
  }

  /// Takes one line of the head.
  ///
  /// A status line begins a new head, as after `100 Continue`.
  func takeHeader(_ line: UnsafeRawBufferPointer) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      headers = [:]
      isHeadComplete = false
      return
    }
    if text == "\r\n" || text == "\n" {
      isHeadComplete = true
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, headers.count < 100 else { return }
    headers[parts[0].lowercased()] = trimmed(parts[1])
  }

  /// Learns how far the transfer is; `false` stops it.
  func moved(sent: Int, received: Int) -> Bool {
    progress(sent, received)
    return !isCancelled()
  }

  private func trimmed(_ text: Substring) -> String {
    let rest = text.drop(while: \.isWhitespace)
    guard let end = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...end])
  }
}
