import TerminalKit

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
