import SQLiteKit
public import Sealing
import SyncProtocol

extension SurveyStore {
  /// Returns everyone who can sign in, in the order they were added.
  public func people() throws(StoreError) -> [Person] {
    try perform { connection in try Self.people(connection) }
  }

  static func people(_ connection: Connection) throws -> [Person] {
    let title = try connection.first("SELECT title FROM centre") { try $0.text(0) } ?? ""
    return try connection.rows("SELECT id, name, number, role, area FROM person ORDER BY id") {
      Person(
        id: Int64(try $0.int(0)), name: try $0.text(1),
        enrolment: try enrolment(
          number: $0.optionalInt(2), role: $0.optionalText(3), area: $0.optionalText(4), title))
    }
  }

  /// Adds a person with keys of their own, and signs them in.
  ///
  /// Whether the passphrase is good enough is for ``PassphraseRules`` to say beforehand.
  public func addPerson(
    name: String, passphrase: SecretBytes, profile: Profile
  ) throws(StoreError) -> Keyring {
    try change { connection in
      let id = Int64(try connection.number("SELECT coalesce(max(id), 0) + 1 FROM person") ?? 1)
      let keyring = Keyring(
        person: id, dataKey: SecretBytes(randomCount: SealedValue.keyCount),
        signing: SigningKeys(), box: BoxKeys())
      let wrapped = try WrappedKey(keyring.dataKey, of: id, by: passphrase, cost: newCost())
      try StoreError.throwIfStopped()
      try connection.run(
        """
        INSERT INTO person (id, name, salt, operations, memory, sealed_key, sealed_key_digest,
          sign_key, box_key, sealed_sign_secret, sealed_box_secret, sealed_profile)
        VALUES (\(id), \(name), \(wrapped.salt), \(Int(clamping: wrapped.cost.operations)),
          \(wrapped.cost.memory), \(wrapped.sealed), \(wrapped.digest),
          \(keyring.signingKey), \(keyring.boxKey),
          \(keyring.seal(keyring.signing.secret.exposed, as: .signSecret)),
          \(keyring.seal(keyring.box.secret.exposed, as: .boxSecret)),
          \(keyring.seal(WireJSON.encode(profile), as: .profile)))
        """)
      try DigestKeys.prepare(keyring, connection)
      try note(.addedPerson, by: id, connection)
      return keyring
    }
  }

  /// Opens a person's keys, or throws ``StoreError/wrongPassphrase``.
  ///
  /// After wrong ones it throws ``StoreError/tooSoon(seconds:)`` for a while, whatever is typed.
  public func signIn(_ person: Int64, passphrase: SecretBytes) throws(StoreError) -> Keyring {
    let keyring = try throttled(person) { connection in
      let dataKey = try Self.wrappedKey(of: person, connection).open(with: passphrase, of: person)
      return try Self.keyring(of: person, dataKey, connection)
    }
    // A disk that takes no more must not keep anybody from reading what is on it.
    try? change { connection in
      try note(.signedIn, by: person, connection)
      try Escrow.renew(keyring, connection)
      try DigestKeys.prepare(keyring, connection)
      try Self.markOldRecords(for: keyring, connection)
      try Self.dropCopies(connection, today: Self.calendar(connection, now: ambient.now()))
    }
    return keyring
  }

  /// Gives a person another passphrase; nothing but the one wrapped key is written anew.
  public func changePassphrase(
    of person: Int64, from old: SecretBytes, to new: SecretBytes
  ) throws(StoreError) {
    try throttled(person) { connection in
      let dataKey = try Self.wrappedKey(of: person, connection).open(with: old, of: person)
      let cost = try newCost()
      try connection.transaction {
        try Self.rewrap(dataKey, of: person, by: new, cost: cost, connection)
        try note(.changedPassphrase, by: person, connection)
      }
    }
  }

  static func rewrap(
    _ dataKey: SecretBytes, of person: Int64, by passphrase: SecretBytes, cost: PassphraseCost,
    _ connection: Connection
  ) throws {
    let wrapped = try WrappedKey(dataKey, of: person, by: passphrase, cost: cost)
    try StoreError.throwIfStopped()
    try connection.run(
      """
      UPDATE person SET salt = \(wrapped.salt), memory = \(wrapped.cost.memory),
        operations = \(Int(clamping: wrapped.cost.operations)),
        sealed_key = \(wrapped.sealed), sealed_key_digest = \(wrapped.digest)
      WHERE id = \(person)
      """)
  }

  static func keyring(
    of person: Int64, _ dataKey: SecretBytes, _ connection: Connection
  ) throws -> Keyring {
    let secrets = try connection.first(
      "SELECT sealed_sign_secret, sealed_box_secret FROM person WHERE id = \(person)"
    ) { (try $0.blob(0), try $0.blob(1)) }
    guard let secrets else { throw StoreError.noSuchPerson }
    func open(_ sealed: [UInt8], _ place: SealedPlace) throws(SealingError) -> SecretBytes {
      var secret = try SealedValue.open(sealed, with: dataKey, for: place.context(of: person))
      return SecretBytes(wiping: &secret)
    }
    return Keyring(
      person: person, dataKey: dataKey,
      signing: try SigningKeys(secret: open(secrets.0, .signSecret)),
      box: try BoxKeys(secret: open(secrets.1, .boxSecret)))
  }

  /// Returns what the person said about themselves.
  ///
  /// Of a profile that does not open any more the name is left, which is in clear: nobody is locked
  /// out of their records by it.
  public func profile(for keyring: Keyring) throws(StoreError) -> Profile {
    try perform { connection in try Self.profile(for: keyring, connection) }
  }

  /// Tells whether what the person said about themselves still opens.
  public func isProfileWhole(for keyring: Keyring) throws(StoreError) -> Bool {
    try perform { connection in try Self.storedProfile(for: keyring, connection).profile != nil }
  }

  /// Keeps what the person says about themselves.
  public func saveProfile(_ profile: Profile, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      let sealed = keyring.seal(WireJSON.encode(profile), as: .profile)
      try connection.run(
        "UPDATE person SET sealed_profile = \(sealed) WHERE id = \(keyring.person)")
      guard connection.changes == 1 else { throw StoreError.noSuchPerson }
    }
  }

  static func profile(for keyring: Keyring, _ connection: Connection) throws -> Profile {
    let stored = try storedProfile(for: keyring, connection)
    return stored.profile ?? Profile(name: stored.name)
  }

  private static func storedProfile(
    for keyring: Keyring, _ connection: Connection
  ) throws -> (name: String, profile: Profile?) {
    let stored = try connection.first(
      "SELECT name, sealed_profile FROM person WHERE id = \(keyring.person)"
    ) { (try $0.text(0), try $0.blob(1)) }
    guard let (name, sealed) = stored else { throw StoreError.noSuchPerson }
    let json = try unlessDamaged { try keyring.open(sealed, as: .profile) }
    return (name, json.flatMap { WireJSON.decode(Profile.self, from: $0) })
  }

  static func enrolment(
    number: Int?, role: String?, area: String?, _ centreTitle: String
  ) throws -> Enrolment? {
    guard let number else { return nil }
    guard let role = role.flatMap(Role.init), let area = area.flatMap({ AreaCode($0) }) else {
      throw StoreError.damaged("an enrolment cannot be read")
    }
    return Enrolment(
      number: PersonNumber(Int32(clamping: number)), role: role, area: area,
      centreTitle: centreTitle)
  }

  private static func wrappedKey(
    of person: Int64, _ connection: Connection
  ) throws -> WrappedKey {
    let wrapped = try connection.first(
      """
      SELECT salt, operations, memory, sealed_key, sealed_key_digest
      FROM person WHERE id = \(person)
      """
    ) { row in
      WrappedKey(
        salt: try row.blob(0),
        cost: PassphraseCost(operations: UInt64(clamping: try row.int(1)), memory: try row.int(2)),
        sealed: try row.blob(3), digest: try row.blob(4))
    }
    guard let wrapped else { throw StoreError.noSuchPerson }
    return wrapped
  }
}
