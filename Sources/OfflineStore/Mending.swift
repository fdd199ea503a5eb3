import SQLiteKit
import SyncProtocol

/// Brings the rows of a damaged store back into order, inside the transaction that took them.
///
/// What proves itself stays: sealed values, and items of the outbox by their identity. What only the
/// sum of its row vouched for is forgotten where the sum does not fit any more.
struct Mending {
  let connection: Connection
  let now: Timestamp

  func report() throws -> SalvageReport {
    var report = SalvageReport()
    report.spoiled = try dropSpoiled()
    report.mended = try SurveyStore.unfitRows(connection)
    try mendEnrolments()
    try addLostPeople()
    try mendOutbox()
    try mendRecords()
    try connection.run("DELETE FROM centre WHERE NOT fits")
    try forgetDamagedNews()
    try restartLostRecords()
    try dropOrphans()
    try SurveyStore.makeDevice(connection)
    // What a lost cursor would skip is fetched again; lines that are here already change nothing.
    try connection.run("DELETE FROM cursor")
    report.people = try connection.number("SELECT count(*) FROM person") ?? 0
    report.records = try connection.number("SELECT count(*) FROM record") ?? 0
    report.waiting =
      try connection.number(
        "SELECT count(*) FROM outbox WHERE state = 'queued' AND kind <> 'file'") ?? 0
    report.pieces =
      try connection.number("SELECT count(*) FROM outbox WHERE state = 'queued' AND kind = 'file'")
      ?? 0
    try connection.run(
      """
      INSERT INTO log (time, action, person, record) VALUES (\(now),
        \(LoggedAction.Kind.salvaged.rawValue), NULL, NULL)
      """)
    return report
  }

  /// An item of the outbox is whole when its bytes still have the name that they were given.
  private func dropSpoiled() throws -> Int {
    let spoiled = try WrittenItem.all(connection).filter { !$0.isWhole }
    for item in spoiled { try connection.run("DELETE FROM outbox WHERE id = \(item.id)") }
    return spoiled.count
  }

  /// One role or area that cannot be read would keep everybody out of the list of people.
  ///
  /// The certificate says both again; without one, that person enrols anew.
  private func mendEnrolments() throws {
    let enrolled = try connection.rows(
      "SELECT id, number, role, area FROM person WHERE number IS NOT NULL"
    ) { row in
      let stored = try unlessDamaged {
        try SurveyStore.enrolment(
          number: row.int(1), role: row.optionalText(2), area: row.optionalText(3), "")
      }
      return (id: Int64(try row.int(0)), number: try row.int(1), isWhole: stored != nil)
    }
    for person in enrolled where !person.isWhole {
      let certificate = try SurveyStore.certificate(of: person.id, connection)
      let isTheirs = certificate.map { Int($0.person.value) } == person.number
      try connection.run(
        """
        UPDATE person SET
          number = \(isTheirs ? person.number : nil),
          role = \(isTheirs ? certificate?.role.rawValue : nil),
          area = \(isTheirs ? certificate?.area.description : nil)
        WHERE id = \(person.id)
        """)
    }
  }

  /// Somebody whose own row is gone: the records stay, and open when two officers help.
  private func addLostPeople() throws {
    try connection.run(
      """
      INSERT INTO person (id, name, salt, operations, memory, sealed_key, sealed_key_digest,
        sign_key, box_key, sealed_sign_secret, sealed_box_secret, sealed_profile)
      SELECT person, '?', zeroblob(0), 0, 0, zeroblob(0), zeroblob(0), zeroblob(0), zeroblob(0),
        zeroblob(0), zeroblob(0), zeroblob(0)
      FROM (
        SELECT person FROM record UNION SELECT person FROM outbox UNION SELECT person FROM event
        UNION SELECT person FROM review UNION SELECT person FROM remark)
      WHERE person NOT IN (SELECT id FROM person)
      """)
  }

  /// What an item says of itself is true; where it stood on its way is not known, so it is sent again.
  private func mendOutbox() throws {
    for item in try WrittenItem.all(fitting: false, connection) {
      if let piece = item.piece {
        try connection.run(
          "UPDATE piece SET revision = \(piece.revision) WHERE id = \(item.id)")
      }
      try connection.run(
        """
        UPDATE outbox SET state = 'queued', offers = 1, problem = NULL, epoch = NULL, at = NULL,
          record = \(item.record), decision = \(item.decision),
          person = coalesce((SELECT id FROM person WHERE number = \(item.author?.value)), person)
        WHERE id = \(item.id)
        """)
    }
    try connection.run("UPDATE outbox SET sum = true_sum WHERE NOT fits")
  }

  /// A record is finished when its revision waits, a draft when there is one, and else at the centre.
  ///
  /// A draft's own body says which form it is of, and the next save writes it down. A draft above a
  /// revision that the centre has is the correction of it.
  private func mendRecords() throws {
    try connection.run(
      """
      UPDATE record SET phase = iif(sealed_draft IS NULL, 'sent', 'draft'), form_id = '',
        form_version = '', form_hash = NULL, review = NULL, revision = NULL, parent = NULL,
        changed = \(now), finished = NULL, trashed = NULL, problems = 0, answered = 0,
        comments = 0, feed_number = 0, verdict = NULL, sealed_submission = NULL
      WHERE NOT fits
      """)
    for item in try WrittenItem.all(connection) {
      guard let header = item.header else { continue }
      try connection.run(
        """
        UPDATE record SET
          phase = (
            SELECT iif(state <> 'stored', 'ready', iif(sealed_draft IS NULL, 'sent', 'draft'))
            FROM outbox WHERE id = \(item.id)),
          form_id = \(header.formID),
          form_version = \(header.formVersion), form_hash = \(header.form),
          revision = \(item.hash),
          parent = (
            SELECT iif(state = 'stored' AND sealed_draft IS NOT NULL, hash, \(header.parents.first))
            FROM outbox WHERE id = \(item.id)),
          changed = \(header.finished), finished = \(header.finished)
        WHERE NOT fits AND record = \(header.id)
          AND person IN (SELECT person FROM outbox WHERE id = \(item.id))
        """)
    }
    // The centre's own word on it is read again.
    try connection.run(
      "DELETE FROM event WHERE (person, record) IN (SELECT person, record FROM record WHERE NOT fits)"
    )
    try connection.run("UPDATE record SET sum = true_sum WHERE NOT fits")
  }

  /// News that was changed on the disk, or that half of is gone, is read again from the beginning.
  private func forgetDamagedNews() throws {
    try connection.run("DELETE FROM event WHERE NOT fits")
    let records = try connection.rows(
      """
      SELECT person, record FROM record WHERE verdict NOT IN (SELECT id FROM event)
      UNION
      SELECT person, record FROM review
      WHERE NOT fits OR current NOT IN (SELECT id FROM event)
        OR previous NOT IN (SELECT id FROM event) OR verdict NOT IN (SELECT id FROM event)
      """
    ) { (person: try $0.int(0), record: try $0.blob(1)) }
    for (person, record) in records {
      for forgetting: SQL in [
        "UPDATE record SET verdict = NULL, feed_number = 0 WHERE person = \(person) AND record = \(record)",
        "DELETE FROM review WHERE person = \(person) AND record = \(record)",
        "DELETE FROM event WHERE person = \(person) AND record = \(record)",
      ] {
        try connection.run(forgetting)
      }
    }
  }

  /// A finished record whose sealed form is gone is a draft again: its author finishes it anew,
  /// and its files are cut anew with it.
  private func restartLostRecords() throws {
    try connection.run(
      """
      DELETE FROM outbox WHERE kind = 'file' AND id IN (
        SELECT p.id FROM piece p JOIN record r ON r.revision = p.revision
        WHERE phase = 'ready' AND sealed_submission IS NULL AND sealed_draft IS NOT NULL
          AND r.revision NOT IN (SELECT hash FROM outbox))
      """)
    try connection.run(
      """
      UPDATE record SET phase = 'draft', revision = parent, finished = NULL
      WHERE phase = 'ready' AND sealed_submission IS NULL AND sealed_draft IS NOT NULL
        AND revision NOT IN (SELECT hash FROM outbox)
      """)
    // What was last sent of whose files is not known for certain any more: the next finish sends it.
    try connection.run("DELETE FROM sent_file")
  }

  private func dropOrphans() throws {
    for orphans: SQL in [
      "DELETE FROM certificate WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM escrow WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM recovery WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM recovered WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM attempt WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM attachment WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM digest_key WHERE owner NOT IN (SELECT id FROM person)",
      "DELETE FROM digest_key WHERE reader NOT IN (SELECT id FROM person)",
      "DELETE FROM known WHERE (person, record) NOT IN (SELECT person, record FROM record)",
      "DELETE FROM copy WHERE (person, record) NOT IN (SELECT person, record FROM record)",
      "DELETE FROM piece WHERE id NOT IN (SELECT id FROM outbox WHERE kind = 'file')",
    ] {
      try connection.run(orphans)
    }
  }
}
