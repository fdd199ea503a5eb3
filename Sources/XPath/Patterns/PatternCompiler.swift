/// Makes the steps of a pattern from its tree; counted repeats are written out.
struct PatternCompiler {
  private var program: [Instruction] = []

  /// More steps would make the work for each letter too much.
  private static let longest = 4_000

  static func compile(_ tree: PatternNode) throws(PatternError) -> [Instruction] {
    var compiler = PatternCompiler()
    try compiler.add(tree)
    compiler.program.append(.match)
    return compiler.program
  }

  private mutating func add(_ node: PatternNode) throws(PatternError) {
    guard program.count <= PatternCompiler.longest else {
      throw PatternError("it is too long when its counts are written out")
    }
    switch node {
    case .nothing: break
    case .set(let set): program.append(.take(set))
    case .boundary(let boundary): program.append(.assert(boundary))
    case .sequence(let parts): for part in parts { try add(part) }
    case .alternatives(let branches): try addAlternatives(branches)
    case .repeated(let part, let least, let most):
      for _ in 0..<least { try add(part) }
      if let most { try addOptional(part, count: most - least) } else { try addLoop(part) }
    }
  }

  private mutating func addAlternatives(_ branches: [PatternNode]) throws(PatternError) {
    var ends: [Int] = []
    for branch in branches.dropLast() {
      let split = program.count
      program.append(.match)
      try add(branch)
      ends.append(program.count)
      program.append(.match)
      program[split] = .split(split + 1, program.count)
    }
    if let last = branches.last { try add(last) }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func addOptional(_ part: PatternNode, count: Int) throws(PatternError) {
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(program.count)
      program.append(.match)
      try add(part)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }

  private mutating func addLoop(_ part: PatternNode) throws(PatternError) {
    let split = program.count
    program.append(.match)
    try add(part)
    program.append(.jump(split))
    program[split] = .split(split + 1, program.count)
  }
}
