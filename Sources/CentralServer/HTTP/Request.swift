/// One request, whole: the body has been read and is within its route's limit.
struct Request: Equatable, Sendable {
  var method: String
  /// Without the query.
  var path: String
  var headers = Headers()
  var body: [UInt8] = []
  /// The IPv4 address of the other end.
  var peer: UInt32 = 0

  /// Where it comes from, as far as that can be known.
  ///
  /// Only a proxy on this very machine is believed when it says for whom it speaks.
  var origin: String {
    let isProxy = peer >> 24 == 127
    let forwarded = headers["X-Forwarded-For"]?.split(separator: ",").last
    if isProxy, let forwarded { return forwarded.filter { $0 != " " } }
    return (0..<4).map { "\(peer >> (24 - 8 * $0) & 0xFF)" }.joined(separator: ".")
  }

  /// The media type without its parameters, lower-case; "" when none was sent.
  var mediaType: String {
    let value = headers["Content-Type"]?.split(separator: ";", omittingEmptySubsequences: false)
    return (value?.first ?? "").filter { $0 != " " }.lowercased()
  }
}
