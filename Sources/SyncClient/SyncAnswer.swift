import Compression
import Sealing
import SyncProtocol

/// What an answer of HTTP means to a laptop that has one batch outstanding.
///
/// Only a reply that names the outstanding batch and is signed by the centre is taken: a page of a
/// captive portal, a late answer to another batch or another centre's word acknowledges nothing.
enum SyncAnswer: Equatable, Sendable {
  case accepted(SyncResponse)
  /// - Parameters:
  ///   - asked: What `Retry-After` said, in milliseconds.
  ///   - now: The centre's clock, when it said it.
  case refused(Problem, asked: Int64?, now: Timestamp?)
  case failed(SyncFailure)

  /// - Parameters:
  ///   - batch: The hash of the body that was sent.
  ///   - key: The public key of the centre that the laptop was enrolled at.
  init(_ response: HTTPResponse, batch: String, key: [UInt8]) {
    guard response.status == 200 else {
      self = Self.refusal(response)
      return
    }
    guard response.hasType(WireType.frames) else {
      self = .failed(.notACentre(status: response.status))
      return
    }
    guard let answer = Self.read(response), answer.reply.batch == batch else {
      self = .failed(.garbled)
      return
    }
    let signature = answer.reply.signature?.bytes ?? []
    guard SigningKeys.verify(signature, of: answer.reply.signedBytes, by: key) else {
      self = .failed(.wrongCentre)
      return
    }
    self = .accepted(answer)
  }

  private static func read(_ response: HTTPResponse) -> SyncResponse? {
    // Why it cannot be read makes no difference to anybody: it is asked for again.
    guard let bytes = try? response.plainBody(limit: FrameLimits().total) else { return nil }
    // The same.
    return try? SyncResponse(reading: bytes)
  }

  private static func refusal(_ response: HTTPResponse) -> SyncAnswer {
    guard let report = response.problemReport else {
      return .failed(.notACentre(status: response.status))
    }
    return .refused(report.problem, asked: response.retryAfter, now: report.now)
  }
}

extension HTTPResponse {
  func hasType(_ type: String) -> Bool {
    let given = headers["content-type"]?.split(separator: ";").first
    return given?.lowercased() == type
  }

  /// What the centre refused with; `nil` when it was somebody else who answered.
  var problemReport: ProblemReport? {
    guard (400..<600).contains(status), hasType(WireType.json) else { return nil }
    return WireJSON.decode(ProblemReport.self, from: body)
  }

  /// `Retry-After` in milliseconds, when it is a number of seconds.
  var retryAfter: Int64? {
    headers["retry-after"].flatMap { Int64($0) }.map { min(max($0, 0), 86_400) * 1_000 }
  }

  func plainBody(limit: Int) throws(ZstandardError) -> [UInt8] {
    guard headers["content-encoding"]?.lowercased() == "zstd" else { return body }
    return try Zstandard.decompress(body, limit: limit)
  }
}
