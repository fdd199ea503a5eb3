import TerminalKit
import Testing

@testable import ThaiBreaking

/// On a machine without libthai the breaker must be that by spelling; with it, it must know words.
@Suite struct LibThaiTests {
  private func pieces(_ text: String, _ breaker: LineBreaker) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let places = [0] + breaker.breaks(scalars) + [scalars.count]
    return zip(places, places.dropFirst()).map { start, end in
      String(String.UnicodeScalarView(scalars[start..<end]))
    }
  }

  private var isInstalled: Bool { LibThai.wordStarts(Array("กา".unicodeScalars)[...]) != nil }

  @Test func `lines are divided between words where libthai is installed, else by spelling`() {
    let text = "ผู้ใหญ่บ้านสำรวจข้อมูลในพื้นที่ 12/3 ต่าง ๆ"
    let words = ["ผู้ใหญ่บ้าน", "สำรวจ", "ข้อมูล", "ใน", "พื้นที่ ", "12/3 ", "ต่าง ๆ"]
    let expected = isInstalled ? words : pieces(text, .spelling)
    #expect(pieces(text, LibThai.breaker) == expected)
  }

  @Test func `a text with break marks is divided there alone`() {
    #expect(pieces("แบบ\u{200B}สำรวจข้อมูล", LibThai.breaker) == ["แบบ\u{200B}", "สำรวจข้อมูล"])
  }

  @Test func `many threads may ask at once`() async {
    let text = "สำนักทะเบียนกลางกรมการปกครอง"
    let alone = pieces(text, LibThai.breaker)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<64 { group.addTask { pieces(text, LibThai.breaker) } }
      for await answer in group { #expect(answer == alone) }
    }
  }
}
