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
