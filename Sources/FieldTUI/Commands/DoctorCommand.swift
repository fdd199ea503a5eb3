import CommandLineKit
import OfflineStore
import SyncProtocol

private let salvageOption = ValueOption<String>(
  "--salvage", "DIR", "Copy what is intact in a damaged store into a new one in DIR.")
private let logOption = ValueOption<Int>("--log", "N", "Print the last N lines of what was done.")

/// Looks the laptop over and says what to do; nothing that anybody wrote is ever printed.
let doctorCommand = Command(
  "doctor", "Look over the disk, the clock, the terminal and the store, and say what to do.",
  options: [salvageOption, logOption, FieldTool.dataOption]
) { arguments in
  let data = DataFolder.path(given: arguments[FieldTool.dataOption])
  let text = DoctorText(speech: Speech())
  if let new = arguments[salvageOption] {
    StandardError.write(text.speech.lines(DoctorText.salvaging))
    let report = try SurveyStore.salvage(data, into: new, ambient: .laptop)
    StandardOutput.write(text.lines(report, new))
    let isWhole = report.spoiled + report.mended == 0 && report.people > 0
    return isWhole ? ExitStatus.success : ExitStatus.findings
  }
  if let count = arguments[logOption] {
    let store = try SurveyStore(directory: data, ambient: .laptop)
    StandardOutput.write(try await store.log(last: count).reversed().map(text.line).joined())
    return ExitStatus.success
  }
  let findings = await Doctor(data: data).findings()
  StandardOutput.write(findings.map(text.line).joined())
  return findings.contains { $0.advice != nil } ? ExitStatus.findings : ExitStatus.success
}
