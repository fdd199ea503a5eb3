/// An enrolment in a file: what a laptop asks of a centre that it never meets, or the centre's answer.
///
/// Behind one line lies an ``EnrolmentRequest`` or an ``EnrolmentReply``, sealed with a key that is
/// made of the one-time code. Whoever carries the stick reads none of it and can make none up.
public struct EnrolmentFile: Equatable, Sendable {
  /// Which way it goes.
  public enum Direction: String, Codable, Sendable {
    case toCentre = "fieldtui.enrol.1"
    case toLaptop = "fieldtui.enrolled.1"
  }

  /// The largest file that is read, in bytes.
  public static let longest = 64 << 10

  public var direction: Direction
  /// The first characters of the code, by which the centre finds it.
  public var selector: String
  public var sealed: [UInt8]

  public init(_ direction: Direction, selector: String, sealed: [UInt8]) {
    self.direction = direction
    self.selector = selector
    self.sealed = sealed
  }

  /// Reads a file; nil when it is no enrolment.
  public init?(reading bytes: [UInt8]) {
    guard let (line, rest) = HeadedFile.read(Line.self, from: bytes, limit: Self.longest)
    else { return nil }
    self.init(line.k, selector: line.code, sealed: rest)
  }

  /// The file's content.
  public var bytes: [UInt8] { HeadedFile.bytes(Line(k: direction, code: selector), sealed) }

  /// What its content is sealed for, so that no request can be taken for an answer.
  public static func context(_ direction: Direction, selector: String) -> String {
    "\(direction.rawValue)/\(selector)"
  }

  private struct Line: Codable {
    var k: Direction
    var code: String
  }
}
