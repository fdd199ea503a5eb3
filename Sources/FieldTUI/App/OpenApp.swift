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
  ///   - formID: Which form a new survey is of; nil for the affected-person survey.
  /// - Returns: The status to exit with.
  static func run(
    data: String, passphrase: (() -> String?)?, formID: String? = nil
  ) async throws -> Int32 {
    try NcursesTerminal.check()
    LineBreaker.install(LibThai.breaker)
    let locked = Renewal.taken()
    // Whoever locked the screen is not let in again by what was handed over once.
    var start = model(locked == nil ? passphrase?() : nil)
    if let locked { start.go(on: locked.renewal) }
    let shown = await onItsOwnThread { [start] in
      show(start) { mailbox in
        EffectRunner(mailbox: mailbox) { online in
          try await desk(data, mailbox, online, formID, locked?.lock)
        }
      }
    }
    let (runner, next) = try shown.get()
    let left = try await runner.finish()
    if let next, !next.isAskedToEnd() {
      next.renewal.begin(handingOver: left.store.lock)
      throw Renewal.Refused()
    }
    return ExitStatus.success
  }

  /// Opens the app as lines on standard input and output.
  ///
  /// - Returns: The status to exit with.
  static func talk(
    data: String, passphrase: (() -> String?)?, formID: String? = nil
  ) async throws -> Int32 {
    let desk = try await desk(data, Mailbox(wake: {}), OnlineWork(), formID, nil)
    // The talk waits for a line nearly all of the time, so this does not go through it.
    let requests = SendRequest.watch { Task { await desk.runSyncIfDue() } }
    defer { requests.cancel() }
    var plain = PlainApp(model(passphrase?()), desk: desk) { StandardOutput.write($0 + "\n") }
    return await plain.run()
  }

  private static func model(_ passphrase: String?) -> AppModel {
    var model = AppModel(
      today: BuddhistTime.day(of: Ambient.laptop.now()), passphrase: passphrase)
    model.slipFile = SlipFile.usualPath(
      home: DataFolder.variable("HOME") ?? ".", user: DataFolder.variable("USER") ?? "")
    return model
  }

  /// Opens the store, whose check takes a while when it is full, and reads the form in the meantime.
  ///
  /// The people are mailed as soon as they are known: signing in needs no form, and who uses the laptop
  /// can be read before all of the file was checked. What they ask for waits until it was.
  private static func desk(
    _ data: String, _ mailbox: Mailbox<AppMessage>, _ online: OnlineWork, _ formID: String?,
    _ lock: Int32?
  ) async throws -> Desk {
    async let asked = installedForm(formID, data)
    async let survey = formID == nil ? nil : installedForm(nil, data)
    do {
      var isTold = false
      let store = try SurveyStore(
        directory: data, ambient: .laptop, cost: nil, lock: lock
      ) { people, url in
        mailbox.send(.people(people, server: url))
        isTold = true
      }
      if !isTold {
        // A store that cannot even say whose it is: better a sentence now than a screen without them.
        let people = try await store.people()
        mailbox.send(.people(people, server: try await store.centre()?.url ?? ""))
      }
      let form = try await asked
      // The areas lie beside the survey; a place is asked for on other screens too.
      let areas = try await (survey ?? form)?.media(AreaTable.list + ".csv").flatMap(AreaIndex.init)
      mailbox.send(.areas(areas))
      // A program that was told its form does not ask for one.
      let all = formID == nil ? LaptopForms(shipped: try? .installed(), data: data) : nil
      return Desk(
        store: store,
        sync: SyncEngine(
          store: store,
          transport: CurlTransport(certificates: DataFolder.variable("FIELDTUI_CA")),
          ambient: .laptop),
        forms: FormShelf(main: form, all: all), archive: FormArchive(path: data + "/forms"),
        areas: areas, ambient: .laptop,
        mailbox: mailbox, online: online)
    } catch {
      mailbox.send(.cannotOpen)
      throw error
    }
  }

  /// Without its form the app still shows, sends and fetches what is there.
  private static func installedForm(_ id: String?, _ data: String) async throws -> InstalledForm? {
    // Forms may have been installed on the laptop only; what is missing is said when one is opened.
    let forms = LaptopForms(shipped: try? .installed(), data: data)
    guard let id else { return try? forms.form("affected_person") }
    do {
      return try forms.form(id)
    } catch let problem where problem.isOfForm {
      throw problem
    } catch {
      throw FormFile.Unreadable(path: id, isMissing: true)
    }
  }

  /// The program that follows a locked one, unless the system asked this one to end meanwhile.
  private struct Next {
    var renewal: Renewal
    var isAskedToEnd: @Sendable () -> Bool
  }

  /// Runs the program's loop, which waits for the keyboard, and gives back who works for it, and
  /// what there is to begin anew with when the screen was locked.
  private static func show(
    _ start: AppModel, _ makeRunner: (Mailbox<AppMessage>) -> EffectRunner
  ) -> Result<(EffectRunner, Next?), TerminalError> {
    do throws(TerminalError) {
      let terminal = try NcursesTerminal(environment: DataFolder.variable)
      let mailbox = Mailbox<AppMessage>(wake: terminal.waker)
      let runner = makeRunner(mailbox)
      let watch = SuspendWatch().start { mailbox.send(.woke) }
      let requests = SendRequest.watch { mailbox.send(.askedToSend) }
      TmuxClient.watch { mailbox.send(.tmuxWithoutUTF8) }
      defer {
        watch.cancel()
        requests.cancel()
      }
      let program = Program<AppModel, AppMessage, AppEffect>(
        update: { $0.update($1) }, view: { $0.view(on: &$1) }, perform: runner.perform,
        isFinished: { $0.isFinished }, message: { .key($0, at: $1) }, rest: .rest,
        idle: .idle,
        isUnsettled: { $0.isSaving })
      var last = program.run(start, on: terminal, mailbox: mailbox)
      for effect in last.settle() { runner.perform(effect) }
      // Unfinished, it was asked to end, or its terminal is gone.
      guard last.isFinished, let renewal = last.renewal else {
        terminal.close()
        return .success((runner, nil))
      }
      return .success((runner, Next(renewal: renewal, isAskedToEnd: terminal.handOver())))
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
