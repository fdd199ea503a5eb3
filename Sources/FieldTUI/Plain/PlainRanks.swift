import TerminalKit

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
