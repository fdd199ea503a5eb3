import Glibc
import Sealing
public import SyncProtocol

extension Ambient {
  /// The system's clock, and randomness that nobody can guess.
  public static let live = Ambient(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }, random: randomBytes)
}
