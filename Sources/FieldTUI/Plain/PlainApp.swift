import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit

/// The app as lines of text: for a pipe, a screen reader, a braille line, a slow link.
///
/// The same model, the same keys and the same sentences as the screens: a line is turned into the
/// keys that do the same there, and what changed is said.
struct PlainApp {
  private var model: AppModel
  private let desk: Desk
  private let input = PlainInput()
  private let say: (String) -> Void
  /// The section and the groups that were said last.
  private var section = ""
  private var headings: [String] = []
  /// The record that an officer was read.
  private var read: RevisionHash?

  init(_ model: AppModel, desk: Desk, say: @escaping (String) -> Void) {
    self.model = model
    self.desk = desk
    self.say = say
  }

  /// Talks until the input ends or the person quits; what was typed is saved either way.
  mutating func talk() async {
    // What opening the store has found.
    for message in desk.mailbox.takeAll() { await perform(model.update(message)) }
    say(PlainPhrase.commands.text(in: model.language))
    show()
    while !model.isFinished, let line = await input.line(isSecret: model.asksSecret) {
      let line = model.isTyping ? line : line.trimmed
      if !model.isTyping, PlainKeys.quits.contains(line) { break }
      await take(line)
      show()
    }
    await perform(model.settle())
    say(PlainScreens.goodbye(model).text(in: model.language))
  }

  private mutating func take(_ line: String) async {
    await press(PlainScreens.keys(for: line, in: model))
    // A search with one match takes it.
    guard case .fill(let fill, _) = model.screen, let found = PlainFill.matches(in: fill) else {
      return
    }
    if found.count == 1 { await press([.enter]) }
  }

  private mutating func press(_ keys: [Key]) async {
    for key in keys { await perform(model.update(.key(key))) }
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
      for message in desk.mailbox.takeAll() { waiting += model.update(message) }
    }
  }

  /// Says what happened and what is asked now.
  private mutating func show() {
    if let notice = model.notice {
      let mark = notice.kind == .problem ? "! " : ""
      say(mark + notice.label.text(in: model.language))
    }
    if case .officer(let officer) = model.screen, model.overlay == nil {
      for line in PlainOfficer.lines(of: officer, read: &read) { say(line) }
      return
    }
    guard case .fill(let fill, _) = model.screen, model.overlay == nil else {
      (section, headings) = ("", [])
      for line in PlainScreens.lines(of: model) { say(line) }
      return
    }
    if let notice = fill.notice { say("* " + notice.text(in: model.language)) }
    if fill.saving.hasFailed { say("! " + FillPhrase.notSavedWhatToDo.text(in: model.language)) }
    if let found = PlainFill.matches(in: fill), fill.overlay == nil { return show(found) }
    for line in PlainFill.lines(of: fill, section: &section, headings: &headings) { say(line) }
  }

  private func show(_ found: [String]) {
    guard !found.isEmpty else { return say(PlainPhrase.nothingFits.text(in: model.language)) }
    for (number, label) in found.prefix(PlainFill.mostMatches).enumerated() {
      say("   \(number + 1) \(label)")
    }
    let isMore = found.count > PlainFill.mostMatches
    say((isMore ? PlainPhrase.moreFit : .chooseNumber).text(in: model.language))
  }
}

extension String {
  fileprivate var trimmed: String {
    let end = self.reversed().drop(while: \.isWhitespace).reversed()
    return String(String(end).drop(while: \.isWhitespace))
  }
}
