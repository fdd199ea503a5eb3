import Glibc

/// How long the long tests run, and the dice that they draw from.
public enum Torture {
  /// The count that a variable of the environment gives, or the usual short one.
  public static func count(_ variable: String, usually: Int) -> Int {
    getenv(variable).flatMap { Int(String(cString: $0)) } ?? usually
  }

  /// Dice that fall the same way each time, or as `TORTURE_SEED` says.
  public static func random() -> SeededDice {
    SeededDice(seed: UInt64(count("TORTURE_SEED", usually: 2563)))
  }
}

/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
public struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
