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
    [terminal, clock, disk, swap, network, words] + (await store())
  }

  private var network: DoctorFinding {
    library(
      "libcurl", isThere: CurlTransport.isInstalled,
      Label(
        "ส่งข้อมูลไม่ได้จนกว่าจะติดตั้ง: sudo apt install libcurl4",
        "Nothing can be sent without it: sudo apt install libcurl4"))
  }

  private var words: DoctorFinding {
    library(
      "libthai", isThere: LibThai.isInstalled,
      Label(
        "บรรทัดจะตัดตามพยางค์ ไม่ตัดตามคำ จนกว่าจะติดตั้ง: sudo apt install libthai0 libthai-data",
        "Lines end between syllables, not words, without it: sudo apt install libthai0 libthai-data"
      )
    )
  }

  private func library(_ name: String, isThere: Bool, _ advice: Label) -> DoctorFinding {
    DoctorFinding(
      name: name, fact: isThere ? "found" : "missing", advice: isThere ? nil : advice)
  }

  private var terminal: DoctorFinding {
    do {
      try NcursesTerminal.check()
      return DoctorFinding(name: "terminal", fact: "ok")
    } catch {
      return DoctorFinding(
        name: "terminal", fact: "unusable", advice: FieldTool.words(for: error).label)
    }
  }

  private var clock: DoctorFinding {
    let now = Ambient.laptop.now()
    // 1 January 2563 and 2663: outside of them the battery of the clock is dead.
    let isLikely = (1_577_836_800_000..<4_733_510_400_000).contains(now.milliseconds)
    return DoctorFinding(
      name: "clock", fact: BuddhistTime.text(now),
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
      name: "disk", fact: isReadOnly ? "read-only" : "\(free) MB free",
      advice: isReadOnly ? StoreError.readOnly.label : free < 100 ? StoreError.noSpace.label : nil)
  }

  private var swap: DoctorFinding {
    switch SwapSpace().standing {
    case .none: DoctorFinding(name: "swap", fact: "none")
    case .forbidden: DoctorFinding(name: "swap", fact: "not for this program")
    case .unreadable: DoctorFinding(name: "swap", fact: "compressed memory or encrypted")
    case .readable(let path):
      DoctorFinding(
        name: "swap", fact: "readable on the disk: \(path)",
        advice: Label(
          "สิ่งที่อยู่บนจออาจค้างอยู่ในดิสก์ โปรดเปิดโปรแกรมจากเมนูของเครื่อง หรือเข้ารหัส swap",
          "What was on the screen may stay on the disk: open the program from the desktop's menu, or encrypt the swap."
        ))
    }
  }

  private func store() async -> [DoctorFinding] {
    do throws(StoreError) {
      guard access(data + "/store.sqlite", F_OK) == 0 else {
        return [DoctorFinding(name: "store", fact: "none yet")]
      }
      let store = try SurveyStore(directory: data, ambient: .laptop)
      let people = try await store.people()
      let summary = try await store.outboxSummary()
      let waiting = summary.revisions + summary.decisions
      let damaged = try await store.damagedRows()
      var findings = [
        DoctorFinding(
          name: "store",
          fact: damaged == 0 ? "whole, \(people.count) people" : "\(damaged) rows damaged",
          advice: damaged == 0 ? nil : salvageAdvice(.damaged(""))),
        DoctorFinding(
          name: "outbox", fact: "\(waiting) waiting, \(summary.refused) refused",
          advice: summary.refused > 0 ? SyncNotice.someAreRefused.next : nil),
        DoctorFinding(
          name: "pieces of files",
          fact: "\(summary.pieces) waiting, \(summary.refusedPieces) refused",
          advice: summary.refusedPieces > 0 ? SyncNotice.someAreRefused.next : nil),
        DoctorFinding(
          name: "centre", fact: try await store.centre()?.url ?? "none",
          advice: try await store.centre() == nil ? StoreError.notEnrolled.label : nil),
      ]
      for person in people { findings += try await keys(of: person, in: store) }
      return findings
    } catch {
      return [
        DoctorFinding(name: "store", fact: DoctorText.name(of: error), advice: salvageAdvice(error))
      ]
    }
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
    let officers = certificate?.recovery.count ?? 0
    return [
      DoctorFinding(
        name: "certificate of person \(person.id)",
        fact: certificate.map { "until \(BuddhistTime.text($0.expires))" } ?? "none",
        advice: isOver ? StoreError.certificateExpired.label : nil),
      DoctorFinding(
        name: "recovery of person \(person.id)", fact: "\(officers) officers",
        advice: officers < 2 ? StoreError.noRecovery.label : nil),
    ]
  }
}

/// One thing that was looked at.
struct DoctorFinding: Equatable {
  var name: String
  var fact: String
  /// What to do; nil when all is well.
  var advice: Label?
}
