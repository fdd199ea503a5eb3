import CommandLineKit
import Dispatch
import InstalledForms
import NcursesTerminal
import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import ThaiBreaking
import ThaiText

/// Opens the app on this terminal and stays until it is closed.
enum OpenApp {
  /// - Parameters:
  ///   - passphrase: One that another program handed over, for the first sign-in.
  /// - Returns: The status to exit with.
  static func run(data: String, passphrase: String?) async throws -> Int32 {
    try NcursesTerminal.check()
    LineBreaker.install(LibThai.breaker)
    let (makeDesk, start) = try await prepare(data: data, passphrase: passphrase)
    let runner = await onItsOwnThread {
      show(start) { mailbox in EffectRunner(makeDesk(mailbox)) }
    }
    try await runner.get().finish()
    return ExitStatus.success
  }

  /// Opens the app as lines on standard input and output.
  ///
  /// - Returns: The status to exit with.
  static func talk(data: String, passphrase: String?) async throws -> Int32 {
    let (makeDesk, start) = try await prepare(data: data, passphrase: passphrase)
    var plain = PlainApp(start, desk: makeDesk(Mailbox(wake: {}))) {
      StandardOutput.write($0 + "\n")
    }
    await plain.talk()
    return ExitStatus.success
  }

  /// Opens the store and the form; the desk is made once there is a mailbox for it.
  private static func prepare(
    data: String, passphrase: String?
  ) async throws -> (@Sendable (Mailbox<AppMessage>) -> Desk, AppModel) {
    let store = try SurveyStore(directory: data, ambient: .laptop, cost: nil)
    // A store that cannot even say whose it is: better a sentence now than a screen without them.
    _ = try await (store.people(), store.centre())
    let form = installedForm()
    let areas = form?.media("thai-areas.csv").flatMap(AreaIndex.init)
    var start = AppModel(
      today: BuddhistTime.day(of: Ambient.laptop.now()), areas: areas, passphrase: passphrase)
    start.slipFile = SlipFile.usualPath(
      home: DataFolder.variable("HOME") ?? ".", user: DataFolder.variable("USER") ?? "")
    let makeDesk = { @Sendable (mailbox: Mailbox<AppMessage>) in
      Desk(
        store: store,
        sync: SyncEngine(
          store: store,
          transport: CurlTransport(certificates: DataFolder.variable("FIELDTUI_CA")),
          ambient: .laptop),
        form: form, archive: FormArchive(path: data + "/forms"), areas: areas, ambient: .laptop,
        mailbox: mailbox)
    }
    return (makeDesk, start)
  }

  /// Without its form the app still shows, sends and fetches what is there.
  private static func installedForm() -> InstalledForm? {
    // The screens say that the form is missing when one is opened.
    try? FormFolder.installed().form("affected_person")
  }

  /// Runs the program's loop, which waits for the keyboard, and gives back who works for it.
  private static func show(
    _ start: AppModel, _ makeRunner: (Mailbox<AppMessage>) -> EffectRunner
  ) -> Result<EffectRunner, TerminalError> {
    do throws(TerminalError) {
      let terminal = try NcursesTerminal(environment: DataFolder.variable)
      defer { terminal.close() }
      let mailbox = Mailbox<AppMessage>(wake: terminal.waker)
      let runner = makeRunner(mailbox)
      let watch = SuspendWatch().start { mailbox.send(.woke) }
      defer { watch.cancel() }
      let program = Program<AppModel, AppMessage, AppEffect>(
        update: { $0.update($1) }, view: { $0.view(on: &$1) }, perform: runner.perform,
        isFinished: \.isFinished, message: { .key($0) }, idle: .idle,
        isUnsettled: \.isSaving)
      runner.perform(.loadPeople)
      var last = program.run(start, on: terminal, mailbox: mailbox)
      for effect in last.settle() { runner.perform(effect) }
      return .success(runner)
    } catch {
      return .failure(error)
    }
  }

  /// Runs what waits for the keyboard where it stalls no task.
  private static func onItsOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "screen").async { continuation.resume(returning: work()) }
    }
  }
}
