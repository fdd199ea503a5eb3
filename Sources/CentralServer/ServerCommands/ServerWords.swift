import CommandLineKit
import Glibc
import InstalledForms
import SQLiteKit
import Sealing

/// What the operator is told when a command of the centre fails, in Thai and in English.
struct ServerWords: Equatable {
  let thai: String
  let english: String
  let status: Int32

  init(_ thai: String, _ english: String, _ status: Int32) {
    self.thai = thai
    self.english = english
    self.status = status
  }

  init(_ error: any Error) {
    switch error {
    case let error as DataDirectoryError: self.init(error)
    case let error as SQLiteError: self.init(error)
    case let error as MigrationError: self.init(error)
    case is SealingError: self = .damagedKey
    case MicroHTTPD.StartProblem.cannotListen: self = .cannotListen
    case let missing as MissingFile:
      self.init(
        "\(missing.path): ไม่มีแฟ้มนี้หรืออ่านไม่ได้ โปรดตรวจชื่อและสิทธิ์",
        "\(missing.path): there is no such file, or it cannot be read. Check the name and the rights.",
        ExitStatus.noSuchFile)
    case let missing as MissingCentre:
      self.init(
        "\(missing.path): ไม่มีศูนย์ในโฟลเดอร์นี้ โปรดตรวจ --data หรือเริ่มศูนย์ด้วย fieldcentral serve",
        "\(missing.path): there is no centre here. Check --data, or begin one with fieldcentral serve.",
        ExitStatus.noSuchFile)
    case let unknown as UnknownLaptop:
      self.init(
        "ศูนย์ไม่มีเครื่องหมายเลข \(unknown.number) ดูรายการด้วย fieldcentral laptops",
        "The centre has no laptop \(unknown.number). See fieldcentral laptops.",
        ExitStatus.noSuchFile)
    case let none as NoBundle:
      self.init(
        "เครื่องหมายเลข \(none.laptop) ยังไม่เคยส่งชุดข้อมูลเป็นแฟ้ม โปรดอ่านชุดแรกด้วย fieldcentral bundle read",
        "Laptop \(none.laptop) has handed in no bundle yet. Read its first with "
          + "fieldcentral bundle read.",
        ExitStatus.noSuchFile)
    case let refused as RefusedFile:
      let words = RefusalWords(problem: refused.problem)
      self.init(
        "\(refused.subject): \(words.thai) [\(refused.problem.rawValue)]",
        "\(refused.subject): \(words.english) [\(refused.problem.rawValue)]",
        ExitStatus.unreadableInput)
    case is LostOutput: self.init(LostOutput.thai, LostOutput.english, ExitStatus.inputOutput)
    case FormFolderProblem.noFolder(let places):
      self.init(
        "ไม่มีโฟลเดอร์แบบฟอร์ม \(places.joined(separator: ", ")) โปรดตรวจ --forms",
        "There is no folder of forms at \(places.joined(separator: ", ")). Check --forms.",
        ExitStatus.noSuchFile)
    default: self = .unknown
    }
  }

  private static let damagedKey = ServerWords(
    "กุญแจในโฟลเดอร์ข้อมูลเสียหาย อย่าลบไฟล์ใด และนำกุญแจจากสำเนาสำรองมาวาง",
    "A key in the data folder is damaged. Delete nothing, and restore the keys from the backup.",
    ExitStatus.storeCannotBeOpened)
  private static let damagedData = ServerWords(
    "ฐานข้อมูลของศูนย์เสียหาย อย่าลบไฟล์ใด เก็บโฟลเดอร์ไว้ทั้งหมด แล้วนำสำเนาสำรองมาใช้",
    "The centre's database is damaged. Delete nothing, keep the whole folder, and use the backup.",
    ExitStatus.storeCannotBeOpened)
  private static let cannotWrite = ServerWords(
    "เขียนโฟลเดอร์ข้อมูลไม่ได้ โปรดตรวจเจ้าของและสิทธิ์ของโฟลเดอร์",
    "The data folder cannot be written to. Check who owns it and its rights.",
    ExitStatus.storeCannotBeOpened)
  private static let noSpace = ServerWords(
    "ดิสก์เต็ม ข้อมูลที่รับไว้แล้วอยู่ครบ โปรดเพิ่มที่ว่างแล้วเริ่มใหม่",
    "The disk is full. What was received is all there: free some space and start again.",
    ExitStatus.storeCannotBeOpened)
  private static let cannotListen = ServerWords(
    "เปิดรับที่อยู่นี้ไม่ได้ พอร์ตอาจมีผู้ใช้แล้ว ที่อยู่ไม่ใช่ของเครื่องนี้ หรือใบรับรองไม่ใช่ PEM เลือกใหม่ด้วย --listen",
    "The centre cannot listen there: the port is taken, the address is not this machine's, "
      + "or the certificate is no PEM file. Choose another with --listen.",
    ExitStatus.inputOutput)
  private static let unknown = ServerWords(
    "ศูนย์ทำตามคำสั่งไม่ได้ ข้อมูลที่รับไว้แล้วอยู่ครบ ดูสาเหตุในบันทึกของศูนย์",
    "The centre could not do that. What was received is all there; its log says why.",
    ExitStatus.inputOutput)
}

extension ServerWords {
  private init(_ error: DataDirectoryError) {
    switch error {
    case .inUse:
      self.init(
        "มีโปรแกรมอื่นเปิดโฟลเดอร์ข้อมูลนี้อยู่ รอให้จบหรือหยุดโปรแกรมนั้นก่อน",
        "Another process has this data directory open. Wait for it to end, or stop it.",
        ExitStatus.tryLater)
    case .cannotOpen(let number) where number == ENOSPC || number == EDQUOT: self = .noSpace
    case .cannotOpen(let number):
      let reason = String(cString: strerror(number))
      self.init(
        "ใช้โฟลเดอร์ข้อมูลนี้ไม่ได้ (\(reason)) โปรดตรวจ --data และสิทธิ์ของโฟลเดอร์",
        "The data folder cannot be used (\(reason)). Check --data and the folder's rights.",
        ExitStatus.storeCannotBeOpened)
    case .keyIsAnother(let name):
      self.init(
        "กุญแจ \(name) ไม่ใช่กุญแจของฐานข้อมูลนี้ นำกุญแจเดิมกลับมาจากสำเนาสำรอง ศูนย์ไม่เริ่มด้วยกุญแจอื่น",
        "The key \(name) is not the one that this database was made with. "
          + "Put the right one back from the backup; the centre starts with no other.",
        ExitStatus.storeCannotBeOpened)
    case .databaseMissing:
      self.init(
        "centre.sqlite หายไปจากโฟลเดอร์ข้อมูล แต่ยังมีไฟล์อื่นของศูนย์ นำกลับมาพร้อม centre.sqlite-wal "
          + "จากสำเนาสำรอง หรือย้าย key-* และ centre.sqlite-wal ออกไปเก็บที่อื่นเพื่อเริ่มศูนย์ใหม่",
        "The database centre.sqlite is gone from the data folder, and the centre's other files are "
          + "there. Restore it with centre.sqlite-wal from the backup, or move key-* and "
          + "centre.sqlite-wal away to begin anew.",
        ExitStatus.storeCannotBeOpened)
    case .keyMissing(let name):
      self.init(
        "กุญแจ \(name) หายไปจากโฟลเดอร์ข้อมูล นำกลับมาจากสำเนาสำรอง ศูนย์จะไม่สร้างกุญแจใหม่แทน",
        "The key \(name) is gone from the data folder. Restore it from the backup; "
          + "the centre makes no other in its place.",
        ExitStatus.storeCannotBeOpened)
    }
  }

  private init(_ error: SQLiteError) {
    switch error.code {
    case .corrupt, .notADatabase, .mismatch: self = .damagedData
    case .readOnly, .permission, .cannotOpen: self = .cannotWrite
    case .full: self = .noSpace
    default: self = .unknown
    }
  }

  private init(_ error: MigrationError) {
    switch error {
    case .newer:
      self.init(
        "ฐานข้อมูลนี้บันทึกด้วยโปรแกรมรุ่นใหม่กว่า ข้อมูลอยู่ครบ ติดตั้งรุ่นใหม่แล้วเริ่มอีกครั้ง",
        "A newer program wrote this database. It is all there: install the newer one.",
        ExitStatus.storeCannotBeOpened)
    case .foreign:
      self.init(
        "centre.sqlite ไม่ใช่ฐานข้อมูลของศูนย์ โปรดตรวจ --data หรือนำฐานข้อมูลของศูนย์กลับมาจากสำเนาสำรอง",
        "The file centre.sqlite is not a centre's database. Check --data, "
          + "or restore the centre's from the backup.",
        ExitStatus.storeCannotBeOpened)
    case .failed(let error): self.init(error)
    }
  }
}

extension CentralTool {
  /// The sentence and the exit status for an error of a command.
  public static func failure(_ error: any Error) -> (sentence: String, status: Int32) {
    let words = ServerWords(error)
    return ("\(words.thai)\n\(words.english)", words.status)
  }
}
