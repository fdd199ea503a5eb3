import Glibc

extension PassphraseCost {
  /// The most memory that one passphrase takes, in bytes: libsodium's "moderate".
  static let mostMemory = 256 << 20

  /// How long one try shall take on the laptop where the passphrase is made, in seconds.
  static let aim = 1.0

  /// Measures this machine, and returns a cost of about one second, never below ``floor``.
  ///
  /// Throws what ``PassphraseKey/derive(_:salt:cost:)`` throws.
  public static func measured() throws(SealingError) -> PassphraseCost {
    let clock = ContinuousClock()
    let start = clock.now
    _ = try PassphraseKey.derive(
      SecretBytes(copying: []), salt: [UInt8](repeating: 0, count: PassphraseKey.saltCount),
      cost: .floor)
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let memory = pages > 0 ? pages * sysconf(Int32(_SC_PAGESIZE)) : 0
    return fitting(floorTakes: (clock.now - start) / .seconds(1), machineHas: memory)
  }

  /// The cost of about ``aim`` for a machine on which ``floor`` takes so many seconds.
  ///
  /// Memory first, for it costs a thief most, but never more than an eighth of the machine's: the
  /// passphrase must still open when other programs run. Then passes.
  static func fitting(floorTakes seconds: Double, machineHas memory: Int) -> PassphraseCost {
    var cost = floor
    // Time goes with passes times memory; a clock that stood still tells nothing.
    var takes = max(seconds, 0.001)
    while takes * 2 <= aim, cost.memory * 2 <= min(mostMemory, memory / 8) {
      cost.memory *= 2
      takes *= 2
    }
    let more = UInt64(max(1, min(aim / takes, 8)))
    cost.operations *= more
    return cost
  }
}
