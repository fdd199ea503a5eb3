/// Why a seal could not be made or opened.
public enum SealingError: Error, Equatable, Sendable {
  /// The key or the context is another one, or the bytes were changed. Nobody can tell which.
  case cannotOpen

  /// A key or a salt has the wrong length, or is a point that no honest key pair has.
  case unusableKey

  /// The passphrase cost is outside what the library takes.
  case unusableCost

  /// There is not enough memory for the cost that was asked for.
  case outOfMemory
}
