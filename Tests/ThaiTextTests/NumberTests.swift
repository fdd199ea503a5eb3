import Testing
import ThaiText

@Suite struct NumberTests {
  @Test func `national IDs are told from slips of the finger`() throws {
    for vector in try Vectors.read().nationalIDs {
      let read = try? NationalID(vector.typed)  // an invalid one has nothing to show
      #expect((read != nil) == vector.valid, "\(vector.typed)")
      if let grouped = vector.grouped { #expect(read?.grouped == grouped) }
    }
  }

  @Test func `what is wrong with a national ID is told apart`() {
    #expect(throws: NationalID.Fault.length(12)) { try NationalID("1-0000-00001-01") }
    #expect(throws: NationalID.Fault.checkDigit) { try NationalID("1-0000-00001-01-4") }
    #expect(throws: NationalID.Fault.reserved) { try NationalID("9000000000012") }
    #expect(throws: NationalID.Fault.notADigit) { try NationalID("1-0000-00001-01-x") }
  }

  @Test func `a national ID is read in Thai digits and shown without its first nine`() throws {
    let read = try NationalID("๑-๐๐๐๐-๐๐๐๐๑-๐๑-๓")
    #expect(read.digits == "1000000001013")
    #expect(read.masked == "*-****-****1-01-3")
    #expect(read.registryOffice == "0000")
    #expect(NationalID.grouping("100000") == "1-0000-0")
  }

  @Test func `a pattern that passes the sum is known as filler`() throws {
    #expect(try NationalID("0000000000001").isFiller)
    #expect(try NationalID("1234567890121").isFiller)
    #expect(try !NationalID("1000000001013").isFiller)
  }

  @Test func `a G-code is told from a number`() throws {
    for vector in try Vectors.read().pupilCodes {
      #expect((PupilCode(vector.typed) != nil) == vector.valid, "\(vector.typed)")
    }
  }

  @Test func `telephone numbers lose their separators and keep their kind`() throws {
    for vector in try Vectors.read().phones {
      let read = PhoneNumber(vector.typed)
      #expect(read.digits == vector.digits)
      #expect(read.kind?.rawValue == vector.kind, "\(vector.typed)")
    }
  }

  @Test func `telephone numbers are shown in groups`() {
    #expect(PhoneNumber("+66 80 000 0001").grouped == "080-000-0001")
    #expect(PhoneNumber("๐๔๒๐๐๐๐๐๕").grouped == "0-4200-0005")
    #expect(PhoneNumber("042000005 ต่อ 12").grouped == "0-4200-0005 ต่อ 12")
    #expect(PhoneNumber("042000005 ต่อ ๑๒").kept == "042000005 ต่อ 12")
  }

  @Test func `thousands are set off by commas`() {
    #expect(Digits.grouped("30000") == "30,000")
    #expect(Digits.grouped("-1234567.25") == "-1,234,567.25")
    #expect(Digits.grouped("300") == "300")
    #expect(Digits.grouped("ไม่มี") == "ไม่มี")
  }

  @Test func `digits change script and back`() {
    #expect(Digits.ascii("หมู่ ๓") == "หมู่ 3")
    #expect(Digits.thai("10 เมษายน 2563") == "๑๐ เมษายน ๒๕๖๓")
  }

  @Test(arguments: [
    ("0 2282 1047 ต่อ ๕๓๒๕", "022821047", "5325"), ("(045) 000-001", "045000001", nil),
    ("+66 (0)81 000 0001", "0810000001", nil), ("02-000-0001 ext. 12", "020000001", "12"),
  ])
  func `a telephone is read with its extension apart`(
    typed: String, digits: String, behind: String?
  ) {
    let number = PhoneNumber(typed)
    #expect(number.digits == digits)
    #expect(number.extension == behind)
    #expect(number.kind != nil)
    #expect(!number.hasOtherWords)
  }

  @Test(arguments: ["0810000001 (ลูก)", "บ้าน 042000005", "042000005 ต่อ", "042000005 ต่อ ห้อง 2"])
  func `a telephone with more words than its extension says so`(typed: String) {
    #expect(PhoneNumber(typed).hasOtherWords)
  }
}
