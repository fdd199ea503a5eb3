import TerminalKit

/// Everything that filling in a form says, and every reason for not taking what was typed.
///
/// A missing translation does not compile.
enum FillPhrase: Error, Hashable, Sendable {
  case acknowledged, typeToFind, typePlace, howToTypeDates
  case markWithoutLetter, noMoreRoom, notATime, notANumber, wholeNumberOnly
  case dateIncomplete, unknownMonth(String), noSuchDay, convertedTwice, unlikelyYear
  case otherWeekday(String), commonEra(String, Int, Int)
  case idNotDigits, idDigits(Int), idDigitsOffice(Int, String), idOffice(String), idOfficeUnknown
  case idCheckDigit, idReserved, idFiller
  case meantThai(String), readAs(String)
  case notRanked(Int), ranked(Int, Int)

  func text(in language: Language) -> String { language == .thai ? thai : english }
}

extension FillPhrase {
  private var thai: String {
    switch self {
    case .acknowledged: "รับทราบและรับรอง (กด 1)"
    case .typeToFind: "พิมพ์ชื่อบางส่วนเพื่อค้นหา"
    case .typePlace: "พิมพ์ชื่อตำบลบางส่วน เช่น พังโคน"
    case .howToTypeDates: "วว/ดด/ปปปป เช่น 10/4/2563 หรือ 10 เม.ย. 63"
    case .markWithoutLetter: "วรรณยุกต์หรือสระนี้ต้องตามหลังพยัญชนะ"
    case .noMoreRoom: "ข้อความยาวเต็มช่องแล้ว"
    case .notATime: "พิมพ์เวลา เช่น 9.30 หรือ 14:05"
    case .notANumber: "ข้อนี้ต้องเป็นตัวเลข ข้อความยังอยู่ในช่อง โปรดแก้"
    case .wholeNumberOnly: "ข้อนี้ต้องเป็นจำนวนเต็ม ไม่มีจุดทศนิยม"
    case .dateIncomplete: "ต้องมีวัน เดือน และปี เช่น 10/4/2563"
    case .unknownMonth(let name): "ไม่รู้จักเดือน “\(name)” พิมพ์เป็นเลขก็ได้ เช่น 10/4/2563"
    case .noSuchDay: "ไม่มีวันที่นี้ในปฏิทิน โปรดตรวจวันและเดือน"
    case .convertedTwice: "ปีนี้บวก 543 ซ้ำหรือไม่ พิมพ์ปี พ.ศ. เช่น 2563"
    case .unlikelyYear: "ปีไม่น่าถูกต้อง พิมพ์ปี พ.ศ. เช่น 2563"
    case .otherWeekday(let actual): "วันในสัปดาห์ไม่ตรง วันที่นี้คือ\(actual)"
    case .commonEra(let date, let year, let buddhist):
      "\(date) (ค.ศ. \(year) = พ.ศ. \(buddhist))"
    case .idNotDigits: "เลขประจำตัวมีแต่ตัวเลข 13 หลัก"
    case .idDigits(let count): "พิมพ์แล้ว \(count) จาก 13 หลัก"
    case .idDigitsOffice(let count, let office): "พิมพ์แล้ว \(count) จาก 13 หลัก · \(office)"
    case .idOffice(let office): "ถูกต้อง · สำนักทะเบียน \(office)"
    case .idOfficeUnknown: "เลขตรวจสอบถูกต้อง แต่ไม่มีสำนักทะเบียนนี้ โปรดตรวจหลักที่ 2-5"
    case .idCheckDigit: "เลขตรวจสอบไม่ถูกต้อง โปรดเทียบกับบัตรทีละหลัก"
    case .idReserved: "เลขที่ขึ้นต้นด้วย 9 ไม่มีใช้ โปรดเทียบกับบัตร"
    case .idFiller: "เลขนี้ดูเหมือนเลขสมมติ โปรดเทียบกับบัตร"
    case .meantThai(let text): "หมายถึง “\(text)” หรือไม่ กด F5 เพื่อใช้"
    case .readAs(let text): "แปลงแป้นพิมพ์เป็น “\(text)”"
    case .notRanked(let count): "ยังไม่จัดลำดับ \(count)"
    case .ranked(let count, let all): "จัดลำดับแล้ว \(count) จาก \(all)"
    }
  }

  private var english: String {
    switch self {
    case .acknowledged: "Acknowledged and certified (press 1)"
    case .typeToFind: "Type part of a name to find it"
    case .typePlace: "Type part of a subdistrict, such as Phang Khon"
    case .howToTypeDates: "dd/mm/yyyy, such as 10/4/2563 or 10 Apr 2563"
    case .markWithoutLetter: "This sign must follow a consonant"
    case .noMoreRoom: "The field is full"
    case .notATime: "Type a time such as 9.30 or 14:05"
    case .notANumber: "A number is needed. The text is still in the field: correct it"
    case .wholeNumberOnly: "A whole number is needed, without decimals"
    case .dateIncomplete: "Type day, month and year, such as 10/4/2563"
    case .unknownMonth(let name): "No month is called “\(name)”. A number will do: 10/4/2563"
    case .noSuchDay: "The calendar has no such day. Check day and month"
    case .convertedTwice: "Were 543 years added twice? Type the Buddhist year, such as 2563"
    case .unlikelyYear: "An unlikely year. Type the Buddhist year, such as 2563"
    case .otherWeekday(let actual): "Another day of the week: this date is \(actual)"
    case .commonEra(let date, let year, let buddhist): "\(date) (CE \(year) = BE \(buddhist))"
    case .idNotDigits: "An identity number has 13 digits only"
    case .idDigits(let count): "\(count) of 13 digits"
    case .idDigitsOffice(let count, let office): "\(count) of 13 digits · \(office)"
    case .idOffice(let office): "Correct · registered at \(office)"
    case .idOfficeUnknown: "The check digit fits, but there is no such office: see digits 2-5"
    case .idCheckDigit: "The check digit does not fit. Compare with the card digit by digit"
    case .idReserved: "No number begins with 9. Compare with the card"
    case .idFiller: "This looks like a made-up number. Compare with the card"
    case .meantThai(let text): "Did you mean “\(text)”? F5 takes it"
    case .readAs(let text): "Read on the other keyboard layout: “\(text)”"
    case .notRanked(let count): "Not ranked: \(count)"
    case .ranked(let count, let all): "Ranked: \(count) of \(all)"
    }
  }
}
