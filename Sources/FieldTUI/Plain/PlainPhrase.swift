import TerminalKit

/// What only the lines say, because the screens show it by where it stands.
enum PlainPhrase: Wording {
  case welcome, answerNow, chooseNumber, secretOnce, noMore, emptyLine
  case goodbye, goodbyeUnsaved, pageUnsaved, answersLost, quitAgain
  case noText, unfinished, typeWhole, severalCommands, sayYes, same, cleared, commandsHere
  case notAllSaved, leaveAgain, nothingFound, whichNumber, notYet

  var label: Label {
    switch self {
    case .welcome:
      Label(
        "พิมพ์เลขหรือคำตอบ แล้วกด Enter คำสั่งขึ้นต้นด้วย : เช่น :ช่วย :กลับ :ที่ไหน :เลิก",
        "Type a number or an answer and press Enter. Commands begin with a colon: :help :back :where :quit"
      )
    case .answerNow: Label("คำตอบ", "Answer")
    case .chooseNumber: Label("พิมพ์เลขนี้อีกครั้งเพื่อเลือก", "Type this number again to choose it.")
    case .secretOnce:
      Label(
        "(ไม่แสดงที่จอ คำสั่ง :กลับ :ช่วย :เลิก ใช้ได้ ไม่ถือเป็นรหัสผ่าน)",
        "(not shown; :back, :help and :quit are commands here, never a passphrase)")
    case .noMore: Label("หมดรายการแล้ว", "That is all.")
    case .emptyLine:
      Label("บรรทัดว่าง ไม่ได้ทำอะไร", "An empty line does nothing here.")
    case .goodbye: Label("ทุกคำตอบบันทึกแล้ว", "Every answer is saved.")
    case .goodbyeUnsaved:
      Label(
        "ผู้ใช้ใหม่ยังไม่ได้บันทึก ต้องกรอกใหม่ นอกนั้นบันทึกแล้ว",
        "The new person is not saved and has to be typed again. Everything else is.")
    case .pageUnsaved:
      Label(
        "ที่พิมพ์ในหน้านี้ยังไม่ได้บันทึก นอกนั้นบันทึกแล้ว",
        "What was typed on this page is not saved. Everything else is.")
    case .answersLost:
      Label(
        "มีคำตอบที่ดิสก์ไม่รับ ยังไม่ได้บันทึก", "Some answers were refused by the disk and are not saved.")
    case .quitAgain:
      Label("พิมพ์ :เลิก อีกครั้งเพื่อออกและทิ้งส่วนนั้น", "Type :quit again to leave and lose that.")
    case .noText:
      Label(
        "บรรทัดนี้ไม่ใช่ตัวอักษรแบบ UTF-8 อ่านไม่ได้ ไม่ได้ทำอะไร",
        "This line is not UTF-8 text and cannot be read. Nothing was done.")
    case .unfinished:
      Label(
        "บรรทัดสุดท้ายไม่ได้กด Enter จึงไม่ได้รับ",
        "The last line did not end with Enter, so it was not taken.")
    case .typeWhole: Label("คำสั่งนี้ต้องพิมพ์เต็มคำ ", "This command has to be typed whole: ")
    case .severalCommands: Label("หมายถึงได้หลายคำสั่ง ", "That may mean several commands: ")
    case .sayYes: Label("พิมพ์ :ใช่ เพื่อทำ", "Type :yes to do it.")
    case .same: Label("(เหมือนเดิม)", "(as it was)")
    case .cleared: Label("(ว่าง)", "(empty)")
    case .commandsHere: Label("คำสั่งที่นี่", "Commands here")
    case .notAllSaved:
      Label(
        "บันทึกลงดิสก์ไม่ได้ คำตอบอยู่ในโปรแกรมเท่านั้น อย่าปิด โปรดลบไฟล์ที่ไม่ใช้แล้วตอบต่อ",
        "The disk refused: the answers are only in this program. Do not close it; free some space and go on."
      )
    case .leaveAgain:
      Label(
        "พิมพ์ :กลับ อีกครั้งเพื่อออกและทิ้งคำตอบที่ยังไม่ได้บันทึก",
        "Type :back again to leave and lose what is not saved.")
    case .whichNumber:
      Label("บอกเลขหน้ารายการด้วย", "Say the number of one as well.")
    case .notYet:
      Label(
        "ยังจบไม่ได้ มีข้อที่ต้องแก้หรือต้องตอบ :แก้ ไปที่ข้อนั้น",
        "Not yet: something is to be answered or corrected. :fix goes there.")
    case .nothingFound: Label("ไม่พบ พิมพ์ใหม่", "Nothing fits. Type anew.")
    }
  }

  /// Whether a line agrees to what was asked.
  static func isYes(_ line: String) -> Bool {
    [":ใช่", ":yes"].contains(PlainCommand.folded(line.trimmed))
  }
}

extension PlainPhrase {
  static func notUnderstood(_ line: String) -> Label {
    Label("ไม่เข้าใจ “\(line)” ไม่ได้ทำอะไร", "“\(line)” is not understood. Nothing was done.")
  }

  static func more(_ said: Int, of count: Int) -> Label {
    Label("(\(said) จาก \(count) · :ต่อ ฟังต่อ)", "(\(said) of \(count) · :more for the next)")
  }

  static func set(_ manner: PlainManner, _ rings: Bool) -> Label {
    switch manner {
    case .short: Label("พูดสั้น", "Saying little.")
    case .long: Label("พูดครบทุกคำอธิบาย", "Saying every hint.")
    case .bell:
      rings
        ? Label("มีเสียงกระดิ่งเมื่อถึงตาท่าน", "A bell rings at each turn.")
        : Label("ไม่มีเสียงกระดิ่ง", "No bell.")
    }
  }

  /// Of which numbers there is none here.
  static func noSuchNumber(_ number: Int, of count: Int) -> Label {
    Label("ไม่มีเลข \(number) มี 1 ถึง \(count)", "There is no \(number): they are 1 to \(count).")
  }

  static func twice(_ number: Int) -> Label {
    Label("มีเลข \(number) สองครั้ง", "\(number) stands there twice.")
  }

  /// What would go that the line does not name.
  static func drops(_ names: [String]) -> Label {
    let list = names.joined(separator: ", ")
    return Label("จะเอาออก: \(list)", "This takes out: \(list).")
  }

  static func replaces(_ old: String) -> Label {
    Label("จะแทนของเดิม “\(old)”", "This takes the place of “\(old)”.")
  }

  static func place(_ number: Int?, of count: Int, answered: Int) -> Label {
    let open = count - answered
    let (thai, english) =
      number.map { ("ข้อ \($0) จาก \(count) · ", "Question \($0) of \(count) · ") } ?? ("", "")
    return Label(
      "\(thai)ตอบแล้ว \(answered) ยังไม่ตอบ \(open)",
      "\(english)answered \(answered), not answered \(open)")
  }

  static func inReview(_ count: Int) -> Label {
    Label("อยู่ที่หน้ารวมทุกข้อ มี \(count) ข้อ", "At the list of all questions: \(count).")
  }

  static func ranksNotWhole(_ why: String) -> Label {
    Label(
      "ยังไม่ได้เปลี่ยนลำดับใด \(why) พิมพ์ใหม่ทั้งบรรทัด",
      "No rank was changed. \(why). Type the whole line again.")
  }

  static func found(_ count: Int) -> Label {
    Label("พบ \(count) พิมพ์เลขเพื่อเลือก", "Found: \(count). Type a number to choose.")
  }

  /// What can be said at a prompt: how it is answered, and every command that exists there.
  static func help(for prompt: PlainPrompt, in language: Language) -> [String] {
    let commands = PlainReading.commands(at: prompt).map { command in
      let summary = command.summary.map { " " + $0.text(in: language) } ?? ""
      let whole = language == .thai ? " (เต็มคำ)" : " (whole word)"
      return "   " + command.typed(in: language) + summary + (command.isWhole ? whole : "")
    }
    return [prompt.ask].filter { !$0.isEmpty } + prompt.help + [
      prompt.accepts.text(in: language), commandsHere.text(in: language),
    ] + commands
  }
}

/// What a line may be, at each kind of prompt.
enum PlainAccepts {
  static let number = Label("พิมพ์เลขหน้ารายการ", "Type the number of one.")
  static let numberOrWords = Label(
    "พิมพ์เลขหน้ารายการ หรือพิมพ์คำเพื่อค้น", "Type the number of one, or words to search.")
  static let numbers = Label(
    "พิมพ์เลขทุกข้อที่เลือก เช่น 1 3 หรือ +4 เพิ่ม -4 เอาออก",
    "Type the numbers of all that apply, such as 1 3; +4 adds one, -4 takes one out.")
  static let search = Label(
    "พิมพ์บางส่วนของชื่อเพื่อค้น แล้วพิมพ์เลขหน้าข้อที่พบ",
    "Type part of a name to search, then the number of one that is found.")
  static let searchMany = Label(
    "พิมพ์บางส่วนของชื่อเพื่อค้น แล้วเลขที่พบ หรือเลขทุกข้อที่เลือก -4 เอาออก บรรทัดว่างไปต่อ",
    "Type part of a name to search, then a number; or the numbers of all that apply; -4 takes one out."
  )
  static let text = Label("พิมพ์แล้วกด Enter", "Type, then press Enter.")
  static let onward = Label("บรรทัดว่างคือไปต่อ", "An empty line goes on.")
  static let secret = Label(
    "พิมพ์รหัสผ่าน แล้วกด Enter ออกด้วย :กลับ", "Type the passphrase and press Enter; :back leaves.")
}
