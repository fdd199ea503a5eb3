import SyncProtocol
import TerminalKit

/// Everything an officer's screens say.
///
/// A missing translation does not compile.
enum OfficerPhrase: Equatable, Sendable {
  case menu, keysTitle, checksTitle, village, name, received, state, checks, loading
  case standing(QueueFilter.Standing)
  case checked(QueueFilter.Checks)
  case everyVillage, search
  case revoked, fromRevoked(RevokedLaptop)
  case doubled, unsettled, unreadable, cannotOpen, legend(unsent: Int), refusedLegend(Int)
  case said(Label), decisionRefused, writtenIsKept, standsBeside(Standing)
  case neverFetched, nothingCame
  case fieldFull(TextField.Excess)
  case nothingShown, nothingWaits, nothingLeft, lastOne
  case position(Int, of: Int)
  case decided(Decision, String)
  case takenBack(String), nothingToTakeBack
  case notSaved
  case newerRevision
  case doubleElsewhere
  case warnings(Int), doubles(Int), changes(Int), earlier, nothingToCheck, more(Int)
  case former, now, comment, noLongerAsked
  case onlyChanges, noChanges, notSecret
  case refused(ReviewRefusal)
  case commentTitle, commentHint, commentKept, commentRemoved
  case reasonsTitle(Decision), reasonsHint, reasonsHelp, note, commentsGoAlong(Int)
  case reasonMissing(Decision)
  case careTitle, careText(warnings: Int, doubles: Int, comments: Int, isBeside: Bool)
  case verifyAnyway, lookAgain
  case unsentTitle, unsentText(Int), stay, leaveAndKeep
  case bulkTitle, bulkText(Int, left: Int), bulkVerify, bulkNothing, bulkDone(Int)
  case by(String)
  case filesTitle, filesAsked, noFiles, filesHint, filePlaceHint, fileNotWhole, fileStopped
  case fileArrived, fileOnItsWay(Int, of: Int), fileComes(String, of: String), fileWritten(String)

  func text(in language: Language) -> String { label.text(in: language) }

  var label: Label {
    switch self {
    case .menu: Label("ตรวจสอบข้อมูล", "Check records")
    case .keysTitle: Label("ปุ่มในหน้านี้", "Keys on this page")
    case .checksTitle: Label("ก่อนตรวจผ่าน โปรดดู", "To look at before you verify")
    case .village: Label("หมู่บ้าน", "Village")
    case .name: Label("ชื่อ", "Name")
    case .received: Label("รับเมื่อ", "Received")
    case .state: Label("สถานะ", "State")
    case .checks: Label("เตือน", "Checks")
    case .loading: Label("กำลังเปิดรายการ…", "Opening the records…")
    case .standing(let standing): standing.label
    case .checked(let checks): checks.label
    case .everyVillage: Label("ทุกหมู่บ้าน", "every village")
    case .search: Label("ค้นชื่อ:", "Search:")
    case .doubled: Label("ซ้ำ?", "double")
    case .legend(let unsent):
      Label("* ตัดสินแล้ว ยังไม่ได้ส่ง \(unsent) ราย", "* decided, not sent yet: \(unsent)")
    case .refusedLegend(let count):
      Label(
        "! ศูนย์ไม่รับผลตรวจ \(count) ราย เปิดดูเหตุผล แล้วตัดสินใหม่",
        "! the centre did not take \(count) decisions: open each, see why, and decide again")
    case .unsettled: Label("มี 2 ฉบับ", "2 versions")
    case .revoked: Label("เครื่องถูกยกเลิก", "revoked laptop")
    case .fromRevoked(.finishedBefore):
      Label(
        "ส่งจากเครื่องที่ถูกยกเลิกแล้ว ตามนาฬิกาของเครื่องทำเสร็จก่อนยกเลิก ถามผู้กรอกให้แน่ใจก่อนตัดสิน",
        "From a laptop that was revoked. By its clock it was finished before that: ask its author before you decide."
      )
    case .fromRevoked(.finishedAfter):
      Label(
        "ส่งจากเครื่องที่ถูกยกเลิกแล้ว และทำเสร็จหลังยกเลิก อาจไม่ใช่ผู้กรอกตัวจริง ถามผู้กรอกก่อนตัดสิน",
        "From a laptop that was revoked, and finished after that: perhaps by somebody else. Ask its author before you decide."
      )
    case .unreadable: Label("(เปิดไม่ได้)", "(cannot be opened)")
    case .cannotOpen:
      Label(
        "กุญแจในเครื่องนี้เปิดรายนี้ไม่ได้ ข้อมูลอยู่ครบที่ศูนย์ ขอรหัสลงทะเบียนใหม่จากผู้ดูแลระบบของศูนย์",
        "Your keys on this laptop do not open it. The centre has it: ask its keeper for a new code."
      )
    case .said(let label): label
    case .decisionRefused:
      Label("ศูนย์ไม่รับผลตรวจที่ส่งไป", "The centre did not take your decision")
    case .writtenIsKept:
      Label("ความเห็นที่เขียนไว้ยังอยู่ครบ", "What you wrote is still here.")
    case .standsBeside(let standing): standing.label
    case .nothingShown:
      Label("ไม่มีรายการตามที่เลือก กด a เพื่อดูทั้งหมด", "Nothing matches. Press a to see all records.")
    case .neverFetched:
      Label(
        "ยังไม่เคยรับข้อมูลจากศูนย์ในเครื่องนี้ กลับหน้าหลักแล้วเลือก “รับแบบใหม่ และส่งผลการตรวจ”",
        "Nothing was ever fetched from the centre. Go home and choose “Fetch records, send decisions”."
      )
    case .nothingCame:
      Label(
        "รับข้อมูลแล้ว แต่ยังไม่มีหมู่บ้านใดส่งแบบสำรวจมา",
        "Fetched, and no village has sent a record yet.")
    case .fieldFull(let excess): Phrase.tooLong(excess)
    case .nothingWaits:
      Label(
        "ตรวจครบแล้ว ไม่มีรายการที่รอตรวจ กด a เพื่อดูทั้งหมด",
        "All checked. Nothing waits. Press a to see all records.")
    case .nothingLeft: Label("ไม่มีรายการที่รอตรวจอีกแล้ว", "No more records wait.")
    case .lastOne: Label("ไม่มีรายอื่นในรายการนี้แล้ว", "No other record that way.")
    case .position(let place, let count): Label("\(place) จาก \(count)", "\(place) of \(count)")
    case .decided(let decision, let name):
      Label(
        "\(decision.done.thai): \(name) เก็บแล้ว จะส่งในรอบถัดไป",
        "\(decision.done.english): \(name). Kept here, goes out with the next sync.")
    case .takenBack(let name):
      Label("เอากลับแล้ว: \(name) รอตรวจใหม่", "Taken back: \(name) waits again.")
    case .nothingToTakeBack:
      Label("ไม่มีผลตรวจที่ยังไม่ได้ส่งให้เอากลับ", "There is no unsent decision to take back.")
    case .notSaved:
      Label(
        "ทำไม่สำเร็จ ไม่มีอะไรหาย สิ่งที่เขียนไว้ยังอยู่ ลองอีกครั้ง",
        "That did not work. Nothing is lost, what you wrote is still here. Try again.")
    case .newerRevision:
      Label(
        "หมู่บ้านส่งฉบับใหม่มา แสดงฉบับใหม่แล้ว โปรดดูอีกครั้ง",
        "The village sent a newer version; this is it. Look again.")
    case .warnings(let count): Label("คำเตือน \(count) ข้อ", "Warnings: \(count)")
    case .doubleElsewhere:
      Label("ระเบียนที่เครื่องนี้ไม่มี", "A record that this laptop does not have")
    case .doubles(let count): Label("อาจซ้ำกับ \(count) ราย", "Possible doubles: \(count)")
    case .changes(let count): Label("แก้ไขแล้ว \(count) ข้อ", "Changed answers: \(count)")
    case .earlier: Label("ครั้งก่อนส่งกลับเพราะ", "Sent back before because")
    case .nothingToCheck: Label("ไม่มีคำเตือน", "No warnings")
    case .more(let lines): Label("อีก \(lines) บรรทัด กด w", "\(lines) more lines: press w")
    case .former: Label("เดิม", "was")
    case .now: Label("ใหม่", "now")
    case .comment: Label("ความเห็น", "comment")
    case .noLongerAsked: Label("(ไม่ต้องตอบแล้ว)", "(no longer asked)")
    case .onlyChanges: Label("เฉพาะข้อที่แก้ไข", "only what changed")
    case .noChanges:
      Label("ไม่มีข้อที่แก้ไขจากฉบับก่อน", "Nothing changed since an earlier version.")
    case .notSecret: Label("ข้อนี้ไม่ได้ปิดบังไว้", "This answer is not hidden.")
    case .refused(let refusal): refusal.label
    case .commentTitle: Label("ความเห็นในข้อนี้", "Comment on this question")
    case .commentHint:
      Label(
        "Enter หรือ Esc เก็บไว้ · ลบข้อความให้หมดเพื่อเอาความเห็นออก",
        "Enter or Esc keeps it. Empty the line to remove the comment.")
    case .commentKept:
      Label(
        "เก็บความเห็นแล้ว จะไปกับผลตรวจ กด r เพื่อส่งกลับ",
        "Comment kept; it goes with your decision. Press r to return.")
    case .commentRemoved: Label("เอาความเห็นออกแล้ว", "Comment removed.")
    case .reasonsTitle(let decision): decision.title
    case .reasonsHint:
      Label(
        "ตัวเลขเลือกเหตุผล · Tab เขียนหมายเหตุ · Enter ตกลง · Esc กลับ",
        "Digits choose reasons. Tab to the note. Enter decides. Esc goes back.")
    case .reasonsHelp:
      Label(
        """
        กดเลขเพื่อเลือกเหตุผล กดซ้ำเพื่อเอาออก เลือกได้หลายข้อ ลูกศรเลื่อนดูทุกข้อ
        Tab ไปที่หมายเหตุ เขียนสั้น ๆ ให้หมู่บ้านรู้ว่าต้องทำอะไร
        Enter ตกลง ผลตรวจเก็บในเครื่อง ส่งในรอบถัดไป เอากลับได้ (u) จนกว่าจะส่ง
        Esc กลับไปที่แบบ สิ่งที่เลือกและเขียนไว้ยังอยู่

        ความเห็นรายข้อ (c) ไปกับผลตรวจด้วย
        """,
        """
        A digit chooses a reason, once more takes it away; several may be chosen. The arrows show all.
        Tab goes to the note: a few words that tell the village what to do.
        Enter decides. It is kept here, goes out with the next sync, and can be taken back (u) until then.
        Esc goes back to the record; what you chose and wrote stays.

        Comments on questions (c) go along.
        """)
    case .note: Label("หมายเหตุ:", "Note:")
    case .commentsGoAlong(let count):
      Label("ความเห็นรายข้อที่จะไปด้วย \(count) ข้อ", "Comments on questions that go along: \(count)")
    case .reasonMissing(let decision): decision.reasonMissing
    case .careTitle: Label("ดูอีกครั้งก่อนตรวจผ่าน", "One more look before you verify")
    case .careText(let warnings, let doubles, let comments, let isBeside):
      Label(
        Self.careThai(warnings, doubles, comments, isBeside),
        Self.careEnglish(warnings, doubles, comments, isBeside))
    case .verifyAnyway: Label("ตรวจแล้ว ถูกต้อง (v)", "Verify it (v)")
    case .lookAgain: Label("กลับไปดู", "Look again")
    case .unsentTitle: Label("ยังมีความเห็นที่ไม่ได้ส่ง", "Comments are not sent yet")
    case .unsentText(let count):
      Label(
        "มี \(count) รายที่เขียนความเห็นไว้แต่ยังไม่ได้ตัดสิน ความเห็นจะไปถึงหมู่บ้านเมื่อส่งกลับ (r) ในรายการมีเครื่องหมาย c",
        "Records with comments of yours and no decision: \(count). The comments reach the village when you return the record (r). The list marks them with c."
      )
    case .stay: Label("อยู่ต่อ", "Stay")
    case .leaveAndKeep: Label("ออก และเก็บความเห็นไว้", "Leave, and keep the comments")
    case .bulkTitle: Label("ตรวจผ่านหลายราย", "Verify several")
    case .bulkText(let count, let left):
      Label(
        "ในรายการที่เห็นอยู่ มี \(count) รายที่ไม่มีคำเตือนและไม่ซ้ำ ตรวจผ่านทั้งหมดหรือไม่ อีก \(left) รายต้องดูทีละราย ผลตรวจที่ยังไม่ได้ส่งเอากลับได้ทีละราย",
        "Of the records shown, \(count) have no warning and no possible double. Verify all of them? The other \(left) must be read one by one. Unsent decisions can be taken back one by one."
      )
    case .bulkVerify: Label("ตรวจผ่านทั้งหมดนี้", "Verify all of these")
    case .bulkNothing:
      Label(
        "ไม่มีรายที่ตรวจผ่านพร้อมกันได้ ต้องดูทีละราย",
        "None of these can be verified unread. Open them one by one.")
    case .bulkDone(let count):
      Label(
        "ตรวจผ่าน \(count) ราย เก็บแล้ว จะส่งในรอบถัดไป",
        "Verified \(count). Kept here, goes out with the next sync.")
    case .by(let name): Label("ผู้สำรวจ \(name)", "surveyed by \(name)")
    case .filesTitle: Label("ไฟล์ของแบบนี้", "Files of this record")
    case .filesAsked: Label("กำลังถามศูนย์…", "Asking the centre…")
    case .noFiles:
      Label("ศูนย์ไม่มีไฟล์ของแบบนี้", "The centre has no files of this record.")
    case .filesHint:
      Label(
        "เลือกไฟล์ แล้วกด Enter เพื่อขอจากศูนย์",
        "Choose a file and press Enter to fetch it from the centre.")
    case .filePlaceHint:
      Label(
        "จะเก็บไว้ที่ไหน ไฟล์จะไม่ถูกเข้ารหัส ใครใช้เครื่องหรือแฟลชไดรฟ์นี้ก็เปิดได้",
        "Where it goes. It is not sealed there: whoever has this laptop or stick can open it.")
    case .fileNotWhole:
      Label(
        "ไฟล์นี้ยังมาไม่ครบ หมู่บ้านต้องส่งต่อก่อน",
        "This file is still on its way: the village has to send the rest.")
    case .fileStopped:
      Label(
        "หยุดแล้ว ขออีกครั้งเมื่อไรก็ได้ จะต่อจากที่ค้างไว้",
        "Stopped. Ask again whenever you like; it goes on where it was.")
    case .fileArrived: Label("ถึงศูนย์แล้ว", "arrived")
    case .fileOnItsWay(let here, let all):
      Label("กำลังมา \(here) จาก \(all) ส่วน", "on its way, pieces \(here) of \(all)")
    case .fileComes(let here, let all):
      Label("รับมา \(here) จาก \(all) กด Esc เพื่อหยุด", "Fetched \(here) of \(all). Esc stops it.")
    case .fileWritten(let path): Label("เก็บแล้วที่ \(path)", "Written to \(path)")
    }
  }

  private static func careThai(
    _ warnings: Int, _ doubles: Int, _ comments: Int, _ isBeside: Bool
  ) -> String {
    var parts: [String] = isBeside ? ["ฉบับนี้จะใช้แทนฉบับเดิม"] : []
    if warnings > 0 { parts.append("มีคำเตือน \(warnings) ข้อ") }
    if doubles > 0 { parts.append("อาจซ้ำกับ \(doubles) ราย") }
    if comments > 0 { parts.append("ความเห็น \(comments) ข้อจะไม่ถึงหมู่บ้านถ้าตรวจผ่าน") }
    return parts.joined(separator: " · ")
  }

  private static func careEnglish(
    _ warnings: Int, _ doubles: Int, _ comments: Int, _ isBeside: Bool
  ) -> String {
    var parts: [String] = isBeside ? ["This version takes the place of the other one."] : []
    if warnings > 0 { parts.append("Warnings: \(warnings).") }
    if doubles > 0 { parts.append("Possible doubles: \(doubles).") }
    if comments > 0 {
      parts.append("Your comments (\(comments)) do not reach the village when you verify.")
    }
    return parts.joined(separator: " ")
  }
}
