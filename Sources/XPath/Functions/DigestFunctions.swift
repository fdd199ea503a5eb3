/// `digest` and `base64-decode`.
enum DigestFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("digest", 2...3, specialise: checkNames, body: digest),
    XPathFunction("base64-decode", 1) { call throws(EvaluationError) in
      guard let bytes = Base64.decode(try call.text(0)) else { return .empty }
      return .text(String(decoding: bytes, as: UTF8.self))
    },
  ]

  private typealias Algorithm = @Sendable ([UInt8]) -> [UInt8]

  private static let algorithms: [String: Algorithm] = [
    "MD5": { MD5.digest(of: $0) }, "SHA-1": { SHA1.digest(of: $0) },
    "SHA-256": { SHA256.digest(of: $0) }, "SHA-384": { SHA512.digest384(of: $0) },
    "SHA-512": { SHA512.digest(of: $0) },
  ]
  private static let encodings: Set<String> = ["base64", "hex"]

  /// The algorithm of a name, with or without its dash, in any case.
  private static func algorithm(_ name: String) -> Algorithm? {
    let name = name.uppercased()
    return algorithms[name] ?? algorithms[name.replacing("SHA", with: "SHA-", maxReplacements: 1)]
  }

  @Sendable private static func checkNames(
    _ arguments: [Expression]
  ) throws(SyntaxError) -> XPathFunction.Body? {
    let error = SyntaxError(.badArgument(function: "digest"), at: 0)
    if case .text(let name) = arguments[1], algorithm(name) == nil { throw error }
    if arguments.count > 2, case .text(let name) = arguments[2],
      !encodings.contains(name.lowercased())
    {
      throw error
    }
    return nil
  }

  @Sendable private static func digest(_ call: Call) throws(EvaluationError) -> XPathValue {
    let encoding = call.count > 2 ? try call.text(2).lowercased() : "base64"
    guard let algorithm = algorithm(try call.text(1)), encodings.contains(encoding) else {
      throw .outOfRange(function: call.name)
    }
    let bytes = algorithm(Array(try call.text(0).utf8))
    return .text(encoding == "hex" ? hexadecimal(bytes) : Base64.encode(bytes))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
