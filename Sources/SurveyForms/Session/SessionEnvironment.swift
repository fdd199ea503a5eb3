/// What a session may know of the world: the clock, the dice and who is filling in.
///
/// The engine asks nothing else, so the same environment and the same answers give the same record.
public struct SessionEnvironment: Sendable {
  /// Milliseconds since 1970-01-01 UTC, asked for once at the start of every change.
  public var now: @Sendable () -> Int64
  /// Minutes that local time is ahead of UTC; Thailand's is 420, all year.
  public var zoneOffset: Int
  /// 16 random bytes, for an `instanceID`, `uuid()` and `random()`.
  public var random: @Sendable () -> [UInt8]
  /// What `jr:preload="property"` asks for: `username`, `deviceid`, `phonenumber`, `email`.
  public var properties: [String: String]
  /// Where the device is, `latitude longitude altitude accuracy`, for `odk:setgeopoint`; nil where
  /// nothing can tell, and then nothing is written.
  public var position: @Sendable () -> String? = { nil }
  /// Whether a record whose form does not ask for an `instanceID` gets one, as a client has to.
  var givesIdentity = true
  /// How many nodes one change may visit; a hundred thousand choices are filtered well below it, and
  /// what does not end is stopped by it.
  package var mostWork = 600_000
  /// When an answer that is no longer offered goes.
  var clearing = Clearing.atOnce
  /// Whether JavaRosa's known faults are wanted too, to compare with it line by line.
  var repeatsFaults: Bool { clearing == .whenAsked }

  /// When a filter that no longer offers a chosen value clears it.
  enum Clearing: Sendable {
    case atOnce
    /// JavaRosa's way, for comparing with it: when the choices are next looked at.
    case whenAsked
  }

  public init(
    now: @escaping @Sendable () -> Int64, zoneOffset: Int = 420,
    random: @escaping @Sendable () -> [UInt8], properties: [String: String] = [:]
  ) {
    self.now = now
    self.zoneOffset = zoneOffset
    self.random = random
    self.properties = properties
  }

  /// The same world, for a record that has only what the form itself gives it.
  package func withoutIdentity() -> SessionEnvironment {
    var copy = self
    copy.givesIdentity = false
    return copy
  }

  /// The same world, for a session that is compared with JavaRosa step by step.
  package func clearingWhenAsked() -> SessionEnvironment {
    var copy = self
    copy.clearing = .whenAsked
    return copy
  }
}
