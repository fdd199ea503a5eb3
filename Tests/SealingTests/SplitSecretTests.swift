import Testing

@testable import Sealing

struct SplitSecretTests {
  private let secret = SecretBytes(copying: Array(1...32))

  @Test(arguments: [2, 3, 16, 255])
  func `any two shares give the secret back`(count: Int) throws {
    let shares = SplitSecret.deal(secret, among: count)
    #expect(shares.count == count)
    for (one, other) in [(0, 1), (0, count - 1), (count - 1, count / 2 - 1)] where one != other {
      #expect(try SplitSecret.join(shares[one], shares[other]) == secret)
    }
  }

  @Test func `every secret byte fits every share that one person holds`() {
    // For a share to say nothing, each of the 256 values must be joined to by some other share.
    let mine = SecretShare(number: 1, bytes: SecretBytes(copying: [0x5A]))
    let joined = (UInt8.min...UInt8.max).compactMap { byte in
      try? SplitSecret.join(mine, SecretShare(number: 2, bytes: SecretBytes(copying: [byte])))
        .withBytes { $0[0] }
    }
    #expect(Set(joined).count == 256)
  }

  @Test func `shares of two dealings do not join to the secret`() throws {
    let (first, second) = (
      SplitSecret.deal(secret, among: 2), SplitSecret.deal(secret, among: 2)
    )
    #expect(try SplitSecret.join(first[0], second[1]) != secret)
  }

  @Test func `one share twice, or shares of two lengths, are refused`() {
    let shares = SplitSecret.deal(secret, among: 2)
    #expect(throws: SealingError.unusableKey) { try SplitSecret.join(shares[0], shares[0]) }
    let short = SecretShare(number: 2, bytes: SecretBytes(copying: [1]))
    #expect(throws: SealingError.unusableKey) { try SplitSecret.join(shares[0], short) }
  }
}

struct PassphraseCostTests {
  private let gigabyte = 1 << 30

  @Test func `a fast machine spends memory first, and about a second`() {
    let cost = PassphraseCost.fitting(floorTakes: 0.07, machineHas: 8 * gigabyte)
    #expect(cost.memory == 256 << 20)
    #expect(cost.operations == 9)
  }

  @Test func `a machine of one gigabyte keeps its memory`() {
    let cost = PassphraseCost.fitting(floorTakes: 0.1, machineHas: gigabyte)
    #expect(cost.memory == 128 << 20)
  }

  @Test(arguments: [1.0, 5.0, 60.0])
  func `a slow machine never goes below three passes over 64 MiB`(seconds: Double) {
    #expect(PassphraseCost.fitting(floorTakes: seconds, machineHas: gigabyte) == .floor)
    #expect(PassphraseCost.floor == PassphraseCost(operations: 3, memory: 64 << 20))
  }

  @Test func `what is measured here is at least the floor`() throws {
    let cost = try PassphraseCost.measured()
    #expect(cost.memory >= PassphraseCost.floor.memory)
    #expect(cost.operations >= PassphraseCost.floor.operations)
  }
}
