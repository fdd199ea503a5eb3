import FoundationEssentials
import SurveyForms

/// The repository's own forms, and a world for sessions over them that never changes.
enum Forms {
  static let affectedPerson = form("affected-person")

  /// Noon of 24 April 2020 in Bangkok, two weeks after the survey began.
  static let noon: Int64 = 1_587_704_400_000

  static let environment = SessionEnvironment(
    now: { noon }, random: { Array(1...16) }, properties: ["username": "somchai"])

  static func form(_ id: String) -> FormDefinition? {
    read(id).definition
  }

  static func read(_ id: String) -> FormReading {
    let folder = root.appending(path: "forms/\(id)")
    func bytes(_ name: String) -> [UInt8]? {
      // A file that is not there is what the reader wants to hear of.
      (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }
    return FormReader.read(bytes("\(id).xml") ?? [], media: bytes)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
