import SQLiteKit
import SyncProtocol

/// The laptops and the people that were enrolled.
struct People {
  let connection: Connection

  func device(_ number: DeviceNumber) throws -> EnrolledDevice? {
    let sign = try connection.first("SELECT sign FROM device WHERE number = \(number.value)") {
      try $0.blob(0)
    }
    guard let sign else { return nil }
    let people = try connection.rows(
      """
      SELECT number, name, role, area, sign, box
      FROM device_person JOIN person ON person.number = device_person.person
      WHERE device = \(number.value) ORDER BY number
      """
    ) { row in try Self.person(row) }
    return EnrolledDevice(number: number, sign: sign, people: people)
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
    let known = try connection.first("SELECT number FROM device WHERE sign = \(sign)") {
      try $0.device(0)
    }
    if let number, number != known { throw Problem.unknownDevice }
    if let known { return known }
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
