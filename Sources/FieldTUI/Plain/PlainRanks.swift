import TerminalKit

/// A ranking: the boxes of the paper, by the numbers that stand in them there.
struct PlainRanks {
  let model: RankQuestion.Model

  func fill(_ prompt: inout PlainPrompt, in page: FillScreen.Model) {
    prompt.accepts = RankPhrase.howToLine(model.choices.count).label
    prompt.options = model.choices.enumerated().map { row, choice in
      let rank = model.ranking.ranks[row].map { " = \($0)" } ?? ""
      return .words("   \(row + 1) \(choice.label)\(rank)")
    }
    prompt.reads = { read($0, in: page) }
  }

  private func read(_ line: String, in page: FillScreen.Model) -> PlainOutcome {
    var ranked = model
    do throws(FillPhrase) {
      ranked.ranking.put(try RankQuestion.read(line: line, into: model.ranking.ranks))
    } catch {
      return .nothing(error.text(in: page.language))
    }
    if let fault = ranked.fault {
      return .nothing(
        PlainPhrase.ranksNotWhole(fault.label.text(in: page.language)).text(in: page.language))
    }
    let telling = PlainFill.telling(RankQuestion.answers(ranked), goesOn: true, in: page)
    let dropped = model.choices.indices.filter { row in
      model.ranking.ranks[row] != nil && ranked.ranking.ranks[row] == nil
    }
    // A row that is named with a dash was meant.
    guard !dropped.isEmpty, !line.contains("=") else { return .tells(telling) }
    let names = dropped.map { "\($0 + 1) \(model.choices[$0].label)" }
    return .asks(PlainPhrase.drops(names).text(in: page.language), telling)
  }
}
