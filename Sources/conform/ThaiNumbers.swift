import ThaiText

/// Answers about identity numbers, pupils' codes and telephones.
enum ThaiNumbers {
  static func citizenID(_ question: JSON) -> JSON {
    let typed = question["id"]?.string ?? ""
    guard let number = try? NationalID(typed) else {  // why it is none, the file does not ask
      return ["id": .text(typed), "valid": false]
    }
    return [
      "id": .text(typed), "valid": true, "formatted": .text(number.grouped),
      "type": .text(String(number.kind)), "suspicious": .truth(number.isFiller),
    ]
  }

  static func pupilCode(_ question: JSON) -> JSON {
    let typed = question.items.first?.string ?? ""
    return [.text(typed), .truth(PupilCode(typed) != nil)]
  }

  static func phone(_ question: JSON) -> JSON {
    let typed = question["in"]?.string ?? ""
    let number = PhoneNumber(typed)
    return [
      "in": .text(typed), "normalized": .text(number.digits),
      "kind": .optional(number.kind?.rawValue),
    ]
  }
}
