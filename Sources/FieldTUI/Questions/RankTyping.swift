import TerminalKit

/// Numbers typed into the boxes, and the ways between the rows.
extension RankQuestion {
  /// Within how many milliseconds the key that ended a row is the same press, not another one.
  static let bounce = KeyBounce.milliseconds

  /// A digit begins the number of the row, or ends the one that waits.
  static func type(
    _ digit: Int, by stroke: Stroke?, _ model: inout Model
  ) -> [QuestionEffect] {
    let count = model.ranking.items.count
    guard model.ranking.ranks.indices.contains(model.row) else { return [] }
    if model.waits, let tens = model.ranking.ranks[model.row] {
      let rank = 10 * tens + digit
      guard rank <= count else { return [.say(RankPhrase.firstDigit(rank, of: count).said)] }
      // The first digit was remembered already: both are one change.
      model.ranking.put(rank, at: model.row)
      return fill(&model, by: stroke)
    }
    guard !model.isBehindLast else { return [.say(RankPhrase.noMoreRows.said)] }
    guard (1...count).contains(digit) else {
      return [.say(RankPhrase.noSuchRank(digit, of: count).said)]
    }
    model.followsNumber = false
    change(&model) { $0.ranking.put(digit, at: $0.row) }
    model.waits = 10 * digit <= count
    return model.waits ? [] : fill(&model, by: stroke)
  }

  /// The number is whole: the next row's turn.
  private static func fill(_ model: inout Model, by stroke: Stroke?) -> [QuestionEffect] {
    model.waits = false
    model.lastEnd = stroke
    guard !model.isByRank else { return [] }
    model.followsNumber = step(&model, by: 1)
    model.isBehindLast = !model.followsNumber
    return []
  }

  /// Puts the next free rank into an empty box.
  static func giveNext(_ model: inout Model) -> [QuestionEffect] {
    guard model.ranking.ranks.indices.contains(model.row), model.ranking.ranks[model.row] == nil,
      let next = model.ranking.next
    else { return [] }
    change(&model) { $0.ranking.put(next, at: $0.row) }
    if !model.isByRank { _ = step(&model, by: 1) }
    return []
  }

  /// Moves to another row of the view; false at its ends.
  static func step(_ model: inout Model, by step: Int) -> Bool {
    let rows = rows(of: model)
    let place = (rows.firstIndex(of: model.row) ?? 0) + step
    guard rows.indices.contains(place) else { return false }
    model.row = rows[place]
    return true
  }

  static func jump(_ model: inout Model, toEnd: Bool) {
    let rows = rows(of: model)
    model.row = (toEnd ? rows.last : rows.first) ?? 0
  }

  /// The rows of the form in the order in which the view has them.
  static func rows(of model: Model) -> [Int] {
    model.isByRank ? model.ranking.rowsByRank : Array(model.choices.indices)
  }

  /// Where a key would move an item among the ranks; nil for any other key.
  ///
  /// On the Thai layout the key of the 3 types a minus: among the ranks it moves, on paper it is a 3.
  static func shiftStep(of key: Key, _ model: Model) -> Int? {
    guard model.isByRank else { return nil }
    switch key {
    case .character("+"), .character("="), .character("ช"): return -1
    case .character("-"), .character("ข"): return 1
    default: return nil
    }
  }

  /// Moves the item by one rank; who has that rank already takes this one's.
  static func shift(_ model: inout Model, by step: Int) -> [QuestionEffect] {
    model.endNumber()
    guard let rank = model.ranking.ranks[model.row],
      (1...model.ranking.items.count).contains(rank + step)
    else { return [] }
    change(&model) { model in
      let other = model.ranking.rows(at: rank + step).first
      model.ranking.put(rank + step, at: model.row)
      if let other { model.ranking.put(rank, at: other) }
    }
    return []
  }

  /// Whether Enter would end a row rather than leave the question.
  static func endsRow(_ model: Model) -> Bool {
    var next = model
    return model.followsNumber || (model.waits && step(&next, by: 1))
  }

  /// The keys that only a ranking has, for the line at the bottom.
  static func help(of model: Model, in language: Language) -> [KeyHelp] {
    let view: RankPhrase = model.isByRank ? .asOnPaper : .byRank
    let keys = [KeyHelp(keys: "F5", label: view.text(in: language))]
    return model.isByRank
      ? [KeyHelp(keys: "+ -", label: RankPhrase.moves.text(in: language))] + keys : keys
  }
}
