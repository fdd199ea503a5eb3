import Testing

@testable import FieldTUI

@Suite struct AreaTests {
  private func areas() throws -> AreaIndex { try #require(Country.areas) }

  private func first(_ typed: String, home: String = "470501") throws -> String? {
    let areas = try areas()
    return areas.search(typed, home: home).codes.first.flatMap { areas.place($0)?.text(in: .thai) }
  }

  @Test func `all areas of the country are there`() throws {
    let table = try areas().table
    #expect(table.rows(ofLength: 2).count == 77)
    #expect(table.rows(ofLength: 4).count == 928)
    #expect(table.rows(ofLength: 6).count == 7436)
  }

  @Test(arguments: ["พังโคน", "พังโค", "ต.พังโคน", "phang khon", "PHANG KHON", "ry'F8o", "ตำบลพังโคน"])
  func `a subdistrict is found however its name is typed`(typed: String) throws {
    #expect(try first(typed) == "ต.พังโคน อ.พังโคน จ.สกลนคร 47160")
  }

  @Test(arguments: ["47160 พังโคน", "470501", "pangkon", "Phangkhonn", "pangkhon sakhonnakhon"])
  func `a subdistrict is found by its numbers and by any Latin spelling`(typed: String) throws {
    #expect(try first(typed, home: "") == "ต.พังโคน อ.พังโคน จ.สกลนคร 47160")
  }

  @Test(arguments: [("ในเมือง โคราช", "30"), ("กทม.", "10"), ("จ.โคราช", "30")])
  func `provinces may be called by their nicknames`(typed: String, province: String) throws {
    let codes = try areas().search(typed, home: "").codes
    #expect(!codes.isEmpty && codes.allSatisfy { $0.hasPrefix(province) })
  }

  @Test func `tones may be left out`() throws {
    #expect(try first("บานดุง", home: "") == "ต.บ้านดุง อ.บ้านดุง จ.อุดรธานี 41190")
  }

  @Test func `letters that sound alike count as one when nothing else fits`() throws {
    #expect(try areas().search("พังโคณ", home: "").codes.first == "470501")
  }

  @Test func `further words narrow the search by district and province`() throws {
    #expect(try first("ในเมือง ขอนแก่น", home: "")?.contains("อ.เมืองขอนแก่น") == true)
    #expect(try areas().search("พังโคน ขอนแก่น", home: "").codes.isEmpty)
  }

  @Test func `the home province comes before better matches elsewhere`() throws {
    let codes = try areas().search("หนองบัว", home: "4705").codes
    let away = codes.firstIndex { !$0.hasPrefix("47") } ?? codes.count
    #expect(codes[away...].allSatisfy { !$0.hasPrefix("47") })
    #expect(codes.count > away)
  }

  @Test func `before anything is typed the home district is offered`() throws {
    let codes = try areas().search("", home: "470501").codes
    #expect(codes.count > 1)
    #expect(codes.allSatisfy { $0.hasPrefix("4705") })
  }

  @Test func `what was read on the other layout is said`() throws {
    #expect(try areas().search("ry'F8o", home: "47").readAs == "พังโคน")
    #expect(try areas().search("พังโคน", home: "47").readAs == nil)
    #expect(try areas().search("ไม่มีที่ไหน", home: "47").codes.isEmpty)
  }

  @Test func `keys that mean only signs on the other layout find nothing`() throws {
    #expect(try areas().search("ฝฝ", home: "47") == AreaSearch(codes: []))
  }

  @Test func `Bangkok has its own words`() throws {
    let text = try areas().place("100101")?.text(in: .thai)
    #expect(text == "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร 10200")
  }

  @Test func `a registry office is named, a municipal one by its province`() throws {
    #expect(try areas().registryOffice("4705", in: .thai) == "พังโคน สกลนคร")
    #expect(try areas().registryOffice("4799", in: .english) == "Sakon Nakhon")
    #expect(try areas().registryOffice("0000", in: .thai) == nil)
  }

  @Test func `a file that is no list of areas is refused`() {
    #expect(AreaIndex(csv: Array("code,name\n47,สกลนคร\n".utf8)) == nil)
  }
}
