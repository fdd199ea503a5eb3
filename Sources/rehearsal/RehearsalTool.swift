import CommandLineKit
import FieldTUI
import FoundationEssentials
import InstalledForms
import OfflineStore
import Sealing
import SyncProtocol

let folderOption = ValueOption<String>(
  "--dir", "DIR",
  "An empty or new folder for the centre and the laptops; one under /tmp if not given.")
private let seedOption = ValueOption<UInt64>("--seed", "N", "Who is made up; 2563 if not given.") {
  UInt64($0)
}
private let surveysOption = ValueOption<Int>(
  "--surveys", "N", "How many surveys the villages send; 200 if not given."
) { Int($0).flatMap { $0 >= 3 ? $0 : nil } }
let countOption = ValueOption<Int>(
  "--count", "N", "How many drafts or saves; as many as each command likes if not given."
) {
  Int($0)
}

/// The program `rehearsal`: a district at work with made-up people.
enum RehearsalTool {
  static let command = Command(
    "rehearsal", "Play two days of a district with made-up people, and leave it all to look at.",
    options: [folderOption, seedOption, surveysOption],
    subcommands: [drafts, unlock, Measuring.costs, Measuring.saves, Measuring.opening]
  ) { arguments in
    let folder = try Self.emptyFolder(arguments[folderOption])
    let form = try FormFolder.installed().form("affected_person")
    var rehearsal = try Rehearsal(folder: folder, seed: arguments[seedOption] ?? 2563, form: form)
    let outcome = try await rehearsal.run(surveys: arguments[surveysOption] ?? 200)
    StandardOutput.write(try await outcome.text())
    StandardOutput.write(Self.directions(folder, rehearsal.centre))
    return ExitStatus.success
  }

  private static let drafts = Command(
    "drafts", "Make a laptop with many drafts on it, for measuring.",
    options: [folderOption, seedOption, countOption]
  ) { arguments in
    let folder = try Self.emptyFolder(arguments[folderOption])
    let desk = Desk(
      form: try FormFolder.installed().form("affected_person"), seed: arguments[seedOption] ?? 2563,
      start: Timestamp(milliseconds: 1_586_480_400_000))
    try await Rehearsal.fill(folder, withDrafts: arguments[countOption] ?? 1000, at: desk)
    StandardOutput.write("\(folder)\n\(Rehearsal.passphrase)\n")
    return ExitStatus.success
  }

  private static let unlock = Command(
    "unlock", "Time the passphrase check of a laptop that `drafts` made; the median in ms.",
    options: [folderOption]
  ) { arguments in
    let store = try SurveyStore(directory: try arguments.require(folderOption), ambient: .laptop)
    let passphrase = SecretBytes(copying: Array(Rehearsal.passphrase.utf8))
    var times: [Duration] = []
    for _ in 0..<5 {
      times.append(
        try await ContinuousClock().measure {
          _ = try await store.signIn(1, passphrase: passphrase)
        })
    }
    StandardOutput.write("\(times.sorted()[2] / .milliseconds(1)) ms\n")
    return ExitStatus.success
  }

  /// The sentence and the exit status for what a rehearsal could not do.
  static func failure(_ error: any Error) -> (sentence: String, status: Int32) {
    switch error {
    case FormFolderProblem.noFolder:
      ("There is no folder of forms; run this from the repository.", ExitStatus.noSuchFile)
    case Mishap.folderInUse(let path):
      ("\(path) is not empty; name another folder with --dir.", ExitStatus.usage)
    case is LostOutput: ("The output could not be written.", ExitStatus.inputOutput)
    default: ("The rehearsal stopped: \(error)", ExitStatus.inputOutput)
    }
  }

  private static func emptyFolder(_ given: String?) throws -> String {
    let path = given ?? "/tmp/fieldtui-rehearsal"
    if given == nil, FileManager.default.fileExists(atPath: path + "/centre.out") {
      CentreProcess.endEarlier(in: path)
      try FileManager.default.removeItem(atPath: path)
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard try FileManager.default.contentsOfDirectory(atPath: path).isEmpty else {
      throw Mishap.folderInUse(path)
    }
    return path
  }

  private static func directions(_ folder: String, _ centre: CentreProcess) -> String {
    let program = CentreProcess.folder + "/fieldtui"
    let heads = Rehearsal.villages.enumerated().map { index, village in
      "  \(program) --data \(folder)/village-\(index + 1)     # \(village.head), \(village.name)"
    }
    return """

      Everything is left as it is. The centre runs at \(centre.address); end it with: kill \(centre.process)
      Everybody's passphrase is: \(Rehearsal.passphrase)

      Open a village:
      \(heads.joined(separator: "\n"))
      Open the officer's desk:
        \(program) --data \(folder)/officer     # \(Rehearsal.officerName)
      Ask the centre:
        \(CentreProcess.folder)/fieldcentral status --data \(centre.data)

      """
  }
}
