import SQLiteKit
import SyncProtocol

/// The laptops of an area: who uses them, when they were last here, and which are lost.
struct Laptops {
  let connection: Connection

  /// Every laptop on which somebody of the area works, the earliest enrolled first.
  func all(in area: AreaCode) throws -> [EnrolledDevice] {
    let numbers = try connection.rows(
      // Every digit is smaller than a colon.
      """
      SELECT DISTINCT device FROM device_person
        JOIN person ON person.number = device_person.person
      WHERE area >= \(area.description) AND area < \(area.description + ":") ORDER BY device
      """
    ) { try $0.device(0) }
    return try numbers.compactMap(People(connection: connection).device)
  }

  func saw(_ device: DeviceNumber, at time: Timestamp) throws {
    try connection.run(
      "UPDATE device SET seen = \(time.milliseconds) WHERE number = \(device.value)")
  }

  func keep(bundle: [UInt8], of device: DeviceNumber) throws {
    try connection.run(
      """
      INSERT INTO bundle (device, content) VALUES (\(device.value), \(bundle))
      ON CONFLICT (device) DO UPDATE SET content = excluded.content
      """)
  }

  func bundle(of device: DeviceNumber) throws -> [UInt8]? {
    try connection.first("SELECT content FROM bundle WHERE device = \(device.value)") {
      try $0.blob(0)
    }
  }

  /// How long the first of two voices waits for the second: 72 hours, in milliseconds.
  static let voiceLife: Int64 = 72 * 3600 * 1000

  /// Revokes a village's laptop at once, and an officer's when two have asked for it.
  ///
  /// Otherwise one person could lock a district out.
  func revoke(_ device: DeviceNumber, asked voice: RevocationVoice, at time: Timestamp) throws {
    guard try isOfOfficer(device) else { return try revoke(device, by: voice.person, at: time) }
    try connection.run(
      "DELETE FROM voice WHERE time <= \(time.milliseconds - Self.voiceLife)")
    try connection.run(
      """
      INSERT INTO voice (device, person, high, time)
      VALUES (\(device.value), \(voice.person?.value ?? 0), \(voice.isHigh), \(time.milliseconds))
      ON CONFLICT (device, person) DO UPDATE SET time = excluded.time
      """)
    let isEnough = try connection.number(
      "SELECT count(*) > 1 AND max(high) FROM voice WHERE device = \(device.value)")
    guard isEnough == 1 else {
      return try AuditLog(connection: connection).append(
        AuditEntry(
          time: time, action: .revoke, person: voice.person, device: device, object: "",
          result: "asked"))
    }
    try revoke(device, by: voice.person, at: time)
    try connection.run("DELETE FROM voice WHERE device = \(device.value)")
  }

  /// The names of those who asked and wait for a second.
  func voices(_ device: DeviceNumber) throws -> [String] {
    try connection.rows(
      """
      SELECT coalesce(name, '') FROM voice LEFT JOIN person ON person.number = voice.person
      WHERE device = \(device.value) ORDER BY voice.time
      """
    ) { try $0.text(0) }
  }

  private func isOfOfficer(_ device: DeviceNumber) throws -> Bool {
    try connection.number(
      """
      SELECT 1 FROM device_person JOIN person ON person.number = device_person.person
      WHERE device = \(device.value) AND role <> 'village' LIMIT 1
      """) != nil
  }

  /// Doing it again changes nothing.
  private func revoke(_ device: DeviceNumber, by person: PersonNumber?, at time: Timestamp) throws {
    try connection.run(
      """
      UPDATE device SET revoked = \(time.milliseconds)
      WHERE number = \(device.value) AND revoked IS NULL
      """)
    guard connection.changes == 1 else { return }
    try AuditLog(connection: connection).append(
      AuditEntry(
        time: time, action: .revoke, person: person, device: device, object: "",
        result: "revoked"))
    try announce(device, at: time)
  }

  /// When a laptop was revoked.
  func revoked(_ device: DeviceNumber) throws -> Timestamp? {
    try connection.first("SELECT revoked FROM device WHERE number = \(device.value)") { row in
      row.isNull(0) ? nil : try row.time(0)
    } ?? nil
  }

  /// Tells the officers of records that wait for them and are from this laptop.
  private func announce(_ device: DeviceNumber, at time: Timestamp) throws {
    let events = try connection.rows(
      """
      SELECT record.village, record.id, record.current, record.state, revision.author,
        revision.header
      FROM record JOIN revision ON revision.record = record.id AND revision.hash = record.current
      WHERE record.state IN ('received', 'resubmitted') AND revision.author IN (
        SELECT person FROM device_person WHERE device = \(device.value))
      ORDER BY record.rowid
      """
    ) { row -> NewEvent? in
      guard try row.header(5).device == device else { return nil }
      return NewEvent(
        village: try row.area(0), record: try row.record(1), revision: try row.revision(2),
        state: try row.state(3), standing: .current, person: try row.person(4), time: time,
        isForOfficers: true)
    }
    for event in events.compactMap(\.self) { try Feed(connection: connection).append(event) }
  }

  func certify(_ person: PersonNumber, on device: DeviceNumber, until expires: Timestamp) throws {
    try connection.run(
      """
      UPDATE device_person SET expires = \(expires.milliseconds)
      WHERE device = \(device.value) AND person = \(person.value)
      """)
  }

  /// The officers who can help people of an area, the nearest and the latest first.
  ///
  /// Who uses only lost laptops is none: those keys are wiped or in other hands.
  func officers(of area: AreaCode, except person: PersonNumber) throws -> [RecoveryOfficer] {
    let all = try connection.rows(
      """
      SELECT number, name, role, area, box FROM person
      WHERE role IN ('district', 'province') AND number <> \(person.value)
        AND substr(\(area.description), 1, length(area)) = area
        AND EXISTS (
          SELECT 1 FROM device_person JOIN device ON device.number = device_person.device
          WHERE device_person.person = person.number AND device.revoked IS NULL)
      ORDER BY length(area) DESC, number DESC LIMIT 16
      """
    ) { row in
      RecoveryOfficer(number: try row.person(0), name: try row.text(1), box: try row.blob(4))
    }
    return all
  }
}
