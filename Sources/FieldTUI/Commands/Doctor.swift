import Glibc
import NcursesTerminal
import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import ThaiBreaking

/// Looks at one laptop.
struct Doctor {
  let data: String

  func findings() async -> [DoctorFinding] {
    [program, terminal, clock, disk, swap, network, words] + (await store())
  }

  private var program: DoctorFinding {
    DoctorFinding(name: Label("โปรแกรม", "program"), fact: FieldTool.version)
  }

  private var network: DoctorFinding {
    library(
      Label("การส่งข้อมูล (libcurl)", "libcurl"), isThere: CurlTransport.isInstalled,
      Label(
        "ส่งข้อมูลไม่ได้จนกว่าจะติดตั้ง: sudo apt install libcurl4",
        "Nothing can be sent without it: sudo apt install libcurl4"))
  }

  private var words: DoctorFinding {
    library(
      Label("การตัดคำไทย (libthai)", "libthai"), isThere: LibThai.isInstalled,
      Label(
        "บรรทัดจะตัดตามพยางค์ ไม่ตัดตามคำ จนกว่าจะติดตั้ง: sudo apt install libthai0 libthai-data",
        "Lines end between syllables, not words, without it: sudo apt install libthai0 libthai-data"
      )
    )
  }

  private func library(_ name: Label, isThere: Bool, _ advice: Label) -> DoctorFinding {
    DoctorFinding(
      name: name, fact: isThere ? Label("มีแล้ว", "found") : Label("ยังไม่มี", "missing"),
      advice: isThere ? nil : advice)
  }

  private var terminal: DoctorFinding {
    let name = Label("จอ", "terminal")
    do {
      try NcursesTerminal.check()
      if TmuxClient.showsUTF8() == false {
        return DoctorFinding(
          name: name, fact: Label("tmux ที่ไม่มี UTF-8", "tmux without UTF-8"),
          advice: Phrase.tmuxWithoutUTF8.label)
      }
      return DoctorFinding(name: name, fact: Label("ใช้ได้", "ok"))
    } catch {
      return DoctorFinding(
        name: name, fact: Label("ใช้ไม่ได้", "unusable"), advice: FieldTool.words(for: error).label)
    }
  }

  private var clock: DoctorFinding {
    let now = Ambient.laptop.now()
    let time = BuddhistTime.text(now)
    // 1 January 2563 and 2663: outside of them the battery of the clock is dead.
    let isLikely = (1_577_836_800_000..<4_733_510_400_000).contains(now.milliseconds)
    return DoctorFinding(
      name: Label("นาฬิกา", "clock"), fact: Label(time, time),
      advice: isLikely
        ? nil
        : Label("ตั้งวันที่และเวลาของเครื่องให้ถูก", "Set the laptop's date and time right."))
  }

  private var disk: DoctorFinding {
    var status = statvfs()
    // The folder may not be there yet; then its parents say how much room there is.
    var path = data
    while statvfs(path, &status) != 0, path != "." {
      let end = path.lastIndex(of: "/") ?? path.startIndex
      path = end > path.startIndex ? String(path[..<end]) : path.hasPrefix("/") ? "/" : "."
    }
    let free = Int(status.f_bavail) * Int(status.f_frsize) / (1 << 20)
    let isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
    return DoctorFinding(
      name: Label("ดิสก์", "disk"),
      fact: isReadOnly
        ? Label("เขียนไม่ได้", "read-only") : Label("ว่าง \(free) MB", "\(free) MB free"),
      advice: isReadOnly ? StoreError.readOnly.label : free < 100 ? StoreError.noSpace.label : nil)
  }

  private var swap: DoctorFinding {
    let name = Label("พื้นที่ swap", "swap")
    switch SwapSpace().standing {
    case .none: return DoctorFinding(name: name, fact: Label("ไม่มี", "none"))
    case .forbidden:
      return DoctorFinding(
        name: name, fact: Label("ไม่ใช้กับโปรแกรมนี้", "not for this program"))
    case .unreadable:
      return DoctorFinding(
        name: name,
        fact: Label("บีบอัดในหน่วยความจำ หรือเข้ารหัสแล้ว", "compressed memory or encrypted"))
    case .readable(let path):
      return DoctorFinding(
        name: name, fact: Label("อ่านได้จากดิสก์: \(path)", "readable on the disk: \(path)"),
        advice: Label(
          "สิ่งที่อยู่บนจออาจค้างอยู่ในดิสก์ โปรดเปิดโปรแกรมจากเมนูของเครื่อง หรือเข้ารหัส swap",
          "What was on the screen may stay on the disk: open the program from the desktop's menu, or encrypt the swap."
        ))
    }
  }

  private func store() async -> [DoctorFinding] {
    let name = Label("ข้อมูลในเครื่อง", "store")
    do throws(StoreError) {
      guard access(data + "/store.sqlite", F_OK) == 0 else {
        return [DoctorFinding(name: name, fact: Label("ยังไม่มี", "none yet"))]
      }
      let store = try SurveyStore(directory: data, ambient: .laptop)
      let people = try await store.people()
      let damaged = try await store.damagedRows()
      var findings = [
        DoctorFinding(
          name: name,
          fact: damaged == 0
            ? Label("ครบถ้วน ผู้ใช้ \(people.count) คน", "whole, \(people.count) people")
            : Label("เสียหาย \(damaged) รายการ", "\(damaged) rows damaged"),
          advice: damaged == 0 ? nil : salvageAdvice(.damaged("")))
      ]
      findings += sending(try await store.outboxSummary())
      let centre = try await store.centre()
      findings.append(
        DoctorFinding(
          name: Label("ศูนย์", "centre"),
          fact: centre.map { Label($0.url, $0.url) } ?? Label("ยังไม่ได้ลงทะเบียน", "none"),
          advice: centre == nil ? StoreError.notEnrolled.label : nil))
      for person in people { findings += try await keys(of: person, in: store) }
      return findings
    } catch {
      return [DoctorFinding(name: name, fact: error.fact, advice: salvageAdvice(error))]
    }
  }

  private func sending(_ summary: OutboxSummary) -> [DoctorFinding] {
    let (waiting, pieces) = (summary.revisions + summary.decisions, summary.pieces)
    let (refused, refusedPieces) = (summary.refused, summary.refusedPieces)
    return [
      DoctorFinding(
        name: Label("แบบและผลการตรวจ", "outbox"),
        fact: Label(
          "รอส่ง \(waiting) รายการ ศูนย์ไม่รับ \(refused) รายการ",
          "\(waiting) waiting, \(refused) refused"),
        advice: refused > 0 ? SyncNotice.someAreRefused.next : nil),
      DoctorFinding(
        name: Label("ไฟล์แนบ", "pieces of files"),
        fact: Label(
          "รอส่ง \(pieces) ส่วน ศูนย์ไม่รับ \(refusedPieces) ส่วน",
          "\(pieces) waiting, \(refusedPieces) refused"),
        advice: refusedPieces > 0 ? SyncNotice.someAreRefused.next : nil),
    ]
  }

  private func salvageAdvice(_ error: StoreError) -> Label {
    let advice = error.label
    guard case .damaged = error else { return advice }
    return Label(
      "\(advice.thai) fieldtui doctor --salvage DIR",
      "\(advice.english) fieldtui doctor --salvage DIR copies what is intact.")
  }

  private func keys(
    of person: Person, in store: SurveyStore
  ) async throws(StoreError) -> [DoctorFinding] {
    guard person.enrolment != nil else { return [] }
    let certificate = try await store.certificate(of: person.id)
    let isOver = certificate.map { $0.expires <= Ambient.laptop.now() } ?? false
    let until = certificate.map { BuddhistTime.text($0.expires) }
    let officers = certificate?.recovery.count ?? 0
    return [
      DoctorFinding(
        name: Label("ใบรับรองของผู้ใช้ \(person.id)", "certificate of person \(person.id)"),
        fact: until.map { Label("ใช้ได้ถึง \($0)", "until \($0)") } ?? Label("ยังไม่มี", "none"),
        advice: isOver ? StoreError.certificateExpired.label : nil),
      DoctorFinding(
        name: Label("การกู้คืนของผู้ใช้ \(person.id)", "recovery of person \(person.id)"),
        fact: Label("เจ้าหน้าที่ \(officers) คน", "\(officers) officers"),
        advice: officers < 2 ? StoreError.noRecovery.label : nil),
    ]
  }
}

/// One thing that was looked at.
struct DoctorFinding: Equatable {
  var name: Label
  var fact: Label
  /// What to do; nil when all is well.
  var advice: Label?
}
