/// What a laptop says before it hands in anything.
public struct SyncHello: Equatable, Sendable {
  /// The version of the protocol that this code speaks.
  public static let currentVersion = 1

  public var version: Int
  public var device: DeviceNumber
  /// The epoch that the laptop knows; `nil` before the first sync.
  public var epoch: Epoch?
  /// For each village the highest number of its feed that was applied here.
  public var cursors: [String: Int64]
  /// The laptop's clock, from which the centre learns how wrong it is.
  public var clock: Timestamp
  /// How many bytes of feed the laptop is ready to take.
  public var room: Int
  /// The certificates that are here, by the number of the person.
  public var certificates: [String: Certificate.Mark]
  /// Items that were sent once and never answered for: whether the centre has them.
  public var asks: [ItemHash]

  public init(
    version: Int = SyncHello.currentVersion, device: DeviceNumber, epoch: Epoch?,
    cursors: [String: Int64], clock: Timestamp, room: Int,
    certificates: [String: Certificate.Mark] = [:], asks: [ItemHash] = []
  ) {
    self.version = version
    self.device = device
    self.epoch = epoch
    self.cursors = cursors
    self.clock = clock
    self.room = room
    self.certificates = certificates
    self.asks = asks
  }
}

extension SyncHello: Codable {
  private enum CodingKeys: String, CodingKey {
    case version = "p"
    case device = "dev"
    case cursors = "cur"
    case certificates = "certs"
    case asks = "ask"
    case epoch, clock, room
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    version = try values.decode(Int.self, forKey: .version)
    device = try values.decode(DeviceNumber.self, forKey: .device)
    cursors = try values.decode([String: Int64].self, forKey: .cursors)
    clock = try values.decode(Timestamp.self, forKey: .clock)
    room = try values.decode(Int.self, forKey: .room)
    certificates =
      try values.decodeIfPresent([String: Certificate.Mark].self, forKey: .certificates) ?? [:]
    asks = try values.decodeIfPresent([ItemHash].self, forKey: .asks) ?? []
    let known = try values.decode(String.self, forKey: .epoch)
    epoch = known.isEmpty ? nil : try values.decode(Epoch.self, forKey: .epoch)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(version, forKey: .version)
    try values.encode(device, forKey: .device)
    try values.encode(epoch?.description ?? "", forKey: .epoch)
    try values.encode(cursors, forKey: .cursors)
    try values.encode(clock, forKey: .clock)
    try values.encode(room, forKey: .room)
    if !certificates.isEmpty { try values.encode(certificates, forKey: .certificates) }
    if !asks.isEmpty { try values.encode(asks, forKey: .asks) }
  }
}

/// The body of `POST /v1/sync`: a hello and what is handed in.
public struct SyncRequest: Equatable, Sendable {
  public var hello: SyncHello
  public var items: [SyncItem]

  public init(hello: SyncHello, items: [SyncItem]) {
    self.hello = hello
    self.items = items
  }

  /// Reads a body that was already decompressed.
  ///
  /// An item that makes no sense becomes ``SyncItem/unreadable(_:)``; only a stream that cannot be
  /// cut into frames is refused as a whole.
  public init(reading bytes: [UInt8], limits: FrameLimits = FrameLimits()) throws(FrameError) {
    let frames = try FrameReader.frames(in: bytes, limits: limits)
    guard let hello = frames.first?.decode(SyncHello.self) else { throw .missingOpening }
    self.init(hello: hello, items: frames.dropFirst().map(SyncItem.init))
  }

  /// The body, before compression.
  public static func bytes(_ hello: SyncHello, items: [Frame]) -> [UInt8] {
    ([Frame(hello)] + items).flatMap(\.bytes)
  }
}
