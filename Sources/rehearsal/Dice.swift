/// Random numbers that are the same in every run with the same seed (SplitMix64).
struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something happens that happens so many times in a hundred.
  mutating func happens(percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// One of a few, each with its weight.
  mutating func pick(_ weighted: [(String, Int)]) -> String {
    var left = Int.random(in: 0..<weighted.reduce(0) { $0 + $1.1 }, using: &self)
    for (value, weight) in weighted {
      if left < weight { return value }
      left -= weight
    }
    preconditionFailure("the weights were added up wrongly")
  }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &self)]
  }
}
