/// The languages of the screens.
public enum Language: String, CaseIterable, Codable, Sendable {
  case thai = "th"
  case english = "en"

  public var other: Language { self == .thai ? .english : .thai }
}

/// A short text in both languages of the screens.
public struct Label: Hashable, Sendable {
  public let thai: String
  public let english: String

  public init(_ thai: String, _ english: String) {
    self.thai = thai
    self.english = english
  }

  public func text(in language: Language) -> String { language == .thai ? thai : english }
}
