import SQLiteKit
public import Sealing
public import SyncProtocol

/// A time when a person's records were opened without the old passphrase.
public struct RecoveryUse: Equatable, Sendable {
  public var time: Timestamp
  /// The officers whose answers opened them.
  public var officers: [String]

  public init(time: Timestamp, officers: [String]) {
    self.time = time
    self.officers = officers
  }
}

extension SurveyStore {
  /// Begins to recover somebody who forgot the passphrase, and returns what goes to two officers.
  ///
  /// The new passphrase is chosen now: the key that the answers are sealed to is locked with it, so
  /// neither a co-user nor a thief with the disk can use the answers. The old passphrase goes on
  /// working until ``finishRecovery(_:of:passphrase:)``.
  public func beginRecovery(
    of person: Int64, passphrase: SecretBytes
  ) throws(StoreError) -> RecoverySlip {
    try change { connection in
      guard let escrow = try Escrow.find(of: person, connection) else {
        throw StoreError.noRecovery
      }
      let name = try connection.first("SELECT name FROM person WHERE id = \(person)") {
        try $0.text(0)
      }
      guard let name else { throw StoreError.noSuchPerson }
      let request = BoxKeys()
      let wrapped = try WrappedKey(request.secret, of: person, by: passphrase, cost: newCost())
      try StoreError.throwIfStopped()
      let made = ambient.now()
      try connection.run(
        """
        INSERT OR REPLACE INTO recovery (person, made, box_key, salt, operations, memory,
          sealed_key, sealed_key_digest)
        VALUES (\(person), \(made), \(request.publicKey), \(wrapped.salt),
          \(Int(clamping: wrapped.cost.operations)), \(wrapped.cost.memory), \(wrapped.sealed),
          \(wrapped.digest))
        """)
      try note(.askedForRecovery, by: person, connection)
      return RecoverySlip(name: name, made: made, key: request.publicKey, shares: escrow.shares)
    }
  }

  /// When a request was made that waits for its answers; a new one makes them worthless.
  public func openRecovery(of person: Int64) throws(StoreError) -> Timestamp? {
    try perform { connection in
      try connection.first("SELECT made FROM recovery WHERE person = \(person)") {
        try $0.time(0)
      }
    }
  }

  /// Adds an officer's answer: the officer's share, sealed to the request instead of the officer.
  ///
  /// Throws ``StoreError/notARecoveryOfficer`` when no share opens with these keys.
  public func answer(
    _ slip: RecoverySlip, for keyring: Keyring
  ) throws(StoreError) -> RecoverySlip {
    try change { connection in
      guard let share = slip.shares.first(where: { $0.officer.box.bytes == keyring.boxKey }),
        let opened = try unlessDamaged({ try keyring.box.open(share.box.bytes) })
      else { throw StoreError.notARecoveryOfficer }
      let box = try BoxKeys.seal(opened, to: slip.key.bytes)
      var answered = slip
      answered.answers.removeAll { $0.number == share.number }
      answered.answers.append(
        RecoverySlip.Answer(
          officer: share.officer.number, name: share.officer.name, number: share.number,
          box: Base64Bytes(box)))
      try note(.answeredRecovery, by: keyring.person, connection)
      return answered
    }
  }

  /// Opens a person's records with two answers, and gives the person the passphrase that was chosen
  /// with the request.
  ///
  /// One wrapped key is written anew; the records stay as they are. Throws
  /// ``StoreError/recoveryUnanswered(_:)`` and ``StoreError/recoveryMismatch``, and
  /// ``StoreError/wrongPassphrase`` when it is not the one that was chosen.
  public func finishRecovery(
    _ slip: RecoverySlip, of person: Int64, passphrase: SecretBytes
  ) throws(StoreError) -> Keyring {
    try throttled(person) { connection in
      let request = try Self.request(of: person, connection)
      guard request.publicKey == slip.key.bytes else { throw StoreError.recoveryMismatch }
      let secret = try request.wrapped.open(with: passphrase, of: person)
      let (dataKey, officers) = try Self.join(
        slip.answers, opening: BoxKeys(secret: secret), of: person, connection)
      try connection.transaction {
        try Self.rewrap(dataKey, of: person, by: passphrase, cost: newCost(), connection)
        try connection.run("DELETE FROM recovery WHERE person = \(person)")
        try connection.run(
          """
          INSERT INTO recovered (person, time, officers)
          VALUES (\(person), \(ambient.now()), \(officers.joined(separator: "\n")))
          """)
        try note(.recovered, by: person, connection)
      }
      return try Self.keyring(of: person, dataKey, connection)
    }
  }

  /// Returns how often recovery was used on a person and the person was not told yet.
  public func unseenRecoveries(of person: Int64) throws(StoreError) -> [RecoveryUse] {
    try perform { connection in
      try connection.rows(
        "SELECT time, officers FROM recovered WHERE person = \(person) AND seen IS NULL ORDER BY id"
      ) { row in
        RecoveryUse(
          time: try row.time(0), officers: try row.text(1).split(separator: "\n").map(String.init))
      }
    }
  }

  /// Takes down that the person was told.
  public func acknowledgeRecoveries(for keyring: Keyring) throws(StoreError) {
    try change { connection in
      try connection.run(
        """
        UPDATE recovered SET seen = \(ambient.now())
        WHERE person = \(keyring.person) AND seen IS NULL
        """)
    }
  }

  /// Deals the person's key among the officers whom the centre names now.
  public func renewEscrow(for keyring: Keyring) throws(StoreError) {
    try change { connection in try Escrow.renew(keyring, connection) }
  }

  private static func request(
    of person: Int64, _ connection: Connection
  ) throws -> (publicKey: [UInt8], wrapped: WrappedKey) {
    let request = try connection.first(
      """
      SELECT box_key, salt, operations, memory, sealed_key, sealed_key_digest
      FROM recovery WHERE person = \(person)
      """
    ) { row in
      (
        try row.blob(0),
        WrappedKey(
          salt: try row.blob(1),
          cost: PassphraseCost(
            operations: UInt64(clamping: try row.int(2)), memory: try row.int(3)),
          sealed: try row.blob(4), digest: try row.blob(5))
      )
    }
    guard let request else { throw StoreError.recoveryMismatch }
    return request
  }

  /// Tries the answers two by two: one that was spoiled on the way must not spoil the others.
  private static func join(
    _ answers: [RecoverySlip.Answer], opening request: BoxKeys, of person: Int64,
    _ connection: Connection
  ) throws -> (SecretBytes, officers: [String]) {
    guard let escrow = try Escrow.find(of: person, connection) else { throw StoreError.noRecovery }
    let opened = answers.prefix(Escrow.mostOfficers).compactMap { answer in
      // One that does not open is no answer; whether two are left is the question.
      (try? request.open(answer.box.bytes)).flatMap { bytes in
        UInt8(exactly: answer.number).map {
          (SecretShare(number: $0, bytes: SecretBytes(copying: bytes)), answer.name)
        }
      }
    }
    guard opened.count >= 2 else { throw StoreError.recoveryUnanswered(opened.count) }
    for (place, one) in opened.enumerated() {
      for other in opened.dropFirst(place + 1) {
        // Two that do not go together are not the two that are looked for.
        guard let key = try? SplitSecret.join(one.0, other.0) else { continue }
        if Escrow.digest(of: key) == escrow.keyDigest { return (key, [one.1, other.1]) }
      }
    }
    throw StoreError.recoveryMismatch
  }
}
