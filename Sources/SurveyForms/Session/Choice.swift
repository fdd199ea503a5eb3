/// One thing that a question offers.
public struct Choice: Equatable, Sendable {
  /// What is stored.
  public let name: String
  /// What is shown, in the session's language.
  public let label: String
}
