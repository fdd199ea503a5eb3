import OfflineStore
import SyncProtocol
import TerminalKit

/// What `fieldtui doctor` prints: a line for each thing, and beneath it what to do.
enum DoctorText {
  static let salvaging = """
    กำลังคัดลอกสิ่งที่ยังดี ต้นฉบับไม่ถูกแตะต้อง หยุดได้ด้วย Ctrl-C
    Copying what is intact; the original is left alone. Ctrl-C stops.

    """

  static func line(_ finding: DoctorFinding) -> String {
    let advice = finding.advice.map { "  \($0.thai)\n  \($0.english)\n" } ?? ""
    return "\(finding.name): \(finding.fact)\n\(advice)"
  }

  static func line(_ action: LoggedAction) -> String {
    let person = action.person.map { " person \($0)" } ?? ""
    let record = action.record.map { " record \($0)" } ?? ""
    return "\(BuddhistTime.text(action.time)) \(action.kind.rawValue)\(person)\(record)\n"
  }

  static func lines(_ report: SalvageReport, _ folder: String) -> String {
    """
    people: \(report.people)
    records: \(report.records)
    waiting: \(report.waiting)
    pieces of files: \(report.pieces)
    spoiled: \(report.spoiled)
    mended: \(report.mended)
    new store: \(folder)
    fieldtui --data \(folder)

    """
  }

  /// A name for scripts; it says nothing about anybody.
  static func name(of error: StoreError) -> String {
    switch error {
    case .damaged: "damaged"
    case .inUse(let process): "in use by process \(process)"
    case .newerVersion: "of a newer program"
    case .noSpace: "disk full"
    case .readOnly: "read-only"
    default: "cannot be opened"
    }
  }
}
