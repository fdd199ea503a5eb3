import CommandLineKit
import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit

/// The app as lines of text: for a pipe, a screen reader, a braille line, a slow link.
///
/// The same model and the same sentences as the screens. A line is understood, and what it became is
/// said; or it is not understood, does nothing, and that is said.
struct PlainApp {
  private var talk: PlainTalk
  private let desk: Desk
  private let input: PlainInput
  private let say: (String) -> Void

  init(
    _ model: AppModel, desk: Desk, input: PlainInput = PlainInput(),
    say: @escaping (String) -> Void
  ) {
    talk = PlainTalk(model)
    self.desk = desk
    self.input = input
    self.say = say
  }

  /// Talks until the input ends or the person quits; what was accepted is saved either way.
  ///
  /// - Returns: The status to exit with: not 0 when an answer is on no disk.
  mutating func run() async -> Int32 {
    // What opening the store has found.
    for message in desk.mailbox.takeAll() { await perform(talk.model.update(message)) }
    talk.begin()
    sayAll()
    while !talk.model.isFinished, await takeLine() { sayAll() }
    await perform(talk.model.settle())
    talk.end()
    sayAll()
    return talk.memory.hasLost ? ExitStatus.inputOutput : ExitStatus.success
  }

  /// Takes the next line; false when there is none any more.
  private mutating func takeLine() async -> Bool {
    switch await input.line(isSecret: talk.prompt.isSecret) {
    case .text(let line):
      guard let told = talk.take(line) else { return true }
      await perform(told.effects)
      talk.answer(told)
    case .noText: talk.refuse(PlainPhrase.noText.text(in: talk.model.language))
    case .unfinished:
      talk.note(PlainPhrase.unfinished)
      return false
    case .end: return false
    }
    return true
  }

  /// Does what the app asks for, one after the other, and tells it what came of each.
  private mutating func perform(_ effects: [AppEffect]) async {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .send: await desk.runSyncByHand()
      case .stopSending: break
      case .enrol(let server, let code, let name): await desk.enrol(code, name: name, at: server)
      case .laptops(let number): await desk.laptops(revoking: number)
      case .listFiles(let record): await desk.listFiles(of: record)
      case .fetch(let file, let record, let path): await desk.fetch(file, of: record, to: path)
      default: await desk.work(on: effect)
      }
      for message in desk.mailbox.takeAll() { waiting += talk.model.update(message) }
    }
  }

  /// Says what there is to say; what is only read stops when somebody types on.
  private mutating func sayAll() {
    var isCut = false
    for (place, line) in talk.takeSaid().enumerated() {
      if line.canBeCut, place > 0 { isCut = isCut || input.isWaiting() }
      if !line.canBeCut || !isCut { say(line.text) }
    }
  }
}
