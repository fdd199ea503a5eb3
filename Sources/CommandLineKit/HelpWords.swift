/// The language of help and of usage errors: English as it was declared, or Thai by a list of it.
public struct HelpWords: Sendable {
  /// The Thai of each English sentence; nil for English.
  private let thai: [String: String]?

  public static let english = HelpWords(thai: nil)

  /// Thai, and English where a sentence is not in the list.
  public static func thai(_ sentences: [String: String]) -> HelpWords { HelpWords(thai: sentences) }

  private init(thai: [String: String]?) { self.thai = thai }

  /// What was declared in English.
  func text(_ english: String) -> String { thai?[english] ?? english }

  /// The words of this package itself.
  func text(_ english: String, _ thai: String) -> String { self.thai == nil ? english : thai }
}
