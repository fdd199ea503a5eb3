import ThaiText

/// Answers about texts typed with the wrong keyboard layout on.
enum ThaiKeyboard {
  static func answers(to question: JSON) -> JSON {
    let keys = question["map_en_to_th"]?.members.keys.map { $0 } ?? []
    let map = keys.map { ($0, JSON.text(KeyboardLayout.thai(fromLatin: $0))) }
    let typed = question["typed_with_latin_layout"] ?? []
    return [
      "map_en_to_th": .object(Dictionary(uniqueKeysWithValues: map)),
      "typed_with_latin_layout": ThaiMode.each(typed, typedOnLatin),
      "suggest_thai": ThaiMode.each(question["suggest_thai"] ?? []) {
        suggestion(for: $0) { KeyboardLayout.suggestThai(for: $0) }
      },
      "suggest_digits": ThaiMode.each(question["suggest_digits"] ?? []) {
        suggestion(for: $0) { KeyboardLayout.suggestDigits(for: $0) }
      },
    ]
  }

  private static func typedOnLatin(_ question: JSON) -> JSON {
    let latin = question["latin"]?.string ?? ""
    return ["latin": .text(latin), "thai": .text(KeyboardLayout.thai(fromLatin: latin))]
  }

  private static func suggestion(for question: JSON, _ suggest: (String) -> String?) -> JSON {
    let typed = question.items.first?.string ?? ""
    return [.text(typed), .optional(suggest(typed))]
  }
}
