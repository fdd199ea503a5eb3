import TerminalKit

/// A question that puts items in order: on the left what is not ranked, on the right what is.
///
/// A digit, or two in a row, puts the highlighted item at that place; Space puts it at the end; + and
/// - move a ranked one; Backspace takes it out.
enum RankQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    /// The question for how many are wanted, if only some of them are.
    let countPath: String?
    let choices: [OfferedChoice]
    var ranking: Ranking
    var isOnRight = false
    var left = 0
    var right = 0
    /// The item that was just put at place 1, so that another digit makes 10 to 19 of it.
    var waiting: String?

    init(path: String, countPath: String?, choices: [OfferedChoice], value: String, count: Int) {
      self.path = path
      self.countPath = countPath
      self.choices = choices
      ranking = Ranking(
        items: choices.map(\.name), order: value, count: countPath == nil ? choices.count : count)
    }

    /// The item that the keys act on.
    var highlighted: String? {
      let side = isOnRight ? ranking.ranked : ranking.rest
      let row = isOnRight ? right : left
      return side.indices.contains(row) ? side[row] : nil
    }

    func label(_ name: String) -> String { choices.first { $0.name == name }?.label ?? name }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    // The key of the 3 types - on the Thai layout: on the right it moves, on the left it is a 3.
    let isMinus = key == .character("-") && model.isOnRight
    if !isMinus, let digit = ChoiceKeys.digit(key) { return put(digit, in: &model) }
    model.waiting = nil
    switch key {
    case .enter, .tab: return [.goOn]
    case .backTab: return [.goBack]
    case .left, .right:
      let side = key == .right ? model.ranking.ranked : model.ranking.rest
      if !side.isEmpty { model.isOnRight = key == .right }
      return settle(&model)
    case .home, .end: return jump(&model, toEnd: key == .end)
    case .up: return move(&model, by: -1)
    case .down: return move(&model, by: 1)
    case .backspace, .delete: return takeOut(&model)
    case .character(" "):
      return model.isOnRight ? [] : place(model.ranking.ranked.count + 1, &model)
    case .character("+"), .character("="), .character("ช"): return shift(&model, by: -1)
    case .character("-"), .character("ข"): return shift(&model, by: 1)
    default: return []
    }
  }

  /// The answers of the question and of the one for the count.
  static func answers(_ model: Model) -> [Answer] {
    let count = model.ranking.ranked.count
    let order = Answer(path: model.path, text: model.ranking.order)
    guard let countPath = model.countPath else { return [order] }
    return [order, Answer(path: countPath, text: count == 0 ? "" : String(count))]
  }

  /// A digit is a place; after a 1 that was just typed it is the second digit, where one can be.
  private static func put(_ digit: Int, in model: inout Model) -> [QuestionEffect] {
    if let item = model.waiting, 10 + digit <= model.ranking.ranked.count {
      model.waiting = nil
      model.ranking.put(item, at: 10 + digit)
      return changed(&model)
    }
    guard digit > 0, let item = model.highlighted else { return [] }
    // Put at the end instead, it would stand at a place that nobody gave it.
    let most = model.ranking.ranked.count + (model.isOnRight ? 0 : 1)
    guard digit <= most else { return [.say(.form(.rankInOrder(most)))] }
    let effects = place(digit, &model)
    model.waiting = digit == 1 && model.ranking.ranked.count >= 10 ? item : nil
    return effects
  }

  private static func place(_ place: Int, _ model: inout Model) -> [QuestionEffect] {
    guard let item = model.highlighted else { return [] }
    model.ranking.put(item, at: place)
    if model.isOnRight { follow(item, &model) }
    return changed(&model)
  }

  private static func shift(_ model: inout Model, by step: Int) -> [QuestionEffect] {
    guard model.isOnRight, let item = model.highlighted else { return [] }
    let place = model.right + 1 + step
    guard (1...model.ranking.ranked.count).contains(place) else { return [] }
    model.ranking.put(item, at: place)
    follow(item, &model)
    return changed(&model)
  }

  /// Takes the highlighted item out, or the last one from the left column.
  private static func takeOut(_ model: inout Model) -> [QuestionEffect] {
    guard let item = model.isOnRight ? model.highlighted : model.ranking.ranked.last else {
      return []
    }
    model.ranking.takeOut(item)
    return changed(&model)
  }

  private static func follow(_ item: String, _ model: inout Model) {
    model.right = model.ranking.ranked.firstIndex(of: item) ?? 0
  }

  private static func changed(_ model: inout Model) -> [QuestionEffect] {
    [.answer(answers(model))] + settle(&model)
  }

  private static func move(_ model: inout Model, by step: Int) -> [QuestionEffect] {
    let count = model.isOnRight ? model.ranking.ranked.count : model.ranking.rest.count
    let target = (model.isOnRight ? model.right : model.left) + step
    guard (0..<count).contains(target) else { return [step > 0 ? .goOn : .goBack] }
    if model.isOnRight { model.right = target } else { model.left = target }
    return []
  }

  private static func jump(_ model: inout Model, toEnd: Bool) -> [QuestionEffect] {
    let place = toEnd ? Int.max : 0
    if model.isOnRight { model.right = place } else { model.left = place }
    return settle(&model)
  }

  /// Keeps the highlight on something that is there.
  private static func settle(_ model: inout Model) -> [QuestionEffect] {
    let ranked = model.ranking.ranked.count
    let rest = model.ranking.rest.count
    if rest == 0, ranked > 0 { model.isOnRight = true }
    if ranked == 0 { model.isOnRight = false }
    model.left = max(0, min(model.left, rest - 1))
    model.right = max(0, min(model.right, ranked - 1))
    return []
  }
}
