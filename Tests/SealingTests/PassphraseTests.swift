import Sealing
import Testing

struct PassphraseTests {
  private let salt = [UInt8](repeating: 7, count: PassphraseKey.saltCount)

  @Test func `the same passphrase and salt give the same key`() throws {
    let passphrase = secret("ข้าวเหนียวมะม่วงหน้าฝน")
    let key = try PassphraseKey.derive(passphrase, salt: salt, cost: .test)
    #expect(try PassphraseKey.derive(passphrase, salt: salt, cost: .test) == key)
    #expect(key.count == SealedValue.keyCount)
  }

  @Test func `another passphrase, salt or cost gives another key`() throws {
    let key = try PassphraseKey.derive(secret("ข้าวเหนียว"), salt: salt, cost: .test)
    let otherSalt = [UInt8](repeating: 8, count: PassphraseKey.saltCount)
    let dearer = PassphraseCost(operations: 2, memory: 8192)
    #expect(try PassphraseKey.derive(secret("ข้าวเจ้า"), salt: salt, cost: .test) != key)
    #expect(try PassphraseKey.derive(secret("ข้าวเหนียว"), salt: otherSalt, cost: .test) != key)
    #expect(try PassphraseKey.derive(secret("ข้าวเหนียว"), salt: salt, cost: dearer) != key)
  }

  @Test func `a cost or salt that the library refuses is refused`() {
    #expect(throws: SealingError.unusableCost) {
      try PassphraseKey.derive(
        secret("x"), salt: salt, cost: PassphraseCost(operations: 0, memory: 8192))
    }
    #expect(throws: SealingError.unusableKey) {
      try PassphraseKey.derive(secret("x"), salt: [1], cost: .test)
    }
  }

  @Test func `a secret shows its length and nothing else`() {
    let passphrase = secret("ความลับ")
    var shown = "\(passphrase) \(String(reflecting: passphrase))"
    dump(passphrase, to: &shown)
    #expect(shown.contains("SecretBytes(21)"))
    #expect(!shown.contains("address"))
  }

  @Test func `a secret taken from an array leaves the array empty`() {
    var typed = Array("ความลับ".utf8)
    let taken = SecretBytes(wiping: &typed)
    #expect(typed.isEmpty)
    #expect(taken == secret("ความลับ"))
  }

  @Test func `a secret may be empty`() {
    #expect(SecretBytes(copying: []) == SecretBytes(copying: []))
    #expect(SecretBytes(copying: []) != secret("ก"))
  }

  private func secret(_ text: String) -> SecretBytes { SecretBytes(copying: Array(text.utf8)) }
}

struct PassphraseRulesTests {
  private let rules = PassphraseRules(personalWords: ["สมชาย", "บ้านหนองน้ำใส", "0812345678"])

  @Test(arguments: [
    "dopakey1234", "DopaKey1234", "dopakey-1234 dopa 1234", "12345678", "password1", "P@ssword123",
    "qwerty1234", "ผู้ใหญ่บ้าน1", "dopa2563",
  ])
  func `what everybody tries first is refused`(passphrase: String) {
    #expect(rules.problem(with: passphrase) != nil)
  }

  @Test func `the published shared password is named as common`() {
    #expect(rules.problem(with: "dopakey1234") == .common)
    #expect(rules.problem(with: "dopakey๑๒๓๔") == .common)
  }

  @Test func `what everybody tries is called that, also where a name has it`() {
    let rules = PassphraseRules(personalWords: ["Pass Word", "password"])
    #expect(rules.problem(with: "password") == .common)
  }

  @Test func `seven letters are too few, and a mark is part of its letter`() {
    #expect(rules.problem(with: "ทุเรียนดีก") == .tooShort(minimum: 8))
    #expect(rules.problem(with: "ทุเรียนดีกว่า") == nil)
  }

  @Test(arguments: [
    "••••••", "••••••••", "••••••••••••", "ก็้ก็้ก็้",
    "กก\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}",
    "!!!!!!!!", "        ", "ก่ก้ก๊ก๋ก์", "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
  ])
  func `what is no letter and no digit does not count`(passphrase: String) {
    #expect(rules.problem(with: passphrase) == .tooShort(minimum: 8))
  }

  @Test(arguments: [
    "กกกกกกกก", "ก่ก้ก๊ก๋กก่ก้ก๊", "aaaaaaab", "11112222", "AaAaAaAaAa", "ก-ก-ก-ก-ก-ก-ก-ก",
  ])
  func `one letter over and over is refused`(passphrase: String) {
    #expect(rules.problem(with: passphrase) == .predictable)
  }

  @Test(arguments: [
    "มาลี คำดี", "มาลีคำดี", "มาลี  คำดี 2510", "คำดีมาลี", "นางมาลีคำดี", "นายมาลี คำดี", "มา ลี คำ ดี",
    "มาลี่คำดี๊", "มาลี.คำดี.๑๒๓", "คุณมาลี คำดี", "มาลีบ้านหนองน้ำใส", "หนองนำใส999", "ชุมชนหนองน้ำใส",
    "นางสาวมาลี123", "ีดำคีลาม",
  ])
  func `a Thai name is known without its title, in every spelling`(passphrase: String) {
    let rules = PassphraseRules(personalWords: ["นางมาลี คำดี", "บ้านหนองน้ำใส", "ผู้ใหญ่บ้าน"])
    #expect(rules.problem(with: passphrase) == .aboutThePerson)
    #expect(PassphraseRules().problem(with: passphrase) != .aboutThePerson, "nobody is called so")
  }

  @Test(arguments: [
    "SOMCHAI jaidee", "JaideeSomchai", "eediaj iahcmos", "mr somchai j", "iahcmos1990",
  ])
  func `so is a Latin one, in small and large letters and backwards`(passphrase: String) {
    let rules = PassphraseRules(personalWords: ["Mr. Somchai Jaidee"])
    #expect(rules.problem(with: passphrase) != nil, "\(passphrase)")
  }

  @Test(arguments: ["มาลีปลูกต้นมะม่วงริมคลอง", "คำดีสี่ตัวเดินข้ามสะพาน", "ควายแดงกินหญ้าหนองน้ำใส"])
  func `a name among words of one's own does no harm`(passphrase: String) {
    let rules = PassphraseRules(personalWords: ["นางมาลี คำดี", "บ้านหนองน้ำใส"])
    #expect(rules.problem(with: passphrase) == nil)
  }

  @Test(arguments: ["aaaaaaaaa", "กขกขกขกขกข", "abcdefghijk", "98765432"])
  func `a pattern is predictable`(passphrase: String) {
    #expect(rules.problem(with: passphrase) == .predictable)
  }

  @Test(arguments: ["สมชาย081", "บ้านหนองน้ำใส9", "0812345678"])
  func `one's own name, village or number is refused`(passphrase: String) {
    #expect(rules.problem(with: passphrase) == .aboutThePerson)
  }

  @Test(arguments: ["ควายสี่ตัวเดินข้ามคลอง", "mango rain temple seven", "Xk29 plovw"])
  func `words of one's own will do`(passphrase: String) {
    #expect(rules.problem(with: passphrase) == nil)
  }
}
