import OfflineStore
import SurveyForms
import SyncClient
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// Every prompt of every screen, and lines of which only a valid answer does anything.
@Suite struct EveryPromptTests {
  /// What a prompt takes besides commands.
  enum Takes {
    /// Numbers and labels only.
    case choice
    /// Any words, which it keeps or looks for.
    case words
    /// Numbers, dates: what it cannot read it refuses.
    case values
    case secret
    /// Nothing but going on.
    case nothing

    /// Lines that mean nothing there.
    var junk: [String] {
      let commands = [":ไม่มีคำสั่งนี้", ":ทำ 1", ":"]
      return switch self {
      case .choice, .nothing: ["99", "1 กับอีกคำ", "ไม่", "x"] + commands
      case .values: ["1 กับอีกคำ", "ไม่", "x"] + commands
      case .words: commands
      case .secret: []
      }
    }
  }

  struct Prompt: CustomTestStringConvertible, Sendable {
    let name: String
    let takes: Takes
    let make: @Sendable () throws -> AppModel
    var testDescription: String { name }
  }

  static let all: [Prompt] =
    AppModel.Screen.Kind.allCases.flatMap(\.prompts) + PlainPrompts.editors + PlainPrompts.overlays

  /// All that a person could see or that is kept.
  private func trace(of talk: Talking) -> [String] {
    var model = talk.talk.model
    model.notice = nil
    let draft = talk.fill.map { String(decoding: $0.session.draft(), as: UTF8.self) } ?? ""
    return [GridText.text(of: MadeUp.screen(model, rows: 40, columns: 120)), draft]
  }

  @Test(arguments: all)
  func `what is not understood does nothing and says so`(prompt: Prompt) throws {
    for line in prompt.takes.junk {
      var talk = Talking(try prompt.make())
      let before = trace(of: talk)
      let said = talk.say(line)
      #expect(said.hasPrefix("! "), "\(line) → \(said)")
      #expect(talk.effects == [], "\(line)")
      #expect(trace(of: talk) == before, "\(line)")
      let asked = talk.talk.prompt.accepts.text(in: .thai)
      #expect(said.contains(asked), "it says what would be understood: \(said)")
    }
  }

  @Test(arguments: all)
  func `an empty line changes no answer, and asks for nothing`(prompt: Prompt) throws {
    var talk = Talking(try prompt.make())
    let before = trace(of: talk)
    let said = talk.say("")
    #expect(!said.isEmpty)
    #expect(talk.effects == [] || talk.effects == [.suggestPassphrase])
    #expect(trace(of: talk).last == before.last)
  }

  @Test(arguments: all)
  func `a label is what its number is, and what became of it is said`(prompt: Prompt) throws {
    var byLabel = Talking(try prompt.make())
    let options = byLabel.talk.prompt.options.filter { $0.number != nil }
    guard let option = options.first, let number = option.number,
      options.count(where: { $0.label == option.label }) == 1
    else { return }
    var byNumber = Talking(try prompt.make())
    let said = [byLabel.say(option.label), byNumber.say(String(number))]
    #expect(said[0] == said[1] && !said[0].isEmpty && !said[0].hasPrefix("! "), "\(said)")
    #expect(byLabel.effects == byNumber.effects)
    #expect(trace(of: byLabel) == trace(of: byNumber))
  }

  @Test(arguments: all)
  func `one is told where one is and what can be said, hears it again, and gets out`(
    prompt: Prompt
  ) throws {
    var talk = Talking(try prompt.make())
    let before = trace(of: talk)
    for line in [":ที่ไหน", ":ช่วย", ":อีกครั้ง"] {
      let said = talk.say(line)
      #expect(!said.isEmpty && !said.hasPrefix("! "), "\(line) → \(said)")
      #expect(trace(of: talk) == before && talk.effects == [], "\(line)")
    }
    let name = talk.talk.prompt.name
    // Some ways out are asked about; home leads to the lock, and nothing lies behind a reading.
    let said = talk.say(":กลับ")
    let isOut = talk.talk.prompt.name != name || !talk.effects.isEmpty
    #expect(isOut || name == "recovered", "\(name): \(said)")
  }

  @Test(arguments: all, Language.allCases)
  func `no key of the screens is named`(prompt: Prompt, language: Language) throws {
    var model = try prompt.make()
    model.language = language
    var talk = Talking(model)
    let words = [talk.opening, talk.say(":help"), talk.say(":where"), talk.say(":zzz")]
    for text in words {
      let named = [
        "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "Esc", "Delete", "Backspace",
        "ลูกศร", "กด 1", "กด a", "↑", "↓",
      ].first { text.contains($0) }
      #expect(named == nil, "\(text)")
    }
  }
}

extension AppModel.Screen.Kind {
  /// The prompts of a screen; one that is added does not compile before it is named here.
  fileprivate var prompts: [EveryPromptTests.Prompt] {
    switch self {
    case .starting: []
    case .signIn: PlainPrompts.signIn
    case .person: PlainPrompts.person
    case .home: PlainPrompts.home
    case .list: PlainPrompts.lists
    case .reading: [.on("reading", .choice) { .reading(MadeUp.reading) }]
    case .send: PlainPrompts.sending
    case .enrol: PlainPrompts.enrol
    case .settings: PlainPrompts.settings
    case .keyCare: PlainPrompts.keyCare
    case .laptops: [.on("laptops", .choice) { .laptops(.init(laptops: PlainPrompts.laptops)) }]
    case .guide: [.on("guide", .words) { .guide(.init()) }]
    case .tour: [.on("tour", .nothing) { .tour(.init(page: 1)) }]
    case .forms: [.on("forms", .words) { .forms(FormsScreenTests.menu) }]
    // Its questions and what lies over them have lists of their own.
    case .fill: []
    case .move: PlainPrompts.move
    case .officer: PlainPrompts.officer
    }
  }
}
