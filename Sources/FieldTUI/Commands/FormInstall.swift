import CommandLineKit
import InstalledForms
import SurveyForms
import TerminalKit

/// Puts a form on this laptop, once nothing in it is wrong.
struct FormInstall {
  let path: String
  /// The folder of this laptop's records.
  let data: String
  let speech: Speech

  /// Prints what is wrong with the form, or that it is there now.
  ///
  /// - Returns: The status to exit with.
  func run() throws -> Int32 {
    let text = FindingText(path: path, speech: speech)
    guard let (form, file) = try FormCheck(path: path, text: text, isJSON: false).run() else {
      say(FormInstall.notInstalled, to: StandardError.write)
      return ExitStatus.findings
    }
    // Which files a form is made of, it says while it is read.
    var media: [String: [UInt8]] = [:]
    _ = FormReader.check(file.bytes) { name in
      let bytes = file.media(name)
      media[name] = bytes
      return bytes
    }
    do throws(FormInstallProblem) {
      try LaptopForms(shipped: nil, data: data).install(form, xform: file.bytes, media: media)
    } catch {
      let (label, status) = error.failure
      say(label, to: StandardError.write)
      return status
    }
    say(installed(form), to: StandardOutput.write)
    return ExitStatus.success
  }

  private func say(_ label: Label, to write: (String) -> Void) { write(speech.lines(label)) }

  private static let notInstalled = Label(
    "ยังไม่ได้ติดตั้ง โปรดแก้ข้อที่แจ้งว่า error แล้วลองใหม่",
    "It was not installed. Correct what is called an error, and try again.")

  private func installed(_ form: FormDefinition) -> Label {
    let name = form.title.isEmpty ? form.id : form.title
    let version = form.version.isEmpty ? "" : " \(form.version)"
    return Label(
      "ติดตั้ง “\(name)”\(version) แล้ว เลือกได้เมื่อเริ่มแบบสำรวจใหม่",
      "“\(name)”\(version) is installed. It can be chosen for a new survey.")
  }
}

extension FormInstallProblem {
  /// What to tell the person, and the status to exit with.
  fileprivate var failure: (label: Label, status: Int32) {
    switch self {
    case .nameTaken(let id):
      (
        Label(
          "มีแบบฟอร์มรหัส \(id) ซึ่งรหัสเกือบเหมือนกันอยู่แล้ว โปรดเปลี่ยนรหัส (form_id)",
          "A form with the id \(id), which is nearly the same, is installed. Change the form's id."),
        ExitStatus.findings
      )
    case .sameVersion(let version):
      (
        Label(
          "มีรุ่น “\(version)” ที่เนื้อหาต่างกันติดตั้งอยู่แล้ว โปรดเพิ่มเลขรุ่น (version) ของแบบฟอร์ม",
          "Version “\(version)” is installed with other contents. Raise the form's version."),
        ExitStatus.findings
      )
    case .disk(let problem):
      (
        Label(
          "เขียนแบบฟอร์มลงดิสก์ไม่ได้ (\(problem.code)) แบบฟอร์มเดิมยังอยู่",
          "The form could not be written to the disk (\(problem.code)). What was installed is still there."
        ),
        ExitStatus.inputOutput
      )
    }
  }
}
