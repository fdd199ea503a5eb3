import SQLiteKit
import SyncProtocol

/// A one-time code as it is kept: the selector plain, the rest as a digest.
struct NewCode: Sendable {
  var selector: String
  var digest: [UInt8]
  /// The code's key for files, sealed to the centre.
  var sealedKey: [UInt8]
  var mandate: Mandate
  var name: String
  var expires: Timestamp
}

/// Somebody who says that he has a code.
struct CodeClaim: Sendable {
  var selector: String
  var digest: [UInt8]
  var device: EnrolmentRequest.Device
  var person: EnrolmentRequest.Person
}

/// What became of a claim.
enum Redemption: Equatable, Sendable {
  case enrolled(EnrolledPerson, on: DeviceNumber)
  case refused(Problem)
}

/// The one-time codes.
///
/// A code lives until it expires, is used, or was tried wrongly ``mostTries`` times. The same keys
/// may claim a used code again and get the same answer: the first may have been lost on the way.
struct Codes {
  static let mostTries = 5

  let connection: Connection

  func keep(_ code: NewCode, at time: Timestamp) throws -> Bool {
    try connection.run(
      """
      INSERT INTO enrolment_code (selector, digest, sealed_key, role, area, name, expires)
      VALUES
        (\(code.selector), \(code.digest), \(code.sealedKey), \(code.mandate.role.rawValue),
         \(code.mandate.area.description), \(code.name), \(code.expires.milliseconds))
      ON CONFLICT (selector) DO UPDATE
        SET digest = excluded.digest, sealed_key = excluded.sealed_key, role = excluded.role,
          area = excluded.area, name = excluded.name, expires = excluded.expires, tries = 0,
          device = NULL, person = NULL
        WHERE expires <= \(time.milliseconds)
      """)
    guard connection.changes == 1 else { return false }
    try audit(.createCode, code.selector, nil, nil, code.mandate.role.rawValue, at: time)
    return true
  }

  /// The key with which files about a code are sealed, itself sealed to the centre.
  func sealedKey(_ selector: String) throws -> [UInt8]? {
    try connection.first("SELECT sealed_key FROM enrolment_code WHERE selector = \(selector)") {
      try $0.optionalBlob(0)
    } ?? nil
  }

  /// Counts a try with a file that the code's key does not open, and says what it is refused with.
  func miss(_ selector: String, at time: Timestamp) throws -> Problem {
    try refusal([], selector, at: time) ?? .unknownCode
  }

  func redeem(_ claim: CodeClaim, at time: Timestamp) throws -> Redemption {
    if let problem = try refusal(claim.digest, claim.selector, at: time) {
      return .refused(problem)
    }
    guard let code = try find(claim.selector) else { return .refused(.unknownCode) }
    let people = People(connection: connection)
    if let person = code.person, let device = code.device {
      return try repeated(claim, person, device)
    }
    let device = try people.device(claim.device.number, sign: claim.device.sign.bytes, at: time)
    let number = try people.add(
      code.name, code.mandate, keys: claim.person, on: device, at: time)
    try connection.run(
      """
      UPDATE enrolment_code SET device = \(device.value), person = \(number.value)
      WHERE selector = \(claim.selector)
      """)
    try audit(.enrol, claim.selector, number, device, code.mandate.area.description, at: time)
    return try answer(number, device)
  }

  private struct Kept {
    var digest: [UInt8]
    var mandate: Mandate
    var name: String
    var expires: Timestamp
    var tries: Int
    var device: DeviceNumber?
    var person: PersonNumber?
  }

  private func find(_ selector: String) throws -> Kept? {
    try connection.first(
      """
      SELECT digest, role, area, name, expires, tries, device, person
      FROM enrolment_code WHERE selector = \(selector)
      """
    ) { row in
      Kept(
        digest: try row.blob(0), mandate: Mandate(role: try row.role(1), area: try row.area(2)),
        name: try row.text(3), expires: try row.time(4), tries: try row.int(5),
        device: row.isNull(6) ? nil : try row.device(6),
        person: row.isNull(7) ? nil : try row.person(7))
    }
  }

  /// Why what was shown is not a living code, if it is none; each wrong one counts.
  private func refusal(
    _ digest: [UInt8], _ selector: String, at time: Timestamp
  ) throws -> Problem? {
    guard let code = try find(selector) else { return .unknownCode }
    guard let problem = problem(digest, code, at: time) else { return nil }
    if problem == .unknownCode {
      try connection.run(
        "UPDATE enrolment_code SET tries = tries + 1 WHERE selector = \(selector)")
    }
    try audit(.refuseCode, selector, nil, nil, problem.rawValue, at: time)
    return problem
  }

  private func problem(_ digest: [UInt8], _ code: Kept, at time: Timestamp) -> Problem? {
    guard code.tries < Self.mostTries else { return .tooManyTries }
    guard code.digest == digest else { return .unknownCode }
    return time < code.expires ? nil : .expiredCode
  }

  private func repeated(
    _ claim: CodeClaim, _ person: PersonNumber, _ device: DeviceNumber
  ) throws -> Redemption {
    let people = People(connection: connection)
    let isTheSame =
      try people.person(person)?.sign == claim.person.sign.bytes
      && people.device(device)?.sign == claim.device.sign.bytes
    return isTheSame ? try answer(person, device) : .refused(.usedCode)
  }

  private func answer(_ number: PersonNumber, _ device: DeviceNumber) throws -> Redemption {
    guard let person = try People(connection: connection).person(number) else {
      throw SQLiteError(code: .corrupt, message: "an enrolled person is missing")
    }
    return .enrolled(person, on: device)
  }

  private func audit(
    _ action: AuditEntry.Action, _ selector: String, _ person: PersonNumber?,
    _ device: DeviceNumber?, _ result: String, at time: Timestamp
  ) throws {
    try AuditLog(connection: connection).append(
      AuditEntry(
        time: time, action: action, person: person, device: device, object: selector,
        result: result))
  }
}
