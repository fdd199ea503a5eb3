/// What the header lines say about where a request ends.
///
/// libmicrohttpd takes requests that two programs may cut at different places: both lengths given,
/// a length given twice, codings before `chunked`. Behind a proxy each is a way to smuggle a
/// second request inside the first, so all of them are refused before the body is read
/// (RFC 9112, 6.1 and 6.3).
enum RequestFraming: Equatable {
  case none
  case length(Int)
  case chunked

  /// Returns nil when the request must be refused.
  init?(_ headers: Headers) {
    let lengths = headers.all("Content-Length")
    let codings = headers.all("Transfer-Encoding")
    switch (lengths.count, codings.count) {
    case (0, 0):
      self = .none
    case (1, 0):
      guard let length = Self.digits(lengths[0]) else { return nil }
      self = .length(length)
    case (0, 1):
      guard codings[0].lowercased() == "chunked" else { return nil }
      self = .chunked
    default:
      return nil
    }
  }

  private static func digits(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
