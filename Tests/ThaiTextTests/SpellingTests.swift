import Testing
import ThaiText

@Suite struct SpellingTests {
  @Test func `text is stored in one spelling`() throws {
    for vector in try Vectors.read().normalize {
      let stored = ThaiNormalization.normalize(vector.typed)
      // Compared by scalars: String counts canonically equal texts as the same.
      #expect(
        Array(stored.unicodeScalars) == Array(vector.stored.unicodeScalars), "\(vector.typed)")
      #expect(ThaiNormalization.normalize(stored) == stored)
    }
  }

  @Test func `letters of other scripts are composed`() {
    let stored = ThaiNormalization.normalize("Caf\u{E9}, cafe\u{301} ที่ตลาด")
    #expect(stored.unicodeScalars.count == "Café, café ที่ตลาด".unicodeScalars.count)
    #expect(ThaiFolding.fold("CAFÉ น้ำ") == "caféนำ")
  }

  @Test(arguments: ["น้ำํ๋า", "ม้ํำ้า", "กํ่ำ่ิ", "เเเเ่่", "ำ่ำ่ำํา", "ก่ีํ่า"])
  func `mending a heap of marks twice mends nothing more`(typed: String) {
    let once = ThaiNormalization.normalize(typed)
    let twice = ThaiNormalization.normalize(once)
    #expect(Array(twice.unicodeScalars) == Array(once.unicodeScalars))
  }

  @Test func `a space at the end stays while text is typed`() {
    #expect(ThaiNormalization.normalize("บ้าน  ", keepingEnds: true) == "บ้าน ")
    #expect(ThaiNormalization.normalize("บ้าน  ") == "บ้าน")
  }

  @Test func `a mark of another script on a Thai letter is noticed`() {
    #expect(ThaiNormalization.hasForeignMark("เมน\u{0941}"))
    #expect(!ThaiNormalization.hasForeignMark("เมนู"))
  }

  @Test func `a search finds text whatever its tones and spaces`() throws {
    for vector in try Vectors.read().alike {
      let isSame = ThaiFolding.fold(vector.one) == ThaiFolding.fold(vector.other)
      #expect(isSame == vector.same, "\(vector.one) \(vector.other)")
    }
  }

  @Test func `a looser search finds letters that sound alike`() {
    #expect(ThaiFolding.foldLoosely("ไก่") == ThaiFolding.foldLoosely("ใก่"))
    #expect(ThaiFolding.foldLoosely("ทราย") == ThaiFolding.foldLoosely("ซาย"))
    #expect(ThaiFolding.foldLoosely("ศรีสวัสดิ์") == ThaiFolding.foldLoosely("สรีสวัส"))
    #expect(ThaiFolding.fold("พังโคน") != ThaiFolding.fold("พันโคน"))
  }

  @Test func `names stand in the order of the Thai dictionary`() throws {
    let sorted = try Vectors.read().sorted
    #expect(
      sorted.shuffled().sorted { ThaiCollation.key(of: $0) < ThaiCollation.key(of: $1) } == sorted)
  }

  @Test func `numbers in names compare as numbers`() {
    let names = ["หมู่ ๒", "หมู่ 3", "หมู่ ๑๐"]
    #expect(
      names.reversed().sorted { ThaiCollation.key(of: $0) < ThaiCollation.key(of: $1) } == names)
  }

  /// Every neighbour pair as ICU 72 compares it in the locale th.
  @Test(arguments: [
    ["กเม", "เกต", "เกม", "เกษตร", "เกา", "เขต"],
    ["ก", "ก๎", "ก์", "ก็", "ก่", "ก้", "ก๊", "ก๋", "กํ", "กั"],
    ["+", "฿", "๙", "ก", "a", "A", "b"], ["กา", "กๅ", "กาํ", "กํา", "กำ", "กิ"], ["กา่", "ก่า"],
  ])
  func `names are compared as ICU compares them`(rising: [String]) {
    for (one, other) in zip(rising, rising.dropFirst()) {
      #expect(ThaiCollation.key(of: one) < ThaiCollation.key(of: other), "\(one) \(other)")
    }
  }

  @Test(arguments: [("ก ข", "กข"), ("ก-ข", "กข"), ("ๆก่", "ก่"), ("๑", "1"), ("กฯ", "ก")])
  func `what does not count in the order makes no difference`(one: String, other: String) {
    #expect(ThaiCollation.key(of: one) == ThaiCollation.key(of: other))
  }
}
