/// A place in Thailand's administrative tree, as two digits a level.
///
/// `""` is the nation, `47` a province, `4712` a district, `471206` a subdistrict and `47120601` a
/// village. The last two digits are the หมู่ที่; `00` there stands for a community of a municipality.
public struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The digits.
  public let description: String

  /// The whole nation.
  public static let nation = AreaCode(digits: "")

  /// Takes zero, two, four, six or eight ASCII digits; anything else is `nil`.
  public init?(_ text: String) {
    let digits = text.utf8
    guard digits.count <= 8, digits.count.isMultiple(of: 2),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    description = text
  }

  private init(digits: String) {
    description = digits
  }

  /// Whether the other place is this one or lies in it.
  ///
  /// Both have whole pairs of digits, so a district `4712` never covers a province `47`, and no
  /// prefix ends in the middle of a level.
  public func covers(_ other: AreaCode) -> Bool {
    other.description.utf8.starts(with: description.utf8)
  }

  public var province: AreaCode? { prefix(2) }
  public var district: AreaCode? { prefix(4) }
  public var subdistrict: AreaCode? { prefix(6) }
  public var isVillage: Bool { description.utf8.count == 8 }

  private func prefix(_ digits: Int) -> AreaCode? {
    guard description.utf8.count >= digits else { return nil }
    return AreaCode(digits: String(description.prefix(digits)))
  }

  public static func < (left: AreaCode, right: AreaCode) -> Bool {
    left.description < right.description
  }
}

extension AreaCode: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let area = AreaCode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an area code")
    }
    self = area
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
