import Testing

@testable import TerminalKit

/// A terminal that types a script and keeps what it was shown.
private final class ScriptedTerminal: Terminal {
  let size = Size(rows: 1, columns: 12)
  let waker: @Sendable () -> Void = {}
  var script: [Awaited]
  var shown: [String] = []

  init(_ script: [Awaited]) { self.script = script }

  func show(_ grid: Grid, cursor: Point?) { shown.append(GridText.row(0, of: grid)) }
  var waits: [Int?] = []
  var wait: () -> Void = {}
  func nextKeys(timeout: Int?) -> Awaited {
    waits.append(timeout)
    wait()
    return script.isEmpty ? .gone : script.removeFirst()
  }
  func waitForWork(timeout: Int) { work() }
  var work: () -> Void = {}
}

@Suite struct ProgramTests {
  private enum Message: Sendable, Equatable { case key(Key), saved, idle }
  private struct Model: Equatable { var text = "", isSaved = false, idles = 0 }

  private func run(_ terminal: ScriptedTerminal, waits: Bool = false, works: Bool = true) -> Model {
    let mailbox = Mailbox<Message>(wake: {})
    if waits, works { terminal.work = { mailbox.send(.saved) } }
    let program = Program<Model, Message, String>(
      update: { model, message in
        switch message {
        case .key(.character(let scalar)):
          model.text.unicodeScalars.append(scalar)
          model.isSaved = false
          return [model.text]
        case .key: return []
        case .saved: model.isSaved = true
        case .idle: model.idles += 1
        }
        return []
      },
      view: { model, grid in
        grid.draw(model.text + (model.isSaved ? " บันทึกแล้ว" : ""), at: Point(row: 0, column: 0))
        return nil
      },
      perform: { _ in if !waits { mailbox.send(.saved) } }, isFinished: { $0.text == "กข" },
      message: { key, _ in .key(key) }, idle: .idle,
      isUnsettled: { waits && !$0.text.isEmpty && !$0.isSaved }, settleMilliseconds: 20)
    return program.run(Model(), on: terminal, mailbox: mailbox)
  }

  @Test func `saved is shown only after the work came back`() {
    let terminal = ScriptedTerminal([.keys([.character("ก")]), .keys([.enter]), .gone])
    _ = run(terminal)
    #expect(terminal.shown.map { $0.contains("บันทึก") } == [false, false, true])
  }

  @Test func `what must be on the disk is there before the next key is drawn`() {
    let terminal = ScriptedTerminal([.keys([.character("ก")]), .gone])
    _ = run(terminal, waits: true)
    #expect(terminal.shown.map { $0.contains("บันทึก") } == [false, true])
  }

  @Test func `a disk that never answers does not hold the screen for ever`() {
    let terminal = ScriptedTerminal([.keys([.character("ก")]), .keys([.enter]), .gone])
    _ = run(terminal, waits: true, works: false)
    #expect(terminal.shown.map { $0.contains("บันทึก") } == [false, false, false])
  }

  @Test func `the loop ends when the model is finished, and several keys are one drawing`() {
    let terminal = ScriptedTerminal([.keys([.character("ก"), .character("ข")])])
    #expect(run(terminal).text == "กข")
    #expect(terminal.shown.count == 1)
  }

  @Test func `a terminal that is gone ends the loop`() {
    #expect(run(ScriptedTerminal([.gone])) == Model())
  }

  @Test func `after keys a rest is told once, and only then the program is idle`() {
    let script: [Awaited] = [.timeout, .keys([.enter]), .timeout, .timeout, .timeout, .gone]
    let terminal = ScriptedTerminal(script)
    let program = Program<[String], String, Never>(
      update: { told, message in
        told.append(message)
        return []
      },
      view: { _, _ in nil }, perform: { _ in }, isFinished: { _ in false },
      message: { _, _ in "key" },
      rest: "rest", idle: "idle")
    let told = program.run([], on: terminal, mailbox: Mailbox(wake: {}))
    #expect(told == ["idle", "key", "rest", "idle", "idle"])
    #expect(terminal.waits.map { $0 ?? 0 > 2_000 } == [true, true, false, true, true, true])
  }

  @Test
  func `a key arrives when the terminal gives it, and one that waited when it was last looked`() {
    let terminal = ScriptedTerminal([
      .keys([.enter]), .keys([.enter, .tab]), .keys([.enter]), .gone,
    ])
    var now = 1_000
    // Waits 100 ms for the first keys; the second batch waits already while the screen is drawn.
    let waits = [100, 0, 300, 0]
    terminal.wait = { now += waits[terminal.waits.count - 1] }
    let program = Program<[Int], Int, Never>(
      update: { times, time in
        times.append(time)
        return []
      },
      view: { _, _ in
        now += 400
        return nil
      },
      perform: { _ in }, isFinished: { _ in false }, message: { $1 }, idle: -1,
      clock: { now })
    let times = program.run([], on: terminal, mailbox: Mailbox(wake: {}))
    #expect(times == [1_500, 1_500, 1_500, 2_600])
  }

  @Test func `only a wait without anything is idle, a wake-up and a piece of a paste are not`() {
    let script: [Awaited] = [.keys([]), .timeout, .keys([.enter]), .keys([]), .timeout, .gone]
    #expect(run(ScriptedTerminal(script)).idles == 2)
  }
}
