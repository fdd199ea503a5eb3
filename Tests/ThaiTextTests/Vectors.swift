import FoundationEssentials

/// The checked inputs and outputs of vectors.json, which says where they come from.
struct Vectors: Decodable {
  var normalize: [Spelling]
  var alike: [Pair]
  var sorted: [String]
  var thaiFromLatin, suggestThai, suggestDigits: [Meaning]
  var nationalIDs, pupilCodes: [Number]
  var phones: [Phone]
  var dates: [TypedDate]
  var written: [WrittenDate]

  struct Spelling: Decodable { var typed, stored: String }
  struct Pair: Decodable {
    var one, other: String
    var same: Bool
  }
  struct Meaning: Decodable {
    var typed: String
    var meant: String?
  }
  struct Number: Decodable {
    var typed: String
    var valid: Bool
    var grouped: String?
  }
  struct Phone: Decodable {
    var typed, digits: String
    var kind: String?
  }
  struct TypedDate: Decodable {
    var typed: String
    var iso: String?
  }
  struct WrittenDate: Decodable { var iso, long, short, numeric, weekday: String }

  static func read() throws -> Vectors {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = try Data(contentsOf: URL(filePath: "/\(folder)/vectors.json"))
    return try JSONDecoder().decode(Vectors.self, from: bytes)
  }
}
