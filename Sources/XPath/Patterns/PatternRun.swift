/// One pass of a pattern over a text: all the places in the pattern that are possible so far.
struct PatternRun {
  private let program: [Instruction]
  private let text: [Unicode.Scalar]
  private var threads: [Int] = []
  /// The letter at which a step was last entered, so that none is entered twice.
  private var entered: [Int]
  private var pending: [Int] = []

  init(_ program: [Instruction], over text: String) {
    self.program = program
    self.text = Array(text.unicodeScalars)
    entered = Array(repeating: -1, count: program.count)
  }

  mutating func matches() -> Bool {
    enter(0, at: 0)
    for (place, scalar) in text.enumerated() {
      let current = threads
      threads.removeAll(keepingCapacity: true)
      for step in current {
        if case .take(let set) = program[step], set.contains(scalar) {
          enter(step + 1, at: place + 1)
        }
      }
      if threads.isEmpty { return false }
    }
    return threads.contains { step in
      if case .match = program[step] { true } else { false }
    }
  }

  /// Adds a step, and what it leads to without taking a letter.
  private mutating func enter(_ first: Int, at place: Int) {
    pending.append(first)
    while let step = pending.popLast() {
      if entered[step] == place { continue }
      entered[step] = place
      switch program[step] {
      case .take, .match: threads.append(step)
      case .jump(let target): pending.append(target)
      case .split(let one, let other):
        pending.append(other)
        pending.append(one)
      case .assert(let boundary):
        if holds(boundary, at: place) { pending.append(step + 1) }
      }
    }
  }

  private func holds(_ boundary: Boundary, at place: Int) -> Bool {
    switch boundary {
    case .start: place == 0
    case .end: place == text.count
    case .endBeforeLineBreak: place == text.count || isLastLineBreak(at: place)
    case .word: isWord(at: place - 1) != isWord(at: place)
    case .noWord: isWord(at: place - 1) == isWord(at: place)
    }
  }

  private func isLastLineBreak(at place: Int) -> Bool {
    let rest = text[place...]
    return rest.elementsEqual(["\r", "\n"])
      || (rest.count == 1 && ScalarSet.lineBreaks.contains(text[place]))
  }

  private func isWord(at place: Int) -> Bool {
    guard text.indices.contains(place) else { return false }
    return text[place] == "_" || text[place].properties.isAlphabetic
      || text[place].properties.numericType == .decimal
  }
}
