import CCurl

/// One easy handle of libcurl, with the connection that it keeps open.
///
/// Each transfer begins from `curl_easy_reset`, which forgets options and keeps the connection.
final class CurlHandle {
  private static let started = ccurl_start()
  private let handle: UnsafeMutableRawPointer

  init() throws(LinkFailure) {
    try check(Self.started)
    guard let handle = ccurl_open() else { throw .library(code: 0) }
    self.handle = handle
  }

  deinit {
    ccurl_close(handle)
  }

  /// Sets everything but the callbacks and the body.
  func prepare(
    _ request: HTTPRequest, to address: ServerAddress, certificates: String?,
    _ patience: CurlTransport.Patience
  ) throws(LinkFailure) {
    ccurl_reset(handle)
    try set(CURLOPT_URL, request.url)
    try set(CURLOPT_PROTOCOLS_STR, address.isLoopback ? "http,https" : "https")
    // A proxy of the environment would take what is meant for this very machine elsewhere.
    if address.isLoopback { try set(CURLOPT_PROXY, "") }
    if let certificates { try set(CURLOPT_CAINFO, certificates) }
    try set(CURLOPT_FOLLOWLOCATION, 0)
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    // Timeouts by signal would interrupt the whole program.
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_CONNECTTIMEOUT_MS, patience.connecting)
    try set(CURLOPT_LOW_SPEED_LIMIT, patience.bytesPerSecond)
    try set(CURLOPT_LOW_SPEED_TIME, patience.seconds)
    try set(CURLOPT_TCP_KEEPALIVE, 1)
    try set(CURLOPT_TCP_KEEPIDLE, 20)
  }

  /// Sends the request and gathers the answer.
  func perform(_ request: HTTPRequest, _ transfer: Transfer) throws(LinkFailure) -> HTTPResponse {
    var list: UnsafeMutablePointer<curl_slist>?
    defer { ccurl_list_free(list) }
    // Asking first whether a body is welcome costs a round trip.
    for line in request.headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
      guard let longer = ccurl_list_append(list, line) else { throw .library(code: 0) }
      list = longer
    }
    try check(ccurl_set_list(handle, CURLOPT_HTTPHEADER, list))
    try connect(transfer)
    let code = try performing(request.body)
    withExtendedLifetime(transfer) {}
    if code == CURLE_WRITE_ERROR && transfer.isTooLong { throw .answerTooLong }
    try check(code)
    guard transfer.isHeadComplete else { throw .cutOff }
    return HTTPResponse(
      status: ccurl_status(handle), headers: transfer.headers, body: transfer.body)
  }

  private func performing(_ body: [UInt8]?) throws(LinkFailure) -> CURLcode {
    guard let body else { return ccurl_perform(handle) }
    return body.withUnsafeBytes { bytes in
      let code = ccurl_set_body(handle, bytes.baseAddress, curl_off_t(bytes.count))
      return code == CURLE_OK ? ccurl_perform(handle) : code
    }
  }

  private func connect(_ transfer: Transfer) throws(LinkFailure) {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    try check(
      ccurl_on_body(
        handle,
        { bytes, size, count, context in
          guard let context else { return 0 }
          let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
          return transfer.take(piece) ? piece.count : 0
        }, context))
    try check(
      ccurl_on_header(
        handle,
        { bytes, size, count, context in
          guard let context else { return 0 }
          let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
          return size * count
        }, context))
    try check(
      ccurl_on_progress(
        handle,
        { context, _, received, _, sent in
          guard let context else { return 1 }
          let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          return transfer.moved(sent: sent, received: received) ? 0 : 1
        }, context))
  }

  private func set(_ option: CURLoption, _ value: Int) throws(LinkFailure) {
    try check(ccurl_set_long(handle, option, value))
  }

  private func set(_ option: CURLoption, _ value: String) throws(LinkFailure) {
    try check(ccurl_set_text(handle, option, value))
  }
}

private func check(_ code: CURLcode) throws(LinkFailure) {
  switch code {
  case CURLE_OK: return
  case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: throw .cannotResolve
  case CURLE_COULDNT_CONNECT: throw .cannotConnect
  case CURLE_OPERATION_TIMEDOUT: throw .timedOut
  case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2,
    CURLE_HTTP2_STREAM:
    throw .cutOff
  case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
    CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    throw .untrustedCertificate
  case CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED: throw .noSecureConnection
  // The address was checked before: what is unsupported is the answer, older than HTTP/1.0.
  case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: throw .notHTTP
  case CURLE_ABORTED_BY_CALLBACK: throw .cancelled
  default: throw .library(code: Int(code.rawValue))
  }
}
