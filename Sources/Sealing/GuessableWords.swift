/// The words that anyone would try for a person: each name by itself and whole, without its title.
///
/// Texts are compared folded: in small letters, without tone marks, spaces and punctuation, and with
/// Arabic digits, so that another spelling of a name is the same name.
struct GuessableWords {
  /// What to look for, longest first so that a long word is not left in pieces.
  let folded: [[Unicode.Scalar]]

  init(_ texts: [String]) {
    let words = texts.flatMap(Self.words(of:))
    let both = words + words.map { $0.reversed() }
    folded = Set(both.map(Letters.init)).map(\.scalars).filter { $0.count >= 2 }
      .sorted { $0.count > $1.count }
  }

  /// The text as a whole and each of its words, with and without what stands before a name.
  private static func words(of text: String) -> [[Unicode.Scalar]] {
    let parts = text.split { $0.isWhitespace || $0.isPunctuation }.map(String.init)
    let whole = fold(text)
    let isLong = whole.count >= 3
    return (isLong ? bare(whole) : []) + parts.map(fold).flatMap(bare)
  }

  private static func bare(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard let title = titles.first(where: { word.count > $0.count + 1 && word.starts(with: $0) })
    else { return [word] }
    return [word] + bare(Array(word.dropFirst(title.count)))
  }

  /// What is written onto a Thai name, or before one of a place.
  static let titles: [[Unicode.Scalar]] = [
    "นาย", "นาง", "นางสาว", "น.ส.", "คุณ", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "ว่าที่", "ร้อยตรี",
    "ร้อยโท", "ร้อยเอก", "พันตรี", "พันโท", "พันเอก", "สิบตรี", "สิบโท", "สิบเอก", "จ่าสิบ", "ร.ต.", "พ.ต.",
    "ส.ต.", "ส.อ.", "จ.ส.อ.", "ดาบตำรวจ", "ด.ต.", "หญิง", "พระ", "สามเณร", "แม่ชี", "ดร.", "ผู้ใหญ่บ้าน",
    "ผู้ใหญ่",
    "กำนัน", "ผู้ช่วย", "ประธาน", "ปลัด", "หมู่บ้าน", "บ้าน", "ชุมชน", "ตำบล", "อำเภอ", "จังหวัด", "หมู่ที่", "หมู่",
    "mister", "mrs", "mr", "miss", "ms", "doctor", "dr", "khun", "ban", "tambon", "amphoe",
  ].map(fold).sorted { $0.count > $1.count }

  /// Small letters and digits only; tone marks dropped, Thai digits and the usual swaps as ASCII.
  static func fold(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x0E47...0x0E4E: continue
      case 0x0E33: folded.append("า")
      // แ may be typed as เ twice.
      case 0x0E40 where folded.last == "เ": folded[folded.count - 1] = "แ"
      case 0x0E50...0x0E59: folded.append(Unicode.Scalar(UInt8(scalar.value - 0x0E50 + 0x30)))
      case 0x40: folded.append("a")
      case 0x24: folded.append("s")
      case 0x30...0x39, 0x0E31...0x0E3A: folded.append(scalar)
      default: if scalar.properties.isAlphabetic { folded.append(scalar) }
      }
    }
    return folded
  }

  /// A folded word as a member of a set.
  private struct Letters: Hashable {
    let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }
  }
}
