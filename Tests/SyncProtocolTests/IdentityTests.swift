import SyncProtocol
import Testing

struct IdentityTests {
  @Test func `a record's identity is a UUID of version 7 that begins with the clock`() {
    let id = RecordID(stillAmbient(0xFF))
    #expect(id.bytes[6] >> 4 == 7)
    #expect(id.bytes[8] >> 6 == 0b10)
    #expect(id.bytes.prefix(6).reduce(Int64(0)) { $0 << 8 | Int64($1) } == 1_586_484_000_000)
  }

  @Test func `an identity is read back from its text in either case`() {
    let id = Sample.record
    #expect(RecordID(id.description) == id)
    #expect(RecordID(id.description.uppercased()) == id)
    #expect(id.description.utf8.count == 36)
  }

  @Test(arguments: [
    "", "0171616e", "01716170-9100-7f00-8102-0304050607", "01716170-9100-7f00-8102-03040506070g",
    "017161709100-7f00-8102-0304-05060708", "01716170_9100_7f00_8102_030405060708",
  ])
  func `text that is no UUID is no identity`(text: String) {
    #expect(RecordID(text) == nil)
  }

  @Test func `later records sort after earlier ones`() {
    let later = Ambient(
      now: { Timestamp(milliseconds: 1_586_484_000_001) }, random: stillAmbient().random)
    #expect(RecordID(stillAmbient(0xF0)) < RecordID(later))
  }

  @Test func `a hash is thirty-two digits`() throws {
    let hash = try Sample.hash
    #expect(hash.description == "000102030405060708090a0b0c0d0e0f")
    #expect(RevisionHash("000102030405060708090A0B0C0D0E0F") == hash)
    #expect(RevisionHash("00010203") == nil)
    #expect(RevisionHash(bytes: 0..<17) == nil)
  }

  @Test func `hexadecimal text of odd length or with another letter is refused`() {
    #expect(Hex.bytes("0aFF") == [10, 255])
    #expect(Hex.bytes("0") == nil)
    #expect(Hex.bytes("0x") == nil)
    #expect(Hex.bytes("๐๑") == nil)
  }
}

struct AreaCodeTests {
  @Test(arguments: ["", "47", "4712", "471206", "47120601"])
  func `whole levels are places`(text: String) {
    #expect(AreaCode(text)?.description == text)
  }

  @Test(arguments: ["4", "471", "4712060", "4712060101", "47a2", "๔๗", "-1", " 47", "+1"])
  func `anything else is not`(text: String) {
    #expect(AreaCode(text) == nil)
  }

  @Test func `a place covers itself and what lies in it, and nothing beside or above it`() throws {
    let district = try #require(AreaCode("4712"))
    for (text, isCovered) in [
      ("4712", true), ("471206", true), ("47120601", true), ("47", false), ("", false),
      ("4711", false), ("471106", false), ("1247", false), ("5712", false),
    ] {
      #expect(district.covers(try #require(AreaCode(text))) == isCovered, "\(text)")
      #expect(AreaCode.nation.covers(try #require(AreaCode(text))))
    }
  }

  @Test func `a village knows the places above it`() throws {
    let village = try Sample.village
    #expect(village.province?.description == "47")
    #expect(village.district?.description == "4712")
    #expect(village.subdistrict?.description == "471206")
    #expect(village.isVillage)
    #expect(AreaCode("47")?.district == nil)
  }
}
