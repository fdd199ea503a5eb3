import TerminalKit

/// A question that puts items in order: a box before each, into which its rank is typed as on paper.
///
/// A number fills the box of the row and goes to the next one; the first digit of a number that may
/// have two waits for the second or for a key that moves. Numbers never change those of other rows,
/// and are judged when the question is left: gaps and doubles hold it once.
enum RankQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    /// The question for how many are wanted, if only some of them are.
    let countPath: String?
    var choices: [OfferedChoice]
    var ranking: Ranking
    /// The numbers that the answer has.
    var accepted: Ranking
    /// The row of the form that the keys act on, in either view.
    var row = 0
    /// Whether the rows stand in the order of their ranks.
    var isByRank = false
    /// Whether the number of the row may get another digit.
    var waits = false
    /// Whether the row before was filled by the last key, which led here.
    var followsNumber = false
    /// Whether the last row was just filled, so that another digit is one too many.
    var isBehindLast = false
    /// The key that ended the number of a row, and when it came.
    var lastEnd: Stroke?
    /// The numbers that the question may be left with: those that it was held for.
    var held: Ranking?
    /// The numbers before each change, and those that were taken back.
    var history = RankHistory()

    init(path: String, countPath: String?, choices: [OfferedChoice], value: String, count: Int) {
      self.path = path
      self.countPath = countPath
      self.choices = choices
      ranking = Ranking(
        items: choices.map(\.name), takesAll: countPath == nil, order: value,
        count: countPath == nil ? choices.count : count)
      accepted = ranking
    }

    /// Whether numbers stand in the boxes that are no answer yet.
    var isDirty: Bool { ranking != accepted }

    /// Forgets where the last number was typed: the next key means what it says.
    mutating func endNumber() {
      (waits, followsNumber, isBehindLast, lastEnd) = (false, false, false, nil)
    }

    var fault: RankFault? { RankFault(ranking, labels: choices.map(\.label)) }
  }

  /// A key and when it came, in milliseconds.
  struct Stroke: Equatable, Sendable {
    let key: Key
    let time: Int

    init?(_ key: Key, at time: Int?) {
      guard let time else { return nil }
      self.key = key
      self.time = time
    }
  }

  /// Takes a key that came at `time`, in milliseconds; nil where nobody knows.
  static func update(_ model: inout Model, _ key: Key, at time: Int? = nil) -> [QuestionEffect] {
    let effects = take(key, at: time, &model)
    guard effects.isEmpty, let fault = model.fault else { return effects }
    return [.say(RankPhrase.fault(fault).said)]
  }

  private static func take(_ key: Key, at time: Int?, _ model: inout Model) -> [QuestionEffect] {
    if let step = shiftStep(of: key, model) { return shift(&model, by: step) }
    if let last = model.lastEnd, last.key == key, let time, time - last.time < bounce {
      return [.say(RankPhrase.repeated(key.name).said)]
    }
    if let digit = ChoiceKeys.digit(key) { return type(digit, by: Stroke(key, at: time), &model) }
    let (waited, followed) = (model.waits, model.followsNumber)
    model.endNumber()
    if waited, [.enter, .tab, .down].contains(key) {
      if step(&model, by: 1) {
        model.lastEnd = Stroke(key, at: time)
        return []
      }
      let effects = leave(&model, .goOn, isMeant: key == .enter)
      // Held, or else another number would take the place of the last row's.
      model.isBehindLast = !effects.contains(.goOn)
      return effects
    }
    switch key {
    case .enter, .tab:
      if key == .enter, followed { return [.say(RankPhrase.rowDone.said)] }
      return leave(&model, .goOn, isMeant: key == .enter)
    case .backTab: return leave(&model, .goBack)
    case .up: return step(&model, by: -1) ? [] : leave(&model, .goBack)
    case .down: return step(&model, by: 1) ? [] : leave(&model, .goOn)
    case .home, .end: jump(&model, toEnd: key == .end)
    case .left, .right: model.isByRank = key == .right
    case .function(5): model.isByRank.toggle()
    case .backspace: empty(&model, takesBack: followed)
    case .delete: empty(&model, takesBack: false)
    case .character(" "): return giveNext(&model)
    case .paste(let line): return read(line, &model)
    default: break
    }
    return []
  }

  /// Judges the numbers and leaves; what is no answer holds once and then stays in the boxes.
  ///
  /// - Parameter isMeant: Whether numbers that were kept from before are to become the answer, which
  ///   passing through never does.
  static func leave(
    _ model: inout Model, _ direction: QuestionEffect, isMeant: Bool = false
  ) -> [QuestionEffect] {
    model.endNumber()
    let wasHeld = model.held == model.ranking
    guard model.isDirty, !wasHeld || isMeant else { return [direction] }
    if let fault = model.fault {
      model.held = model.ranking
      return wasHeld ? [direction] : [.say(RankPhrase.held(fault).said)]
    }
    model.accepted = model.ranking
    return [.answer(answers(model)), direction]
  }

  /// The answers of the question and of the one for the count.
  static func answers(_ model: Model) -> [Answer] {
    let count = model.ranking.given
    let order = Answer(path: model.path, text: model.ranking.order)
    guard let countPath = model.countPath else { return [order] }
    return [order, Answer(path: countPath, text: count == 0 ? "" : String(count))]
  }

  /// Puts numbers back that were typed before and are no answer.
  static func restore(_ text: String, in model: inout Model) {
    change(&model) { $0.ranking = $0.ranking.filled(from: text) }
    model.held = model.ranking
  }

  static func undo(_ model: inout Model) -> Bool {
    goBack(&model) { $0.history.undo(&$0.ranking) }
  }

  static func redo(_ model: inout Model) -> Bool {
    goBack(&model) { $0.history.redo(&$0.ranking) }
  }

  /// Goes to other numbers, and to the first row that they differ in.
  private static func goBack(_ model: inout Model, _ change: (inout Model) -> Bool) -> Bool {
    model.endNumber()
    let before = model.ranking.ranks
    guard change(&model) else { return false }
    let after = model.ranking.ranks
    model.row = after.indices.first { after[$0] != before[$0] } ?? model.row
    return true
  }

  static func change(_ model: inout Model, _ change: (inout Model) -> Void) {
    let before = model.ranking
    change(&model)
    if model.ranking != before { model.history.remember(before) }
  }

  private static func empty(_ model: inout Model, takesBack: Bool) {
    // Right behind a number, in an empty box: it is the number that was wrong.
    if takesBack, model.ranking.ranks[model.row] == nil { _ = step(&model, by: -1) }
    change(&model) { $0.ranking.put(nil, at: $0.row) }
  }

  private static func read(_ line: String, _ model: inout Model) -> [QuestionEffect] {
    do throws(FillPhrase) {
      let numbers = try read(line: line, into: model.ranking.ranks)
      change(&model) { $0.ranking.put(numbers) }
      return []
    } catch {
      return [.say(error)]
    }
  }
}
