import Testing
import ThaiText

@Suite struct DateTests {
  @Test func `dates are read in every form that letters use`() throws {
    for vector in try Vectors.read().dates {
      let read = try? DateReading(vector.typed)  // an unreadable one has no ISO form
      #expect(read?.date.iso == vector.iso, "\(vector.typed)")
    }
  }

  @Test func `a day is written as Thai papers write it`() throws {
    for vector in try Vectors.read().written {
      let date = try #require(CivilDate(iso: vector.iso))
      #expect(Digits.thai(BuddhistDate.long(date)) == vector.long)
      #expect(BuddhistDate.short(date) == vector.short)
      #expect(BuddhistDate.numeric(date) == vector.numeric)
      #expect(BuddhistDate.weekday(date) == vector.weekday)
    }
  }

  @Test func `the echo names the day of the week`() throws {
    let date = try DateReading("10/4/2563").date
    #expect(BuddhistDate.full(date) == "วันศุกร์ที่ 10 เมษายน 2563")
    #expect(BuddhistDate.english(date) == "Friday 10 April 2563 BE")
  }

  @Test(arguments: [
    "10042563", "100463", "๑๐.๔.๒๕๖๓", "10-4-63", "10 เมย 2563", "10 Apr 2020", "10เม.ย.63",
    "วันที่ 10 เดือน เมษายน พ.ศ. 2563", "ศุกร์ 10 เมษายน 2563", "10/4",
    "ศุกร์ที่ ๑๐ เม.ย. ๖๓", "ศ. 10/4/63", "Fri 10th April 2020", "๑๐ เมษายน พ.ศ.๒๕๖๓",
    "ค.ศ. 2020-04-10",
  ])
  func `short ways of typing a date are understood`(typed: String) throws {
    let today = try #require(CivilDate(year: 2020, month: 5, day: 1))
    #expect(try DateReading(typed, today: today).date.iso == "2020-04-10")
  }

  @Test func `today and yesterday have names`() throws {
    let today = try #require(CivilDate(year: 2020, month: 5, day: 1))
    #expect(try DateReading("วันนี้", today: today).date == today)
    #expect(try DateReading("เมื่อวาน", today: today).date.iso == "2020-04-30")
  }

  @Test func `a year of the common era is understood and said`() throws {
    let read = try DateReading("10/4/2020")
    #expect(read.date.buddhistYear == 2563)
    #expect(read.isCommonEra)
    #expect(try !DateReading("10/4/2563").isCommonEra)
  }

  @Test func `what is wrong with a date is told apart`() {
    #expect(throws: DateReading.Fault.noSuchDay) { try DateReading("29/2/2566") }
    #expect(throws: DateReading.Fault.convertedTwice) { try DateReading("10/4/3106") }
    #expect(throws: DateReading.Fault.unlikelyYear) { try DateReading("10/4/2300") }
    #expect(throws: DateReading.Fault.incomplete) { try DateReading("10/4") }
    #expect(throws: DateReading.Fault.incomplete) { try DateReading("เมื่อวาน") }
    #expect(throws: DateReading.Fault.unknownMonth("มีย")) { try DateReading("10 มีย 63") }
  }

  @Test func `a wrong day of the week is caught`() throws {
    let actual = try DateReading("27/2/2569").date
    #expect(throws: DateReading.Fault.weekday(actual: actual)) {
      try DateReading("วันพุธที่ ๒๗ กุมภาพันธ์ ๒๕๖๙")
    }
  }

  @Test(arguments: [-141_428, -1, 0, 59, 60, 18_362, 19_782, 2_932_896])
  func `days since 1970 lead back to the same day`(days: Int) {
    #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
  }

  @Test func `the calendar knows leap years and days of the week`() throws {
    #expect(CivilDate(daysSince1970: 18_362).iso == "2020-04-10")
    #expect(try #require(CivilDate(iso: "2020-04-10")).weekday == 5)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
  }
}
