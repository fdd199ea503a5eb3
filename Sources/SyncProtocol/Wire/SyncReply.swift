/// An item that the centre did not take, and why.
public struct RefusedItem: Hashable, Sendable {
  /// Its place among the items of the request, from 0.
  public var index: Int
  public var problem: Problem

  public init(index: Int, problem: Problem) {
    self.index = index
    self.problem = problem
  }
}

// On the wire a refusal is a pair: [3,"item.bad-signature"].
extension RefusedItem: Codable {
  public init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    index = try pair.decode(Int.self)
    problem = try pair.decode(Problem.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(index)
    try pair.encode(problem)
  }
}

/// What the centre answers to a sync: the receipt for everything that was not refused.
///
/// Items that ``refused`` does not name are stored and committed, whether now or before.
public struct SyncReply: Equatable, Codable, Sendable {
  public var epoch: Epoch
  /// BLAKE2b-256 of the request's body as it was sent, in hexadecimal digits.
  public var batch: String
  /// How many of the items are stored.
  public var stored: Int
  public var refused: [RefusedItem]
  /// The centre's count of items when this batch was committed.
  public var at: Int64
  /// The count up to which everything is in the oldest backup that a restore may use.
  public var archived: Int64
  public var now: Timestamp
  /// Whether the feed has more than was sent.
  public var more: Bool
  /// Of the items that the laptop asked about, those that the centre does not have; only said to
  /// a laptop that asked.
  public var lacks: [ItemHash]?
  /// The centre's Ed25519 signature over ``signedBytes``.
  public var signature: Base64Bytes?

  private enum CodingKeys: String, CodingKey {
    case refused = "bad"
    case archived = "arch"
    case signature = "sig"
    case epoch, batch, stored, at, now, more, lacks
  }

  public init(
    epoch: Epoch, batch: String, stored: Int, refused: [RefusedItem] = [], at: Int64,
    archived: Int64, now: Timestamp, more: Bool = false,
    lacks: [ItemHash]? = nil, signature: Base64Bytes? = nil
  ) {
    self.epoch = epoch
    self.batch = batch
    self.stored = stored
    self.refused = refused
    self.at = at
    self.archived = archived
    self.now = now
    self.more = more
    self.lacks = lacks
    self.signature = signature
  }

  /// What the centre signs: this reply, without its signature.
  public var signedBytes: [UInt8] {
    var unsigned = self
    unsigned.signature = nil
    return Array("fieldtui.reply.1\n".utf8) + WireJSON.encode(unsigned)
  }
}

/// The body of the answer to `POST /v1/sync`: a receipt, a page of the feed, and what the centre
/// says about the laptop itself.
public struct SyncResponse: Equatable, Sendable {
  public var reply: SyncReply
  public var events: [FeedEvent]
  /// New certificates for people of this laptop.
  public var certificates: [Certificate]
  /// Set for a laptop that the district has revoked.
  public var revocation: RevocationOrder?
  /// The texts that people of this laptop asked for.
  public var copies: [RecordCopy]

  public init(
    reply: SyncReply, events: [FeedEvent], certificates: [Certificate] = [],
    revocation: RevocationOrder? = nil, copies: [RecordCopy] = []
  ) {
    self.reply = reply
    self.events = events
    self.certificates = certificates
    self.revocation = revocation
    self.copies = copies
  }

  /// Reads a body that was already decompressed.
  ///
  /// A frame of another kind than an event is passed over: a newer centre may say more than an
  /// older laptop understands. An event that cannot be read is an error, for its number would be
  /// skipped for good.
  public init(reading bytes: [UInt8], limits: FrameLimits = FrameLimits()) throws(FrameError) {
    let frames = try FrameReader.frames(in: bytes, limits: limits)
    guard let reply = frames.first?.decode(SyncReply.self) else { throw .missingOpening }
    var events: [FeedEvent] = []
    for frame in frames.dropFirst() where frame.kind == FeedEvent.kind {
      guard let event = FeedEvent(frame) else { throw .malformedLine }
      events.append(event)
    }
    let others = frames.dropFirst()
    self.init(
      reply: reply, events: events,
      certificates: others.filter { $0.kind == Certificate.kind }.compactMap(Certificate.init),
      revocation: others.first { $0.kind == RevocationOrder.kind }.flatMap(RevocationOrder.init),
      copies: others.filter { $0.kind == RecordCopy.kind }.compactMap(RecordCopy.init))
  }

  /// The body, before compression.
  public var bytes: [UInt8] {
    let about = certificates.map(\.frame) + [revocation?.frame].compactMap(\.self)
    return ([Frame(reply)] + about + copies.map(\.frame) + events.map(\.frame)).flatMap(\.bytes)
  }
}
