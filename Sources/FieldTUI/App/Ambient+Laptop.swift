import Glibc
import Sealing
package import SyncProtocol

extension Ambient {
  /// The laptop's clock and libsodium's dice.
  package static let laptop = Ambient(
    now: {
      var time = timespec()
      // Fails only for a clock that does not exist.
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    },
    random: { randomBytes($0) })
}
