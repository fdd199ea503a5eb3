import CCurl

/// Where a centre is: a scheme, a host and perhaps a port and a path.
///
/// Read by libcurl's own parser, so that what was checked here is what is connected to there.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address, without a slash at its end.
  public let description: String
  /// Whether the host is this very machine, the only one that may be spoken to in the clear.
  let isLoopback: Bool

  /// Reads an address; a bare host means `https`.
  ///
  /// `nil` when it is none, names a user or a query, or is `http` to another machine.
  public init?(_ text: String) {
    guard let handle = ccurl_url() else { return nil }
    defer { ccurl_url_free(handle) }
    let flags = UInt32(CURLU_DEFAULT_SCHEME)
    guard ccurl_url_set(handle, text, flags) == CURLUE_OK else { return nil }
    let part = { (name: CURLUPart) in Self.part(name, of: handle) }
    guard let scheme = part(CURLUPART_SCHEME), let host = part(CURLUPART_HOST),
      part(CURLUPART_USER) == nil, part(CURLUPART_QUERY) == nil, part(CURLUPART_FRAGMENT) == nil,
      let whole = part(CURLUPART_URL)
    else { return nil }
    isLoopback = ["127.0.0.1", "localhost", "[::1]"].contains(host)
    guard scheme == "https" || (scheme == "http" && isLoopback) else { return nil }
    description = whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }

  private static func part(_ name: CURLUPart, of handle: OpaquePointer) -> String? {
    guard let text = ccurl_url_part(handle, name) else { return nil }
    defer { ccurl_free(text) }
    return String(cString: text)
  }
}
