import SQLiteKit
import SyncProtocol

/// The laptops and the people that were enrolled.
struct People {
  let connection: Connection

  func device(_ number: DeviceNumber) throws -> EnrolledDevice? {
    let device = try connection.first(
      "SELECT sign, enrolled, seen, revoked FROM device WHERE number = \(number.value)"
    ) { row in
      EnrolledDevice(
        number: number, sign: try row.blob(0), people: [], enrolled: try row.time(1),
        seen: row.isNull(2) ? nil : try row.time(2),
        revoked: row.isNull(3) ? nil : try row.time(3))
    }
    guard var device else { return nil }
    device.asked = try Laptops(connection: connection).voices(number)
    device.people = try connection.rows(
      """
      SELECT number, name, role, area, sign, box, expires
      FROM device_person JOIN person ON person.number = device_person.person
      WHERE device = \(number.value) ORDER BY number
      """
    ) { row in
      var person = try Self.person(row)
      person.expires = row.isNull(6) ? nil : try row.time(6)
      return person
    }
    return device
  }

  func person(_ number: PersonNumber) throws -> EnrolledPerson? {
    try connection.first(
      """
      SELECT number, name, role, area, sign, box FROM person WHERE number = \(number.value)
      """
    ) { row in try Self.person(row) }
  }

  /// The laptop with this key, a new one if need be.
  ///
  /// A laptop that gives a number must be the one that has it.
  func device(
    _ number: DeviceNumber?, sign: [UInt8], at time: Timestamp
  ) throws -> DeviceNumber {
    let known = try connection.first(
      "SELECT number, revoked IS NOT NULL FROM device WHERE sign = \(sign)"
    ) { (number: try $0.device(0), isRevoked: try $0.bool(1)) }
    if let number, number != known?.number { throw Problem.unknownDevice }
    if let known {
      guard !known.isRevoked else { throw Problem.revokedDevice }
      return known.number
    }
    try connection.run(
      "INSERT INTO device (sign, enrolled) VALUES (\(sign), \(time.milliseconds))")
    return DeviceNumber(Int32(connection.lastInsertedID))
  }

  func add(
    _ name: String, _ mandate: Mandate, keys: EnrolmentRequest.Person, on device: DeviceNumber,
    at time: Timestamp
  ) throws -> PersonNumber {
    try connection.run(
      """
      INSERT INTO person (name, role, area, sign, box, enrolled)
      VALUES
        (\(name), \(mandate.role.rawValue), \(mandate.area.description), \(keys.sign.bytes),
         \(keys.box.bytes), \(time.milliseconds))
      """)
    let person = PersonNumber(Int32(connection.lastInsertedID))
    try connection.run(
      "INSERT INTO device_person (device, person) VALUES (\(device.value), \(person.value))")
    return person
  }

  /// Columns: number, name, role, area, sign, box.
  private static func person(_ row: borrowing Row) throws -> EnrolledPerson {
    EnrolledPerson(
      number: try row.person(0), name: try row.text(1),
      mandate: Mandate(role: try row.role(2), area: try row.area(3)), sign: try row.blob(4),
      box: try row.blob(5))
  }
}
