/// Writes Thai as it is heard, so that a name is found by somebody who only heard it.
///
/// No transcription: names that sound alike get one key, and now and then two that do not. Tones go, and so
/// do the lengths of i, u and ue and every letter that is silent; a consonant at the end of a syllable counts as one
/// of the eight sounds that can end one, which is where บุญ and บุน, or ศักดิ์ and สัก, are one.
public enum ThaiSound {
  /// The key of a text, without its spaces; what is not Thai stays as ``ThaiFolding/fold(_:)`` has it.
  public static func key(of text: String) -> String {
    let words = ThaiNormalization.normalize(text).unicodeScalars.split(separator: " ")
    return String(scalars: words.flatMap { heard(spelled(Array($0))) })
  }

  /// The letters of a word that are not silent, with ำ and รร written as what they stand for.
  private static func spelled(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for (place, letter) in word.enumerated() {
      switch letter {
      case Sign.thanthakhat: silence(&letters)
      case Sign.saraAm: letters += [hanAkat, "ม"]
      case "ร" where letters.last == "ร":
        letters[letters.count - 1] = hanAkat
        if !isFollowedByFinal(place, in: word) { letters.append("น") }
      case "ย" where letters.dropLast().last.map(closesWithY) ?? false: break
      default: ThaiFolding.append(letter, to: &letters)
      }
    }
    dropSilentEnd(&letters)
    return letters
  }

  /// Drops the consonant under a ์, and one before it that cannot be said either: จันทร์, ลักษณ์.
  private static func silence(_ letters: inout [Unicode.Scalar]) {
    ThaiFolding.dropSilenced(&letters)
    guard let end = letters.suffix(3).first, letters.count > 2, isVowelSign(end),
      letters.suffix(2).allSatisfy(\.isThaiConsonant)
    else { return }
    letters.removeLast()
  }

  /// Drops what is written behind the last sound: the ิ of ชาติ, the ร of มิตร and of เพชร.
  private static func dropSilentEnd(_ letters: inout [Unicode.Scalar]) {
    guard letters.count > 2 else { return }
    let (before, middle, last) = (
      letters[letters.count - 3], letters[letters.count - 2], letters[letters.count - 1]
    )
    guard middle.isThaiConsonant else { return }
    let endsOpen = "ิุ".unicodeScalars.contains(last) && "ตทธม".unicodeScalars.contains(middle)
    let isLed = letters.count > 3 && letters[letters.count - 4].isThaiLeadingVowel
    if isVowelSign(before) ? endsOpen || last == "ร" : isLed && last == "ร" {
      letters.removeLast()
    }
  }

  /// Whether รร, whose second letter is here, is said with the consonant behind it: ธรรม, but not วรรณา.
  private static func isFollowedByFinal(_ place: Int, in word: [Unicode.Scalar]) -> Bool {
    guard place + 1 < word.count, word[place + 1].isThaiConsonant else { return false }
    return place + 2 == word.count || !isVowelSign(word[place + 2])
  }

  private static func heard(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var key: [Unicode.Scalar] = []
    for (place, letter) in letters.enumerated() {
      let isInitial =
        place == 0 || letters[place - 1].isThaiLeadingVowel
        || place + 1 < letters.count && isVowelSign(letters[place + 1])
      switch letter {
      case "ะ": break
      // ทราย is said as ซาย, and ศรี as สี.
      case "ร" where isInitial && place > 0 && "ทสศ".unicodeScalars.contains(letters[place - 1]):
        key[key.count - 1] = "ส"
      // พร is said as พอน.
      case "ร" where !isInitial && letters[place - 1].isThaiConsonant: key += ["อ", "น"]
      default: key.append((isInitial ? initials : finals)[letter] ?? vowels[letter] ?? letter)
      }
    }
    return key
  }

  private static let hanAkat: Unicode.Scalar = "\u{0E31}"

  /// A vowel that is written behind its consonant, above or below it.
  private static func isVowelSign(_ letter: Unicode.Scalar) -> Bool {
    (0x0E30...0x0E3A).contains(letter.value) || letter == Sign.lakkhangyao
  }

  /// ไ and ใ have their ย in them already.
  private static func closesWithY(_ letter: Unicode.Scalar) -> Bool {
    letter == "ไ" || letter == "ใ"
  }

  private static let initials: [Unicode.Scalar: Unicode.Scalar] = table([
    "ค": "ขฃฅฆ", "ช": "ฉฌ", "ส": "ศษซ", "ด": "ฎ", "ต": "ฏ", "ท": "ฐฑฒถธ", "น": "ณ", "พ": "ภผ",
    "ฟ": "ฝ",
    "ย": "ญ", "ล": "ฬร", "ห": "ฮ",
  ])

  private static let finals: [Unicode.Scalar: Unicode.Scalar] = table([
    "ก": "ขฃคฅฆ", "ด": "จชซฌฎฏฐฑฒตถทธศษส", "น": "ณญรลฬ", "บ": "ปพฟภผฝ",
  ])

  private static let vowels: [Unicode.Scalar: Unicode.Scalar] = table([
    "ิ": "ี", "ึ": "ื", "ุ": "ู", "ไ": "ใ",
  ])

  private static func table(
    _ groups: [Unicode.Scalar: String]
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (sound, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = sound }
    }
    return table
  }
}
