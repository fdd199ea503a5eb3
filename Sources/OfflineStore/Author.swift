import Compression
import SQLiteKit
import Sealing
import SyncProtocol

/// An enrolled person about to hand something in: keys, numbers, and whom it is for.
struct Author {
  var keyring: Keyring
  var enrolment: Enrolment
  var device: DeviceNumber
  var village: AreaCode
  var centre: CentreIdentity

  /// The person of these keys, or nil as long as no centre has enrolled them.
  static func find(_ keyring: Keyring, _ connection: Connection) throws -> Author? {
    guard
      let centre = try SurveyStore.centre(connection),
      let device = try SurveyStore.device(connection).number,
      let enrolment = try enrolment(of: keyring, centre, connection)
    else { return nil }
    let profile = try SurveyStore.profile(for: keyring, connection)
    // A kamnan's area is a subdistrict: which village a record is from, only the profile says.
    let village = enrolment.area.isVillage ? enrolment.area : profile.village ?? enrolment.area
    return Author(
      keyring: keyring, enrolment: enrolment, device: device, village: village, centre: centre)
  }

  private static func enrolment(
    of keyring: Keyring, _ centre: CentreIdentity, _ connection: Connection
  ) throws -> Enrolment? {
    try connection.first(
      "SELECT number, role, area FROM person WHERE id = \(keyring.person)"
    ) {
      try SurveyStore.enrolment(
        number: $0.optionalInt(0), role: $0.optionalText(1), area: $0.optionalText(2),
        centre.title)
    } ?? nil
  }

  func header(
    of id: RecordID, parents: [RevisionHash], form: FormHash, formID: String,
    formVersion: String, finished: Timestamp
  ) -> RevisionHeader {
    RevisionHeader(
      id: id, parents: parents, form: form, formID: formID, formVersion: formVersion,
      author: enrolment.number, device: device, village: village, finished: finished,
      key: centre.key)
  }

  /// Seals a submission to the centre and signs it; done once, for a box never comes out the same.
  func seal(_ submission: [UInt8], _ header: RevisionHeader) throws -> Revision {
    let box = try sealed(submission)
    let signature = keyring.signing.sign(Revision.signedBytes(header, box: box))
    return Revision(header: header, box: box, signature: signature)
  }

  /// Seals the words of a decision to the centre and signs it.
  func seal(_ body: DecisionBody, _ header: DecisionHeader) throws -> DecisionItem {
    let box = try sealed(WireJSON.encode(body))
    let signature = keyring.signing.sign(DecisionItem.signedBytes(header, box: box))
    return DecisionItem(header: header, box: box, signature: signature)
  }

  /// Seals the words of a step to the centre and signs it.
  func seal(
    _ body: DecisionBody, _ step: Step, on id: RecordID, _ revision: RevisionHash,
    at now: Timestamp
  ) throws -> StepItem {
    let header = StepHeader(
      record: id, revision: revision, step: step, author: enrolment.number, device: device,
      taken: now, key: centre.key)
    let box = try sealed(WireJSON.encode(body))
    let signature = keyring.signing.sign(StepItem.signedBytes(header, box: box))
    return StepItem(header: header, box: box, signature: signature)
  }

  /// Cuts a file into pieces, each sealed to the centre and signed, and hands them over one by one.
  func cut(
    _ content: [UInt8], named name: String, of id: RecordID, first revision: RevisionHash,
    as file: FileID, _ take: (FilePiece) throws -> Void
  ) throws {
    var header = PieceHeader(
      record: id, revision: revision, author: enrolment.number, device: device, village: village,
      file: file, name: name, number: 0, count: FileLimits.count(of: content.count),
      size: content.count, key: centre.key)
    let mark = header.mark(of: Digest.blake2b(content, count: 32), Digest.blake2b)
    for number in 0..<header.count {
      header.number = number
      let start = number * FileLimits.piece
      let box = try sealed(mark + content[start..<start + header.length])
      let signature = keyring.signing.sign(FilePiece.signedBytes(header, box: box))
      try take(FilePiece(header: header, box: box, signature: signature))
    }
  }

  private func sealed(_ bytes: [UInt8]) throws -> [UInt8] {
    let compressed = try Zstandard.compress(bytes)
    do {
      return try BoxKeys.seal(compressed, to: centre.box)
    } catch {
      throw StoreError.unusableCentreKey
    }
  }
}
