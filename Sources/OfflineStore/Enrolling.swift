import SQLiteKit
public import Sealing
public import SyncProtocol

/// The laptop itself, as it signs its requests.
///
/// Its key is in clear in the store: it says which laptop is talking, and opens nothing.
public struct DeviceIdentity: Sendable {
  /// The number that the centre gave it with its first enrolment.
  public var number: DeviceNumber?
  public var keys: SigningKeys

  public init(
    number: DeviceNumber? = nil, keys: SigningKeys
  ) {
    self.number = number
    self.keys = keys
  }
}

/// The centre that this laptop belongs to.
public struct CentreIdentity: Equatable, Sendable {
  public var url: String
  public var title: String

  /// The last epoch that the centre was met in.
  public var epoch: Epoch

  /// The number of ``box``.
  public var key: Int

  /// The public key that records are sealed to.
  public var box: [UInt8]

  /// The public key that the centre signs its receipts with.
  public var sign: [UInt8]

  public init(
    url: String, title: String, epoch: Epoch, key: Int, box: [UInt8], sign: [UInt8]
  ) {
    self.url = url
    self.title = title
    self.epoch = epoch
    self.key = key
    self.box = box
    self.sign = sign
  }
}

extension SurveyStore {
  /// Returns the laptop's own number and keys.
  public func device() throws(StoreError) -> DeviceIdentity {
    try perform { connection in try Self.device(connection) }
  }

  /// Returns the centre, or nil before anyone was enrolled.
  public func centre() throws(StoreError) -> CentreIdentity? {
    try perform { connection in try Self.centre(connection) }
  }

  /// Takes down what a centre answered to a person's code, and queues what waited for it.
  ///
  /// Without a `url` the answer came by stick; a way to the centre that is known stays.
  /// The feed is read from its beginning again, for it now has lines for this person. Throws
  /// ``StoreError/otherCentre`` when the laptop belongs to a centre with another signature.
  public func enrolled(
    _ reply: EnrolmentReply, url: String, for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      if let known = try Self.centre(connection), known.sign != reply.centre.sign.bytes {
        throw StoreError.otherCentre
      }
      try Self.keep(reply, url: url, connection)
      // Someone who lost the passphrase comes back as a new person of this laptop.
      try connection.run(
        "UPDATE person SET number = NULL WHERE number = \(reply.person.value)")
      try connection.run(
        """
        UPDATE person SET name = \(reply.name), number = \(reply.person.value),
          role = \(reply.role.rawValue), area = \(reply.area.description)
        WHERE id = \(keyring.person)
        """)
      guard connection.changes == 1 else { throw StoreError.noSuchPerson }
      try connection.run("DELETE FROM cursor")
      if let certificate = reply.certificate { try Self.keep(certificate, connection) }
      try Escrow.renew(keyring, connection)
      try DigestKeys.prepare(keyring, connection)
      try note(.enrolled, by: keyring.person, connection)
      try Self.queueReadyRecords(of: keyring, ambient, connection)
    }
  }

  private static func keep(
    _ reply: EnrolmentReply, url: String, _ connection: Connection
  ) throws {
    if let known = try centre(connection), known.epoch != reply.epoch {
      try begin(reply.epoch, connection)
    }
    try connection.run(
      """
      INSERT INTO centre (only, url, title, epoch, key, box_key, sign_key)
      VALUES (1, \(url), \(reply.title), \(reply.epoch), \(reply.centre.key),
        \(reply.centre.box.bytes), \(reply.centre.sign.bytes))
      ON CONFLICT (only) DO UPDATE SET
        url = iif(excluded.url = '', url, excluded.url), title = excluded.title,
        epoch = excluded.epoch, key = excluded.key, box_key = excluded.box_key
      """)
    try connection.run("UPDATE device SET number = \(reply.device.value)")
  }

  static func makeDevice(_ connection: Connection) throws {
    guard try connection.number("SELECT count(*) FROM device") == 0 else { return }
    let secret = SigningKeys().secret.exposed
    try connection.run("INSERT INTO device (only, sign_secret) VALUES (1, \(secret))")
  }

  static func device(_ connection: Connection) throws -> DeviceIdentity {
    let device = try connection.first("SELECT number, sign_secret FROM device") { row in
      var secret = try row.blob(1)
      return DeviceIdentity(
        number: try row.optionalInt(0).map { DeviceNumber(Int32(clamping: $0)) },
        keys: try SigningKeys(secret: SecretBytes(wiping: &secret)))
    }
    guard let device else { throw StoreError.damaged("the laptop's key is gone") }
    return device
  }

  static func centre(_ connection: Connection) throws -> CentreIdentity? {
    try connection.first(
      "SELECT url, title, epoch, key, box_key, sign_key, fits FROM centre"
    ) { row in
      // What is sealed to a key with one bit changed, nobody ever opens.
      try row.requireFit(6)
      return CentreIdentity(
        url: try row.text(0), title: try row.text(1), epoch: try row.hash(2),
        key: try row.int(3), box: try row.blob(4), sign: try row.blob(5))
    }
  }
}
