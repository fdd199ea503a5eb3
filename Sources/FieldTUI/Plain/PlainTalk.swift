import TerminalKit

/// The talk in lines as a value: the app, what the lines remember, and what is to be said.
struct PlainTalk {
  /// A line that is to be said.
  struct Said: Equatable {
    let text: String
    /// Whether it is read out, and not what became of a line.
    let canBeCut: Bool
  }

  /// What is to be done before the person is answered.
  struct Told {
    var effects: [AppEffect]
    fileprivate var echo: (AppModel) -> [String] = { _ in [] }
    fileprivate var wasUnsaved = false
    fileprivate var isQuit = false
  }

  var model: AppModel { didSet { asked = nil } }
  private(set) var memory = PlainMemory()
  /// The prompt that was said last, as long as nothing has changed: making one looks at all of a form.
  private var asked: PlainPrompt?
  private var said: [Said] = []

  init(_ model: AppModel) { self.model = model }

  var prompt: PlainPrompt { asked ?? PlainScreens.prompt(of: model) }

  /// Hands over what is to be said.
  mutating func takeSaid() -> [Said] {
    defer { said = [] }
    return said
  }

  mutating func begin() {
    note(PlainPhrase.welcome)
    showAll()
  }

  /// Says what is not saved, if anything is not.
  mutating func end() {
    let loss = PlainLoss(model)
    if loss == .answers { memory.hasLost = true }
    let words = memory.hasLost ? loss?.words ?? PlainPhrase.answersLost.label : loss?.words
    say((words ?? PlainPhrase.goodbye.label).text(in: model.language))
  }

  /// Reads a line; nil when nothing is to be done about it and everything is said.
  mutating func take(_ line: String) -> Told? {
    let prompt = prompt
    let (pending, wasWarned) = (memory.pending, memory.wasWarned)
    (memory.pending, memory.wasWarned) = (nil, false)
    defer { if memory.rings { say("\u{7}") } }
    if let pending, PlainPhrase.isYes(line) { return tell(pending, at: prompt) }
    switch PlainReading.outcome(of: line, at: prompt, memory, model.language) {
    case .tells(let telling): return tell(telling, at: prompt)
    case .quits:
      guard !wasWarned else { return quit() }
      return Told(effects: model.settle(), isQuit: true)
    case .says(let lines): read(lines)
    case .offers(let options, let words): offer(options, words)
    case .asks(let question, let telling):
      memory.pending = telling
      say("? \(question) " + PlainPhrase.sayYes.text(in: model.language))
    case .nothing(let why): refuse(why)
    case .again: repeatPrompt(prompt)
    case .more: sayMore(at: prompt)
    case .help: read(PlainPhrase.help(for: prompt, in: model.language))
    case .whereabouts:
      let lines = prompt.whereabouts()
      read(lines.isEmpty ? [prompt.ask] : lines)
    case .sets(let manner): set(manner)
    }
    return nil
  }

  /// Says what came of it, once it is done.
  mutating func answer(_ told: Told) {
    if told.isQuit {
      // What was typed on a page and not kept is said at the end; answers are more than that.
      guard let loss = PlainLoss(model), loss == .answers else { return finish() }
      memory.wasWarned = true
      return say("! " + loss.warning.text(in: model.language))
    }
    if told.wasUnsaved, !model.isFilling { memory.hasLost = true }
    for line in told.echo(model) { say(line) }
    memory.forget()
    showAll()
  }

  /// Says why a line did nothing, and what would do something here.
  mutating func refuse(_ why: String) {
    let prompt = prompt
    say("! " + why)
    read([prompt.ask, prompt.accepts.text(in: model.language)].filter { !$0.isEmpty })
  }

  mutating func note(_ phrase: PlainPhrase) { say(phrase.text(in: model.language)) }

  /// Tells the app, unless it would refuse: then nothing has happened.
  private mutating func tell(_ telling: PlainTelling, at prompt: PlainPrompt) -> Told? {
    var trial = model
    let effects = telling.messages.flatMap { trial.update($0) }
    let problem = trial.notice.flatMap { notice in
      notice.kind == .problem && PlainScreens.prompt(of: trial).name == prompt.name
        ? PlainWords.withoutKeys(notice.label, in: model.language) : nil
    }
    if let why = telling.refusal(trial) ?? problem {
      refuse(why)
      return nil
    }
    let wasUnsaved = model.leavesUnsaved
    model = trial
    return Told(effects: effects, echo: telling.echo, wasUnsaved: wasUnsaved)
  }

  private mutating func quit() -> Told? {
    finish()
    return nil
  }

  private mutating func finish() { model.isFinished = true }

  private mutating func say(_ text: String) { said.append(Said(text: text, canBeCut: false)) }

  private mutating func read(_ lines: [String]) {
    said += lines.map { Said(text: $0, canBeCut: true) }
  }
}

extension PlainTalk {
  /// Says what happened and what is asked now; a text that is only read is said and put away.
  private mutating func showAll() {
    for line in PlainScreens.notices(of: model, &memory) { say(line) }
    model.notice = nil
    while let text = PlainScreens.text(over: model) {
      for line in text { say(line) }
      _ = model.update(.key(.escape))
    }
    show(prompt)
  }

  private mutating func show(_ prompt: PlainPrompt) {
    asked = prompt
    let isNew = prompt.name != memory.name
    if isNew { memory.forget() }
    let shared = zip(prompt.context, memory.context).prefix { $0 == $1 }.count
    (memory.name, memory.context) = (prompt.name, prompt.context)
    var lines = Array(prompt.context.dropFirst(shared))
    if let brief = prompt.brief, !isNew { return read(lines + brief) }
    lines += prompt.head + page(of: prompt.options) + prompt.foot
    if memory.isLong { lines += prompt.help + [prompt.accepts.text(in: model.language)] }
    read(lines)
  }

  private mutating func repeatPrompt(_ prompt: PlainPrompt) {
    memory.forget()
    (memory.name, memory.context) = ("", [])
    show(prompt)
  }

  /// The next options, and how many are left.
  private mutating func page(of options: [PlainOption]) -> [String] {
    let page = options.dropFirst(memory.page).prefix(PlainReading.page)
    memory.said.formUnion(page.compactMap(\.number))
    memory.page += page.count
    let lines = page.map(\.said)
    guard memory.page < options.count else { return lines }
    return lines + [PlainPhrase.more(memory.page, of: options.count).text(in: model.language)]
  }

  private mutating func sayMore(at prompt: PlainPrompt) {
    let options = memory.offered ?? prompt.options
    guard memory.page < options.count else { return note(.noMore) }
    read(page(of: options))
  }

  private mutating func offer(_ options: [PlainOption], _ words: [String]) {
    // A number that was not said yet joins those that were.
    if words.isEmpty, options.count == 1 {
      memory.said.formUnion(options.compactMap(\.number))
      return read(options.map(\.said) + [PlainPhrase.chooseNumber.text(in: model.language)])
    }
    memory.forget()
    memory.offered = options
    read(words + page(of: options))
  }

  private mutating func set(_ manner: PlainManner) {
    switch manner {
    case .short, .long: memory.isLong = manner == .long
    case .bell: memory.rings.toggle()
    }
    say(PlainPhrase.set(manner, memory.rings).text(in: model.language))
  }
}
