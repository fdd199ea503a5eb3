/// Something wrong with a form, found at the desk before anybody carries it into a village.
public struct Finding: Equatable, Sendable {
  public enum Severity: String, Sendable, Equatable {
    /// The form cannot be used.
    case error
    /// The form can be used, but not everything in it.
    case warning
  }

  /// Where it stands in the XForm; the first line and the first column are 1, columns count characters.
  public let line: Int
  public let column: Int
  public let code: Code
  /// What its sentence names, in the sentence's order: a path, a file, a number.
  public let subjects: [String]

  public init(line: Int, column: Int, code: Code, subjects: [String] = []) {
    self.line = line
    self.column = column
    self.code = code
    self.subjects = subjects
  }

  public var severity: Severity { code.severity }

  /// Whole sentences for the person who wrote the form: what is wrong and, where it helps, what to do.
  public var words: FindingWords { code.words.naming(subjects) }
}

extension Finding: CustomStringConvertible {
  /// `12:7: error: The form has no /data/agee. [unknown-node]`, to be put behind the file's name.
  public var description: String {
    "\(line):\(column): \(severity.rawValue): \(words.english) [\(code.rawValue)]"
  }
}

/// A sentence in Thai and in English.
public struct FindingWords: Equatable, Sendable {
  public let thai: String
  public let english: String

  package init(_ thai: String, _ english: String) {
    self.thai = thai
    self.english = english
  }

  /// The sentences with `{0}`, `{1}` replaced by what they are about.
  package func naming(_ subjects: [String]) -> FindingWords {
    FindingWords(FindingWords.fill(thai, subjects), FindingWords.fill(english, subjects))
  }

  private static func fill(_ sentence: String, _ subjects: [String]) -> String {
    var filled = ""
    for (index, piece) in sentence.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0, let end = piece.firstIndex(of: "}"), let number = Int(piece[..<end]) else {
        filled += piece
        continue
      }
      filled +=
        (number < subjects.count ? subjects[number] : "…") + piece[piece.index(after: end)...]
    }
    return filled
  }
}
