import Testing
import ThaiText

@Suite struct KeyboardTests {
  @Test func `text typed on the Latin layout is read as Thai`() throws {
    for vector in try Vectors.read().thaiFromLatin {
      #expect(KeyboardLayout.thai(fromLatin: vector.typed) == vector.meant)
      #expect(KeyboardLayout.latin(fromThai: vector.meant ?? "") == vector.typed)
    }
  }

  @Test func `Thai is offered only where it was meant`() throws {
    for vector in try Vectors.read().suggestThai {
      #expect(KeyboardLayout.suggestThai(for: vector.typed) == vector.meant, "\(vector.typed)")
    }
  }

  @Test func `the Thai number row is read as digits only where it was meant`() throws {
    for vector in try Vectors.read().suggestDigits {
      #expect(KeyboardLayout.suggestDigits(for: vector.typed) == vector.meant, "\(vector.typed)")
    }
  }

  @Test func `a date typed on the Thai layout keeps its separators`() {
    #expect(KeyboardLayout.suggestDigits(for: "ๅจฝภฝ/ถุ-", allowing: "/") == "10/4/2563")
    #expect(KeyboardLayout.suggestDigits(for: "10 เม.ย.", allowing: "/") == nil)
  }

  @Test func `a command key works with the Thai layout on`() {
    #expect(KeyboardLayout.latin(fromThai: "ๆ" as Unicode.Scalar) == "q")
    #expect(KeyboardLayout.latin(fromThai: "7" as Unicode.Scalar) == "7")
  }
}
