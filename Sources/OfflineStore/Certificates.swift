import SQLiteKit
import Sealing
public import SyncProtocol

extension SurveyStore {
  /// Returns the certificates that are here, in short, for the centre to tell which are due.
  public func certificateMarks() throws(StoreError) -> [String: Certificate.Mark] {
    try perform { connection in
      let marks = try connection.rows("SELECT person, json FROM certificate") { row in
        try Self.certificate(row.text(1)).map { ("\($0.person.value)", $0.mark(Digest.blake2b)) }
      }
      return Dictionary(marks.compactMap(\.self)) { _, last in last }
    }
  }

  /// Returns what the centre last certified of a person, or nil before it did.
  public func certificate(of person: Int64) throws(StoreError) -> Certificate? {
    try perform { connection in try Self.certificate(of: person, connection) }
  }

  static func certificate(of person: Int64, _ connection: Connection) throws -> Certificate? {
    try connection.first("SELECT json FROM certificate WHERE person = \(person)") {
      try certificate($0.text(0))
    } ?? nil
  }

  /// Nil for what does not open any more: the next sync brings another one.
  private static func certificate(_ json: String) -> Certificate? {
    WireJSON.decode(Certificate.self, from: Array(json.utf8))
  }

  /// Keeps a certificate that this laptop's centre has signed, and passes over any other.
  static func keep(_ certificate: Certificate, _ connection: Connection) throws {
    guard let centre = try centre(connection),
      try device(connection).number == certificate.device,
      SigningKeys.verify(
        certificate.signature?.bytes ?? [], of: certificate.signedBytes, by: centre.sign)
    else { return }
    let owner = try connection.first(
      "SELECT id FROM person WHERE number = \(certificate.person.value)"
    ) { Int64(try $0.int(0)) }
    guard let owner else { return }
    let json = String(decoding: WireJSON.encode(certificate), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO certificate (person, json) VALUES (\(owner), \(json))
      ON CONFLICT (person) DO UPDATE SET json = excluded.json
      """)
    try connection.run(
      """
      UPDATE person SET role = \(certificate.role.rawValue),
        area = \(certificate.area.description)
      WHERE id = \(owner)
      """)
  }

  /// Refuses what only a certificate allows, once it has run out.
  ///
  /// Filling in and finishing are never refused: they are the person's own work, and the centre
  /// judges it. What an expired certificate takes away is reading and judging what others wrote.
  func requireValidCertificate(_ keyring: Keyring, _ connection: Connection) throws {
    guard let certificate = try Self.certificate(of: keyring.person, connection) else { return }
    guard ambient.now() < certificate.expires else { throw StoreError.certificateExpired }
  }
}
