import Testing

@testable import TerminalKit

@Suite struct TextWrapTests {
  @Test func `every line fits and nothing is lost`() {
    let text = "การให้ความช่วยเหลือผู้ที่ได้รับผลกระทบจากมาตรการป้องกันและแก้ไขปัญหาโควิด-19"
    for width in 8...40 {
      let lines = TextWrap.lines(text, width: width)
      #expect(lines.allSatisfy { TextWidth.of($0) <= width })
      #expect(lines.joined() == text)
    }
  }

  @Test func `a line does not start with a mark, a following vowel or a repetition sign`() {
    let text = "ต่าง ๆ ที่จะทำการน้ำกะทิ ค่าใช้จ่าย ฯลฯ"
    let forbidden: Set<Unicode.Scalar> = ["ๆ", "ะ", "า", "ำ", "ฯ", "่", "้", "ิ"]
    for width in 4...20 {
      for line in TextWrap.lines(text, width: width) {
        #expect(line.unicodeScalars.first.map(forbidden.contains) != true, "\(width): \(line)")
      }
    }
  }

  @Test func `a leading vowel starts a line rather than ends one`() {
    #expect(TextWrap.lines("ลูกจ้างเป็นโรค", width: 7) == ["ลูกจ้าง", "เป็นโรค"])
  }

  @Test func `break marks say where to break and are never drawn`() {
    let text = "หมู่บ้าน\u{200B}นี้\u{200B}มี\u{200B}น้ำประปา"
    #expect(TextWrap.lines(text, width: 9) == ["หมู่บ้านนี้มี", "น้ำประปา"])
  }

  @Test func `a range of numbers stays on one line`() {
    #expect(TextWrap.lines("เลือก ๑ - ๑๕ ข้อ", width: 10) == ["เลือก", "๑ - ๑๕ ข้อ"])
  }

  @Test func `a web address stays on one line where it fits`() {
    let lines = TextWrap.lines("ลงทะเบียนใน www.เราไม่ทิ้งกัน.com แล้ว", width: 18)
    #expect(lines == ["ลงทะเบียนใน", "www.เราไม่ทิ้งกัน.com", "แล้ว"])
  }

  @Test func `newlines are kept and an empty text is one line`() {
    #expect(TextWrap.lines("หนึ่ง\n\nสอง", width: 20) == ["หนึ่ง", "", "สอง"])
    #expect(TextWrap.lines("", width: 20) == [""])
  }

  @Test func `a word wider than the line is cut`() {
    #expect(TextWrap.lines("www.example.com", width: 6) == ["www.ex", "ample.", "com"])
  }
}
