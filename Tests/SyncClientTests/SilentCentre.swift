import SyncClient

/// A centre that never answers: whoever asks it waits until the question is taken back.
final class SilentCentre: HTTPTransport {
  private let asked = AsyncStream.makeStream(of: Void.self)

  /// Waits until somebody asks.
  func isAsked() async {
    for await _ in asked.stream { return }
  }

  func send(
    _ request: HTTPRequest, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws(LinkFailure) -> HTTPResponse {
    asked.continuation.yield()
    let forever = AsyncStream<Never> { _ in }
    for await _ in forever {}
    throw .cancelled
  }
}
