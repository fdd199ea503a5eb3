/// A sync in a file: what a laptop would have said to the centre, or the centre's answer to it.
///
/// One line that says what it is and proves who wrote it, and behind it the very bytes that would
/// have gone over the network. Whoever carries the stick reads none of it and can change none of it.
public struct BundleFile: Equatable, Sendable {
  /// Which way it goes.
  public enum Direction: String, Codable, Sendable {
    case toCentre = "fieldtui.bundle.1"
    case toLaptop = "fieldtui.answer.1"
  }

  /// The largest file that is read, in bytes.
  public static let longest = 16 << 20

  public var direction: Direction
  /// What the laptop signs a request with; an answer is signed inside.
  public var proof: RequestSignature?
  /// Compressed frames.
  public var body: [UInt8]

  public init(_ direction: Direction, proof: RequestSignature? = nil, body: [UInt8]) {
    self.direction = direction
    self.proof = proof
    self.body = body
  }

  /// Reads a file; nil when it is no bundle.
  public init?(reading bytes: [UInt8]) {
    guard let (line, rest) = HeadedFile.read(Line.self, from: bytes, limit: Self.longest)
    else { return nil }
    direction = line.k
    proof = RequestSignature { name in line.proof?[name] }
    body = rest
  }

  /// The file's content.
  public var bytes: [UInt8] {
    let headers = proof.map { proof in
      Dictionary(proof.headers.map { ($0.name, $0.value) }) { first, _ in first }
    }
    return HeadedFile.bytes(Line(k: direction, proof: headers), body)
  }

  private struct Line: Codable {
    var k: Direction
    var proof: [String: String]?
  }
}
