/// The G-code of a pupil without civil registration: `G`, year, province and running number.
///
/// It has no check digit.
public struct PupilCode: Hashable, Sendable {
  /// `G` and 12 ASCII digits.
  public let text: String

  /// Reads a code as people type it, or returns nil.
  public init?(_ typed: String) {
    let signs = Digits.ascii(typed).unicodeScalars.filter { $0 != " " && $0 != "-" }
    guard signs.count == 13, signs.first == "G" || signs.first == "g" else { return nil }
    guard signs.dropFirst().allSatisfy(\.isASCIIDigit) else { return nil }
    text = "G" + String(scalars: signs.dropFirst())
  }
}
