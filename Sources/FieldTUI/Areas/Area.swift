import TerminalKit

/// A province, district or subdistrict, with its code of 2, 4 or 6 digits.
struct Area: Hashable, Sendable {
  let code: String
  let thai: String
  let english: String
  /// None for a province or a district; most subdistricts have one, some have two or three.
  let postcodes: [String]

  func name(in language: Language) -> String { language == .thai ? thai : english }
}

/// A subdistrict with all that it lies in.
struct Place: Hashable, Sendable {
  let subdistrict: Area
  let district: Area
  let province: Area

  /// One line as a letter's address has it: `ต.พังโคน อ.พังโคน จ.สกลนคร 47160`.
  ///
  /// Bangkok has แขวง and เขต, which are written out.
  func text(in language: Language) -> String {
    let postcode =
      subdistrict.postcodes.isEmpty ? [] : [subdistrict.postcodes.joined(separator: "/")]
    if language == .english {
      let names = [subdistrict, district, province].map(\.english).joined(separator: ", ")
      return ([names] + postcode).joined(separator: " ")
    }
    let heads = isBangkok ? ["แขวง", "เขต", ""] : ["ต.", "อ.", "จ."]
    let names = zip(heads, [subdistrict, district, province]).map { $0 + $1.thai }
    return (names + postcode).joined(separator: " ")
  }

  private var isBangkok: Bool { province.code == "10" }
}
