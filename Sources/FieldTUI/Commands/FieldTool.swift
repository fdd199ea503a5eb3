import CMalloc
import CommandLineKit
import InstalledForms
import NcursesTerminal
import OfflineStore
import SyncClient
import TerminalKit

/// The program `fieldtui`: its commands, and what it says when one fails.
public enum FieldTool {
  /// Comes before everything else: a thread that has taken memory once keeps a heap of its own.
  public static func keepOneHeap() { cmalloc_keep_little() }

  /// Does what the command line asks and answers with the status to exit with.
  public static func main(_ words: [String]) async -> Int32 {
    hideMemory()
    let speech = Speech()
    return await command.main(words, help: ThaiHelp.words(in: speech)) { error in
      let (label, status) = Self.words(for: error)
      return (speech.sentence(label), status)
    }
  }

  static let dataOption = ValueOption<String>(
    "--data", "DIR", "Where this laptop's records lie (or FIELDTUI_DATA).")
  static let passphraseOption = ValueOption<Int>(
    "--passphrase-fd", "N", "Read the passphrase from this descriptor.")

  private static let formOption = ValueOption<String>(
    "--form", "ID", "Which of the installed forms a new survey is of.")
  private static let plainFlag = Flag(
    "--plain", "Ask in lines of text: for a screen reader, a pipe, a slow line.")
  private static let versionFlag = Flag("--version", "Say which version this is.")

  static let command = Command(
    "fieldtui", "Fill in surveys offline, and send them when there is a network.",
    options: [dataOption, passphraseOption, formOption, plainFlag, versionFlag],
    subcommands: [formCommand, syncCommand, bundleCommand, doctorCommand]
  ) { arguments in
    guard !arguments[versionFlag] else {
      StandardOutput.write("fieldtui \(version.text(in: Speech().oneLanguage))\n")
      return ExitStatus.success
    }
    let data = DataFolder.path(given: arguments[dataOption])
    let passphrase = arguments[passphraseOption].map { descriptor in
      { PassphraseInput.line(from: descriptor) }
    }
    if !arguments[plainFlag] {
      do {
        return try await OpenApp.run(
          data: data, passphrase: passphrase, formID: arguments[formOption])
      } catch let error as TerminalError where error != .noTerminal {
        StandardOutput.write(Speech().lines(Phrase.linesInstead.label))
      }
    }
    return try await OpenApp.talk(
      data: data, passphrase: passphrase, formID: arguments[formOption])
  }

  /// Which version of the program this is, as its package says.
  static var version: Label {
    Installation.current.version.map { Label($0, $0) }
      ?? Label("(สร้างจากต้นฉบับในเครื่องนี้)", "(built where it runs)")
  }

  /// What is said about an error that nothing else has put into words.
  static func words(for error: any Error) -> (label: Label, status: Int32) {
    switch error {
    case let error as FormFile.Unreadable: error.failure
    case FormFolderProblem.unreadable(let path, let findings):
      words(for: FormFolderProblem.unreadable(path, findings), at: path)
    case is Renewal.Refused: (Phrase.closedByLock.label, ExitStatus.tryLater)
    case BundleProblem.cannotWrite: (KeyCarePhrase.fileProblem.label, ExitStatus.inputOutput)
    case BundleProblem.noSpace: (StickPhrase.full.label, ExitStatus.inputOutput)
    case BundleProblem.fileIsThere: (StickPhrase.fileIsThere.label, ExitStatus.inputOutput)
    case BundleProblem.isNoAnswer(let path):
      (StickPhrase.isNoAnswer(path), ExitStatus.unreadableInput)
    case let error as SyncFailure: words(for: error)
    case StoreError.unusableBundle:
      (StoreError.unusableBundle.label, ExitStatus.unreadableInput)
    case let error as SendRequest.Sent: (error.label, ExitStatus.tryLater)
    case let error as NoStore: (error.label, ExitStatus.noSuchFile)
    case let error as StoreInUse: (StoreError.inUse(by: error.process).label, ExitStatus.tryLater)
    case let error as StoreError: (error.label, ExitStatus.storeCannotBeOpened)
    case TerminalError.noTerminal:
      (
        Label(
          "\(Phrase.needsTerminal.label.thai) \(Phrase.tryDemo.label.thai)",
          "\(Phrase.needsTerminal.label.english) \(Phrase.tryDemo.label.english)"),
        ExitStatus.usage
      )
    case is TerminalError: (Phrase.needsScreen.label, ExitStatus.usage)
    case is LostOutput: (Label(LostOutput.thai, LostOutput.english), ExitStatus.inputOutput)
    default:
      (
        Label(
          "เกิดข้อผิดพลาดที่ไม่รู้จัก ข้อมูลที่บันทึกแล้วอยู่ครบ",
          "Something unknown went wrong. What was saved is all there."),
        ExitStatus.inputOutput
      )
    }
  }

  private static func words(
    for problem: FormFolderProblem, at path: String
  ) -> (label: Label, status: Int32) {
    let label = problem.label
    return (
      Label("\(path) \(label.thai)", "\(path) \(label.english)"), ExitStatus.unreadableInput
    )
  }

  private static func words(for failure: SyncFailure) -> (label: Label, status: Int32) {
    if case .store(let error) = failure { return words(for: error as any Error) }
    let notice = SyncNotice(failure)
    return (
      Label(notice.text(in: .thai), notice.text(in: .english)),
      failure.isWorthRetrying ? ExitStatus.tryLater : ExitStatus.needsPerson
    )
  }
}
