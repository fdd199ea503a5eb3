/// One request, whole: the body has been read and is within its route's limit.
struct Request: Equatable, Sendable {
  var method: String
  /// Without the query.
  var path: String
  var headers = Headers()
  var body: [UInt8] = []

  /// The media type without its parameters, lower-case; "" when none was sent.
  var mediaType: String {
    let value = headers["Content-Type"]?.split(separator: ";", omittingEmptySubsequences: false)
    return (value?.first ?? "").filter { $0 != " " }.lowercased()
  }
}
