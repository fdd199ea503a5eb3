import CCurl
import Dispatch
import Synchronization

/// HTTP by libcurl.
///
/// `curl_easy_perform` blocks, for minutes on a bad link: transfers run one after another on a queue
/// of their own. The connection stays open between them, and certificates are always checked.
public final class CurlTransport: HTTPTransport {
  private let queue = DispatchQueue(label: "fieldtui.curl")
  // Only the queue comes here; the lock is what lets the compiler see that.
  private let connection: Mutex<CurlHandle?> = Mutex(nil)
  private let patience: Patience
  private let certificates: String?

  /// How long to wait before giving a link up.
  public struct Patience: Equatable, Sendable {
    /// For the connection to come about, in milliseconds.
    public var connecting = 30_000
    /// What a transfer must reach, in bytes a second, not to be given up.
    public var bytesPerSecond = 20
    /// For how many seconds it may stay below that.
    ///
    /// There is no limit on the whole: a slow link may be slow.
    public var seconds = 60

    public init() {}
  }

  /// Whether libcurl is there, which is loaded when it is first needed.
  public static var isInstalled: Bool { ccurl_load() }

  /// - Parameter certificates: A PEM file of the authorities to trust instead of the system's.
  public init(certificates: String? = nil, patience: Patience = Patience()) {
    self.certificates = certificates
    self.patience = patience
  }

  public func send(
    _ request: HTTPRequest, progress: @escaping @Sendable (_ sent: Int, _ received: Int) -> Void
  ) async throws(LinkFailure) -> HTTPResponse {
    let cancellation = Cancellation()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async {
          continuation.resume(returning: self.perform(request, cancellation, progress))
        }
      }
    } onCancel: {
      cancellation.flag.store(true, ordering: .relaxed)
    }
    return try result.get()
  }

  private func perform(
    _ request: HTTPRequest, _ cancellation: Cancellation,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) -> Result<HTTPResponse, LinkFailure> {
    guard let address = ServerAddress(request.url) else { return .failure(.badAddress) }
    let isCancelled = { @Sendable in cancellation.flag.load(ordering: .relaxed) }
    return connection.withLock { handle in
      do throws(LinkFailure) {
        let curl: CurlHandle
        if let open = handle { curl = open } else { curl = try CurlHandle() }
        handle = curl
        try curl.prepare(request, to: address, certificates: certificates, patience)
        let transfer = Transfer(
          limit: request.answerLimit, progress: progress, isCancelled: isCancelled)
        return .success(try curl.perform(request, transfer))
      } catch {
        return .failure(error)
      }
    }
  }

  private final class Cancellation: Sendable {
    let flag = Atomic(false)
  }
}
