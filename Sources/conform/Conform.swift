import CommandLineKit
import FoundationEssentials
import Glibc

/// Runs our engine over cases that other engines answered, and writes what it observes.
///
/// The cases say what is expected, but nothing here looks at that: scoring is done elsewhere.
enum Conform {
  /// Prints what our code makes of a file of cases.
  typealias Mode = @Sendable (_ cases: CaseFile) throws -> Void

  private static let modes: [String: Mode] = [
    "xpath": XPathCases.run,
    "scenarios": ScenarioCases.run,
    "forms": FormCases.run,
    "replay": ReplayCases.run,
    "time": TimeCases.run,
    "thai": ThaiMode.run,
    "collate": TextModes.collate,
    "breaks": TextModes.breaks,
    "spelling": TextModes.spelling,
  ]

  static func main(_ arguments: [String]) -> Int32 {
    guard arguments.count == 2, let mode = modes[arguments[0]] else {
      complain("usage: conform \(modes.keys.sorted().joined(separator: "|")) CASES > OBSERVATIONS")
      return EX_USAGE
    }
    do {
      try mode(CaseFile(arguments[1]))
      return EX_OK
    } catch {
      complain("\(arguments[1]): \(error)")
      return EX_DATAERR
    }
  }

  private static func complain(_ sentence: String) {
    StandardError.write(sentence + "\n")
  }
}

/// A file with one case a line and the folder it lies in, or a folder of cases.
struct CaseFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The folder of the file, with a slash at its end.
  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  /// Reads every case, and prints what a body makes of it.
  func observe<Case: Decodable>(_ body: (Case) throws -> JSON) throws {
    let text = String(decoding: try contents, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
      let one = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      print(try body(one).line)
    }
  }

  /// The whole file.
  var contents: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

  /// The bytes of a file near the cases; nil when there is none.
  func bytes(_ name: String) -> [UInt8]? {
    // A file that is missing is for the form reader to name.
    (try? Data(contentsOf: URL(filePath: folder + name))).map(Array.init)
  }
}
