import SyncProtocol
import Testing

struct EnrolmentCodeTests {
  private let code = EnrolmentCode(stillAmbient(3))
  private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  @Test func `a code is five characters, a hyphen and six`() throws {
    let text = code.description
    #expect(text.utf8.count == 12)
    #expect(text.hasPrefix("34567-89ABC"))
    #expect(code.selector == "345")
    #expect(EnrolmentCode(text) == code)
  }

  @Test func `people type it in their own way`() {
    let text = EnrolmentCode(stillAmbient(0)).description
    #expect(text.hasPrefix("01234-5"))
    let typed = "o" + "l" + text.dropFirst(2).lowercased().replacing("-", with: " ")
    #expect(EnrolmentCode(String(typed))?.description == text)
  }

  @Test func `any one wrong character is noticed`() {
    let letters = Array(code.description)
    for index in letters.indices where letters[index] != "-" {
      for other in alphabet where other != letters[index] {
        var wrong = letters
        wrong[index] = other
        #expect(EnrolmentCode(String(wrong)) == nil, "\(String(wrong))")
      }
    }
  }

  @Test func `any two characters in each other's place are noticed`() {
    let letters = Array(code.description)
    for first in letters.indices {
      for second in letters.indices
      where first < second && letters[first] != letters[second] && letters[first] != "-"
        && letters[second] != "-"
      {
        var wrong = letters
        wrong.swapAt(first, second)
        #expect(EnrolmentCode(String(wrong)) == nil, "\(String(wrong))")
      }
    }
  }

  @Test(arguments: ["", "34567", "34567-89ABCDE", "ก4567-89ABCD", "34567-89ABCU"])
  func `text of another kind is no code`(text: String) {
    #expect(EnrolmentCode(text) == nil)
  }
}
