/// A form that means harm, or was made by a machine that went wrong.
///
/// Each must be refused with a sentence or opened, within a bound of time and memory, and a key
/// pressed in one that was opened must be answered at once.
public struct HostileForm: Sendable, CustomStringConvertible {
  public let name: String
  public let fate: Fate
  /// What is typed into it, if it opens: paths and texts.
  public let keys: [Key]
  private let make: @Sendable () -> Files

  /// What `FormReader` has to do with it.
  public enum Fate: Sendable {
    case refused
    /// Refused in its full size, where it is over a limit.
    case refusedInFull
    case opened
    case either
  }

  public struct Key: Sendable {
    public let path: String
    public let text: String
  }

  /// The form and what lies beside it.
  public struct Files: Sendable {
    public var xform: [UInt8]
    public var media: [String: [UInt8]] = [:]
  }

  public var files: Files { make() }
  public var description: String { name }

  init(
    _ name: String, _ fate: Fate = .either, keys: [(String, String)] = [],
    _ make: @escaping @Sendable () -> Files
  ) {
    self.name = name
    self.fate = fate
    self.keys = keys.map { Key(path: $0.0, text: $0.1) }
    self.make = make
  }

  /// All kinds, in a size that a laptop should survive, or small enough for every run of the tests.
  ///
  /// - Parameter divisor: 1 for the full size.
  public static func all(divisor: Int) -> [HostileForm] {
    let size = Size(divisor: divisor)
    return Documents.all(size) + Rules.all(size) + Lists.all(size) + Expressions.all(size)
  }
}

/// How many of a thing there are.
struct Size: Sendable {
  let divisor: Int

  func callAsFunction(_ full: Int) -> Int { max(2, full / divisor) }
}

/// The parts of a form, put together as text.
struct FormParts {
  var record = ""
  var binds = ""
  var body = ""
  var model = ""

  var files: HostileForm.Files { HostileForm.Files(xform: Array(text.utf8)) }

  var text: String {
    """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>x</h:title><model>
    <instance><data id="hostile">\(record)</data></instance>\(model)\(binds)</model></h:head>
    <h:body>\(body)</h:body></h:html>
    """
  }

  static func question(_ name: String) -> String {
    "<input ref=\"/data/\(name)\"><label>\(name)</label></input>"
  }
}

func repeated(_ count: Int, _ piece: (Int) -> String) -> String {
  var text = ""
  for index in 0..<count { text += piece(index) }
  return text
}
