import Sealing
import Testing

private let answer = Array("นายสมชาย ใจดี 1-0000-00001-01-3".utf8)

struct SealedValueTests {
  private let key = SecretBytes(randomCount: SealedValue.keyCount)

  @Test func `a sealed value opens with its key and its context`() throws {
    let sealed = SealedValue.seal(answer, with: key, for: "draft/7")
    #expect(try SealedValue.open(sealed, with: key, for: "draft/7") == answer)
    #expect(sealed.count == answer.count + SealedValue.overhead)
    #expect(sealed.firstRange(of: answer.prefix(12)) == nil)
  }

  @Test func `an empty value can be sealed too`() throws {
    let sealed = SealedValue.seal([], with: key, for: "draft/7")
    #expect(try SealedValue.open(sealed, with: key, for: "draft/7").isEmpty)
  }

  @Test func `a value does not open in another row`() {
    let sealed = SealedValue.seal(answer, with: key, for: "draft/7")
    #expect(throws: SealingError.cannotOpen) {
      try SealedValue.open(sealed, with: key, for: "draft/8")
    }
  }

  @Test func `a value does not open with another key`() {
    let sealed = SealedValue.seal(answer, with: key, for: "draft/7")
    #expect(throws: SealingError.cannotOpen) {
      try SealedValue.open(sealed, with: SecretBytes(randomCount: 32), for: "draft/7")
    }
  }

  @Test func `one changed bit anywhere is noticed`() {
    let sealed = SealedValue.seal(answer, with: key, for: "draft/7")
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(throws: SealingError.cannotOpen) {
        try SealedValue.open(changed, with: key, for: "draft/7")
      }
    }
  }

  @Test(arguments: [0, 1, 39])
  func `a seal cut short is noticed`(length: Int) {
    let sealed = SealedValue.seal([], with: key, for: "draft/7")
    #expect(throws: SealingError.cannotOpen) {
      try SealedValue.open(Array(sealed.prefix(length)), with: key, for: "draft/7")
    }
  }

  @Test func `the same value is never sealed alike`() {
    let first = SealedValue.seal(answer, with: key, for: "draft/7")
    #expect(first != SealedValue.seal(answer, with: key, for: "draft/7"))
  }
}
