import TerminalKit

/// Which of several numbers a line chooses: exactly these, these too, or all but these.
enum PlainSelection: Equatable {
  case exactly([Int]), also([Int]), without([Int])
  /// A number that there is not, or one that stands there twice.
  case wrong(Label)

  /// Nil when the line is no line of numbers.
  init?(_ line: String, of count: Int) {
    let sign = line.first.flatMap { ["+", "-"].contains($0) ? $0 : nil }
    let text = sign == nil ? line : String(line.dropFirst())
    guard let numbers = PlainNumbers.several(text) else { return nil }
    if let outside = numbers.first(where: { !(1...max(1, count)).contains($0) }) {
      self = .wrong(PlainPhrase.noSuchNumber(outside, of: count))
    } else if let twice = numbers.first(where: { number in numbers.count { $0 == number } > 1 }) {
      self = .wrong(PlainPhrase.twice(twice))
    } else {
      self = sign == "+" ? .also(numbers) : sign == "-" ? .without(numbers) : .exactly(numbers)
    }
  }

  /// What is chosen then, in this order, of what was chosen before.
  func applied(to chosen: [Int]) -> [Int] {
    switch self {
    case .exactly(let numbers): numbers
    case .also(let numbers): chosen.filter { !numbers.contains($0) } + numbers
    case .without(let numbers): chosen.filter { !numbers.contains($0) }
    case .wrong: chosen
    }
  }

  /// Whether something that was chosen would go without being named.
  func drops(of chosen: [Int]) -> [Int] {
    guard case .exactly(let numbers) = self else { return [] }
    return chosen.filter { !numbers.contains($0) }
  }
}

/// A question with boxes to tick.
struct PlainTicks {
  let path: String
  let choices: [OfferedChoice]
  let chosen: Set<Int>
  let goesOn: Bool

  func fill(_ prompt: inout PlainPrompt, in model: FillScreen.Model) {
    prompt.accepts = PlainAccepts.numbers
    prompt.options = choices.enumerated().map { place, choice in
      let mark = chosen.contains(place) ? "[x]" : "[ ]"
      return .words("   \(mark) \(place + 1) \(choice.label)")
    }
    prompt.reads = { read($0, in: model) }
  }

  /// One that was found: it is ticked besides the others.
  func option(_ place: Int, in model: FillScreen.Model) -> PlainOption {
    let selection = PlainSelection.also([place + 1])
    return PlainOption(
      nil, choices[place].label, .tells(telling(selection, in: model)))
  }

  private var before: [Int] { chosen.sorted().map { $0 + 1 } }

  private func telling(_ selection: PlainSelection, in model: FillScreen.Model) -> PlainTelling {
    let names = selection.applied(to: before).sorted().map { choices[$0 - 1].name }
    let answer = Answer(path: path, text: names.joined(separator: " "))
    return PlainFill.telling([answer], goesOn: goesOn, in: model)
  }

  private func read(_ line: String, in model: FillScreen.Model) -> PlainOutcome? {
    let wanted = PlainCommand.folded(line)
    let named = choices.indices.filter { PlainCommand.folded(choices[$0].label) == wanted }
    let label = named.count == 1 ? PlainSelection.also([named[0] + 1]) : nil
    guard let selection = PlainSelection(line, of: choices.count) ?? label else { return nil }
    if case .wrong(let why) = selection { return .nothing(why.text(in: model.language)) }
    let telling = telling(selection, in: model)
    let dropped = selection.drops(of: before).map { "\($0) \(choices[$0 - 1].label)" }
    guard !dropped.isEmpty else { return .tells(telling) }
    return .asks(PlainPhrase.drops(dropped).text(in: model.language), telling)
  }
}

/// A ranking, by the numbers of its items.
struct PlainRanks {
  let model: RankQuestion.Model

  func fill(_ prompt: inout PlainPrompt, in page: FillScreen.Model) {
    prompt.accepts = PlainAccepts.ranks
    prompt.options = model.choices.enumerated().map { place, choice in
      .words("   \(place + 1) \(choice.label)")
    }
    prompt.reads = { read($0, in: page) }
  }

  private func read(_ line: String, in page: FillScreen.Model) -> PlainOutcome? {
    guard let selection = PlainSelection(line, of: model.choices.count) else { return nil }
    if case .wrong(let why) = selection { return .nothing(why.text(in: page.language)) }
    let names = model.choices.map(\.name)
    let before = model.ranking.ranked.compactMap { names.firstIndex(of: $0).map { $0 + 1 } }
    var ranked = model
    for name in model.ranking.ranked { ranked.ranking.takeOut(name) }
    for number in selection.applied(to: before) {
      ranked.ranking.put(names[number - 1], at: ranked.ranking.ranked.count + 1)
    }
    let telling = PlainFill.telling(RankQuestion.answers(ranked), goesOn: true, in: page)
    let dropped = selection.drops(of: before).map { "\($0) \(model.choices[$0 - 1].label)" }
    guard !dropped.isEmpty else { return .tells(telling) }
    return .asks(PlainPhrase.drops(dropped).text(in: page.language), telling)
  }
}
