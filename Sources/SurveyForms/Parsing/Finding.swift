/// Something wrong with a form, found at the desk before anybody carries it into a village.
public struct Finding: Equatable, Sendable {
  public enum Severity: String, Sendable, Equatable {
    /// The form cannot be used.
    case error
    /// The form can be used, but not everything in it.
    case warning
  }

  public let severity: Severity
  /// Where it stands in the XForm; the first line and the first column are 1, columns count characters.
  public let line: Int
  public let column: Int
  public let code: Code
  /// A whole sentence in English: what is wrong and, where it helps, what to do.
  public let message: String

  /// Every kind of finding, by the name that `form check` prints.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    case notXML = "not-xml"
    case doctype = "doctype"
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case notAForm = "not-a-form"
    case noInstance = "no-instance"
    case noFormID = "no-form-id"
    case duplicateNode = "duplicate-node"
    case unknownNode = "unknown-node"
    case noNode = "no-node"
    case badExpression = "bad-expression"
    case cycle = "cycle"
    case unknownType = "unknown-type"
    case unknownInstance = "unknown-instance"
    case duplicateInstance = "duplicate-instance"
    case missingMedia = "missing-media"
    case badMedia = "bad-media"
    case unknownText = "unknown-text"
    case noChoices = "no-choices"
    case duplicateChoice = "duplicate-choice"
    case noLabel = "no-label"
    case unknownControl = "unknown-control"
    case unknownEvent = "unknown-event"
    case unknownPreload = "unknown-preload"
    case notInTerminal = "not-in-terminal"
    case encrypted = "encrypted"
    case questionTwice = "question-twice"
    case outsideRepeat = "outside-repeat"
  }
}

extension Finding: CustomStringConvertible {
  /// `12:7: error: The form has no /data/agee. [unknown-node]`, to be put behind the file's name.
  public var description: String {
    "\(line):\(column): \(severity.rawValue): \(message) [\(code.rawValue)]"
  }
}
