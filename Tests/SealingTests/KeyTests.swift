import Sealing
import Testing

private let message = Array("แบบสำรวจผู้ได้รับผลกระทบ".utf8)

struct KeyTests {
  @Test func `only the owner of a box opens it`() throws {
    let owner = BoxKeys()
    let box = try BoxKeys.seal(message, to: owner.publicKey)
    #expect(try owner.open(box) == message)
    #expect(throws: SealingError.cannotOpen) { try BoxKeys().open(box) }
  }

  @Test func `a box cannot be sealed to a key that opens for everyone`() {
    let lowOrder = [UInt8](repeating: 0, count: 32)
    #expect(throws: SealingError.unusableKey) { try BoxKeys.seal(message, to: lowOrder) }
    #expect(throws: SealingError.unusableKey) { try BoxKeys.seal(message, to: [1, 2, 3]) }
  }

  @Test func `a box pair is the same after its secret was kept`() throws {
    let keys = BoxKeys()
    let again = try BoxKeys(secret: keys.secret)
    #expect(again.publicKey == keys.publicKey)
    #expect(try again.open(BoxKeys.seal(message, to: keys.publicKey)) == message)
  }

  @Test func `a signature holds for its message and its signer only`() {
    let keys = SigningKeys()
    let signature = keys.sign(message)
    #expect(SigningKeys.verify(signature, of: message, by: keys.publicKey))
    #expect(!SigningKeys.verify(signature, of: message + [0], by: keys.publicKey))
    #expect(!SigningKeys.verify(signature, of: message, by: SigningKeys().publicKey))
    #expect(!SigningKeys.verify([1, 2], of: message, by: keys.publicKey))
  }

  @Test func `a signing pair is the same after its secret was kept`() throws {
    let keys = SigningKeys()
    let again = try SigningKeys(secret: keys.secret)
    #expect(again.publicKey == keys.publicKey)
    #expect(SigningKeys.verify(again.sign(message), of: message, by: keys.publicKey))
    #expect(throws: SealingError.unusableKey) {
      try SigningKeys(secret: SecretBytes(randomCount: 32))
    }
  }

  @Test func `the digest is BLAKE2b`() {
    // RFC 7693, appendix A.
    let expected: [UInt8] = [
      0xBA, 0x80, 0xA5, 0x3F, 0x98, 0x1C, 0x4D, 0x0D, 0x6A, 0x27, 0x97, 0xB6, 0x9F, 0x12, 0xF6,
      0xE9, 0x4C, 0x21, 0x2F, 0x14, 0x68, 0x5A, 0xC4, 0xB7, 0x4B, 0x12, 0xBB, 0x6F, 0xDB, 0xFF,
      0xA2, 0xD1, 0x7D, 0x87, 0xC5, 0x39, 0x2A, 0xAB, 0x79, 0x2D, 0xC2, 0x52, 0xD5, 0xDE, 0x45,
      0x33, 0xCC, 0x95, 0x18, 0xD3, 0x8A, 0xA8, 0xDB, 0xF1, 0x92, 0x5A, 0xB9, 0x23, 0x86, 0xED,
      0xD4, 0x00, 0x99, 0x23,
    ]
    #expect(Digest.blake2b(Array("abc".utf8), count: 64) == expected)
    #expect(Digest.blake2b(Array("abc".utf8), count: 16).count == 16)
  }

  @Test func `random bytes differ`() {
    #expect(randomBytes(32) != randomBytes(32))
  }
}
