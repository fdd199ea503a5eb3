public import CommandLineKit
import FoundationEssentials
import Glibc
import SurveyForms
import TerminalKit

/// What a person who designs forms does with a file at a desk.
public let formCommand = Command(
  "form", "Check a form, install it, or drive it without a screen.",
  subcommands: [checkCommand, installCommand, convertCommand, replayCommand])

private let file = Operand("FILE", "The XForm; its media lie beside it.")
private let form = Operand(
  "FILE", "An XForm, or an XLSForm: .xlsx, .csv, .md; media lie beside it.")

private let jsonFlag = Flag("--json", "Write one line of JSON for each finding.")
private let languageOption = ValueOption<Language>(
  "--language", "th|en", "Say it in Thai or in English; otherwise as the locale says, or in both."
) { $0 == "th" ? .thai : $0 == "en" ? .english : nil }

private let checkCommand = Command(
  "check", "Say what is wrong with a form, line by line.", options: [jsonFlag, languageOption],
  operands: [form]
) { arguments in
  let path = try arguments.require(form)
  let text = FindingText(path: path, speech: Speech(asked: arguments[languageOption]))
  let check = FormCheck(path: path, text: text, isJSON: arguments[jsonFlag])
  return try check.run() == nil ? ExitStatus.findings : ExitStatus.success
}

private let installCommand = Command(
  "install", "Check a form and put it on this laptop, with its media.",
  options: [FieldTool.dataOption, languageOption], operands: [form]
) { arguments in
  let install = FormInstall(
    path: try arguments.require(form),
    data: DataFolder.path(given: arguments[FieldTool.dataOption]),
    speech: Speech(asked: arguments[languageOption]))
  return try install.run()
}

private let sheets = Operand("FILE", "The XLSForm: .xlsx, .csv or .md.")

private let convertCommand = Command(
  "convert", "Make the XForm of an XLSForm, and print it.", options: [languageOption],
  operands: [sheets]
) { arguments in
  let path = try arguments.require(sheets)
  let conversion = try SheetFile(path).convert()
  let text = FindingText(path: path, speech: Speech(asked: arguments[languageOption]))
  for finding in conversion.findings {
    StandardError.write(
      text.lines(finding.cell, finding.severity, finding.code.rawValue, finding.words))
  }
  StandardOutput.write(conversion.xform ?? "")
  return conversion.xform == nil ? ExitStatus.findings : ExitStatus.success
}

private let atOnceFlag = Flag(
  "--at-once",
  "Clear choices that are no longer offered as the app does, not when they are asked for.")

private let replayCommand = Command(
  "replay", "Read steps from standard input, and print what the form makes of them.",
  options: [atOnceFlag], operands: [file]
) { arguments in
  let path = try arguments.require(file)
  let reading = try FormFile(path).read()
  guard let form = reading.runnable else {
    for finding in reading.findings where finding.severity == .error {
      StandardError.write("\(path):\(finding)\n")
    }
    return ExitStatus.unreadableInput
  }
  var replay = FormReplay(form, environment: .forReplay(clearsAtOnce: arguments[atOnceFlag]))
  while let line = readLine() {
    for line in replay.run(line) { StandardOutput.write(line + "\n") }
  }
  return ExitStatus.success
}

/// An XForm on the disk, with the folder that its media lie in.
struct FormFile {
  /// Why there is nothing to read at a path.
  struct Unreadable: Error, Equatable {
    let path: String
    let isMissing: Bool
  }

  private let path: String
  let bytes: [UInt8]
  /// The list that a workbook brings along.
  private let itemsets: [UInt8]?

  init(_ path: String) throws(Unreadable) {
    self.path = path
    bytes = try FormFile.contents(path)
    itemsets = nil
  }

  /// The form made of the workbook at a path.
  init(_ path: String, xform: String, itemsets: [UInt8]?) {
    self.path = path
    bytes = Array(xform.utf8)
    self.itemsets = itemsets
  }

  static func contents(_ path: String) throws(Unreadable) -> [UInt8] {
    guard let bytes = bytes(path) else {
      throw Unreadable(path: path, isMissing: !FileManager.default.fileExists(atPath: path))
    }
    return bytes
  }

  func read() -> FormReading { FormReader.read(bytes, media: media) }

  /// Reads it and looks besides for what its designer should mend.
  func check() -> FormReading { FormReader.check(bytes, media: media) }

  /// A file beside the form; a form names files beside it, never elsewhere.
  func media(_ name: String) -> [UInt8]? {
    if name == "itemsets.csv", let itemsets { return itemsets }
    return name.contains("/") ? nil : FormFile.bytes(folder + name)
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  private static func bytes(_ path: String) -> [UInt8]? {
    // Why a file cannot be read is told apart by the caller; the form reader names missing media.
    (try? Data(contentsOf: URL(filePath: path))).map(Array.init)
  }
}

extension FormFile.Unreadable {
  /// What to tell the person, and the status to exit with.
  var failure: (label: Label, status: Int32) {
    isMissing
      ? (
        Label(
          "\(path): ไม่มีแฟ้มนี้ โปรดตรวจชื่อและโฟลเดอร์",
          "\(path): there is no such file. Check the name and the folder."),
        ExitStatus.noSuchFile
      )
      : (
        Label(
          "\(path): อ่านแฟ้มนี้ไม่ได้ โปรดตรวจว่าเป็นแฟ้มและมีสิทธิ์อ่าน",
          "\(path) cannot be read. Check that it is a file and that you may read it."),
        ExitStatus.unreadableInput
      )
  }
}

extension SessionEnvironment {
  /// The real clock, fresh dice, and the person that JavaRosa's side of a comparison has.
  fileprivate static func forReplay(clearsAtOnce: Bool) -> SessionEnvironment {
    var properties = ["username": "tester"]
    for name in ["deviceid", "phonenumber", "email", "subscriberid", "simserial"] {
      properties[name] = "device"
    }
    let environment = SessionEnvironment(
      now: wallClock, zoneOffset: localZoneOffset(),
      random: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }, properties: properties)
    return clearsAtOnce ? environment : environment.clearingWhenAsked()
  }
}

@Sendable private func wallClock() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
}

/// Minutes that the machine's local time is ahead of UTC.
private func localZoneOffset() -> Int {
  var now = time(nil)
  var local = tm()
  localtime_r(&now, &local)
  return local.tm_gmtoff / 60
}
