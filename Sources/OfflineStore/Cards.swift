import SQLiteKit
public import SyncProtocol

/// A draft that an earlier program saved, whose list entry knows nothing but the title.
public struct CardlessDraft: Equatable, Sendable {
  public var id: RecordID
  public var formID: String
  public var formVersion: String
  public var instance: [UInt8]
}

/// Another record that seems to be about the same person.
public struct SimilarRecord: Equatable, Sendable {
  public var record: RecordID
  public var title: String
  public var state: LocalState
  /// Whether the number is the same, and not only the name and the house.
  public var hasSameID: Bool

  public init(record: RecordID, title: String, state: LocalState, hasSameID: Bool) {
    self.record = record
    self.title = title
    self.state = state
    self.hasSameID = hasSameID
  }
}

extension SurveyStore {
  /// Returns drafts and finished records without a card, from a place on, and the place to go on from;
  /// nil when all were looked at.
  public func cardless(
    after place: Int64, limit: Int, for keyring: Keyring
  ) throws(StoreError) -> (drafts: [CardlessDraft], next: Int64?) {
    try perform { connection in
      var next: Int64?
      let drafts = try connection.rows(
        """
        SELECT id, record, form_id, form_version, sealed_title, sealed_draft FROM record
        WHERE person = \(keyring.person) AND id > \(place) AND sealed_draft IS NOT NULL AND fits
        ORDER BY id LIMIT \(limit)
        """
      ) { row -> CardlessDraft? in
        next = Int64(try row.int(0))
        let id = try row.record(1)
        let (title, sealed) = (try row.optionalBlob(4), try row.blob(5))
        let known = try unlessDamaged { try title.map { try keyring.openTitle($0, of: id) } }
        guard known??.card == nil else { return nil }
        let draft = try unlessDamaged { try DraftBody.read(keyring.open(sealed, as: .draft(id))) }
        return try draft.map { _, instance in
          CardlessDraft(
            id: id, formID: try row.text(2), formVersion: try row.text(3), instance: instance)
        }
      }
      return (drafts.compactMap(\.self), next)
    }
  }

  /// Keeps cards beside the titles of records; what else is known of them stays as it is.
  public func keep(
    _ cards: [RecordID: (card: RecordCard, address: HouseAddress)], for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      for (id, known) in cards {
        let sealed = try connection.first(
          "SELECT sealed_title FROM record WHERE person = \(keyring.person) AND record = \(id)"
        ) { try $0.optionalBlob(0) }
        guard let sealed = sealed ?? nil else { continue }
        let old = try unlessDamaged { try keyring.openTitle(sealed, of: id) }
        guard let old, old.card == nil else { continue }
        let title = SealedTitle(title: old.title, card: known.card, address: known.address)
        try connection.run(
          """
          UPDATE record SET sealed_title = \(keyring.seal(title.bytes, as: .title(id)))
          WHERE person = \(keyring.person) AND record = \(id)
          """)
      }
    }
  }

  /// Returns the address in a record; empty when none is known.
  public func address(
    of id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> HouseAddress {
    try perform { connection in
      let sealed = try connection.first(
        "SELECT sealed_title FROM record WHERE person = \(keyring.person) AND record = \(id)"
      ) { try $0.optionalBlob(0) }
      guard let sealed else { throw StoreError.noSuchRecord }
      return try sealed.map { try keyring.openTitle($0, of: id).address } ?? [:]
    }
  }

  /// Returns the address in the record that was changed last and has one, besides this one.
  public func lastAddress(
    besides id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> HouseAddress {
    try perform { connection in
      // Where the last fifty have none, nobody remembers the one before them.
      let sealed = try connection.rows(
        """
        SELECT record, sealed_title FROM record
        WHERE person = \(keyring.person) AND record <> \(id) AND trashed IS NULL
          AND sealed_title IS NOT NULL AND fits
        ORDER BY changed DESC, id DESC LIMIT 50
        """
      ) { (id: try $0.record(0), title: try $0.blob(1)) }
      for (id, title) in sealed {
        let address = try unlessDamaged { try keyring.openTitle(title, of: id).address } ?? [:]
        if !address.isEmpty { return address }
      }
      return [:]
    }
  }

  /// Returns the other records about somebody with this national ID, or this name in this house.
  ///
  /// Those in the trash do not count, and what is empty is not compared.
  public func similar(
    nationalID: String, title: String, house: String, besides id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> [SimilarRecord] {
    guard !nationalID.isEmpty || !(title.isEmpty || house.isEmpty) else { return [] }
    return try records(for: keyring).compactMap { record in
      guard record.id != id, record.state != .trashed, let card = record.card else { return nil }
      let hasSameID = !nationalID.isEmpty && card.nationalID == nationalID
      // Two numbers that differ are two people.
      let mayBeSame = nationalID.isEmpty || card.nationalID.isEmpty
      let isSameName = !title.isEmpty && !house.isEmpty && record.title == title
      guard hasSameID || (mayBeSame && isSameName && card.house == house) else { return nil }
      return SimilarRecord(
        record: record.id, title: record.title, state: record.state, hasSameID: hasSameID)
    }
  }
}
