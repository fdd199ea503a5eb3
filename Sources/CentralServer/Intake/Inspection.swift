import Sealing
import SyncProtocol

/// Looks at one item as far as it can be judged without the store.
///
/// A revision is refused only for a bad signature, scope or key, never for what it says: what cannot
/// be read is stored like the rest, for it may be the only copy (reliability, decision 6).
struct Inspection {
  let centre: Centre
  let device: EnrolledDevice

  func arrival(_ item: SyncItem) throws(Problem) -> Arrival {
    switch item {
    case .revision(let revision): .revision(try arrival(revision))
    case .decision(let decision): .decision(try arrival(decision))
    case .piece(let piece): .piece(try inspected(piece))
    case .step(let step): .step(try arrival(step))
    case .unreadable(let problem): throw problem
    }
  }

  private func arrival(_ revision: Revision) throws(Problem) -> ArrivedRevision {
    let header = revision.header
    let author = try author(
      header.author, writingOn: header.device, key: header.key, signing: revision.signedBytes,
      revision.signature)
    try inspect(author, reportingFrom: header.village)
    guard let hash = revision.hash(Digest.blake2b(_:count:)) else { throw .malformedItem }
    let content = try content(of: revision)
    return ArrivedRevision(
      revision: revision, hash: hash, blind: blind(content, of: header))
  }

  private func arrival(_ item: DecisionItem) throws(Problem) -> ArrivedDecision {
    let header = item.header
    let author = try author(
      header.author, writingOn: header.device, key: header.key, signing: item.signedBytes,
      item.signature)
    guard author.mandate.role.may(.review) else { throw .notAllowed }
    // Whose laptop was lost, or who was away for longer than the certificate, judges nobody.
    guard device.revoked == nil, author.isCertified(at: centre.ambient.now()) else {
      throw .notAllowed
    }
    guard let body = centre.words(in: item.box) else { throw .malformedItem }
    guard body.suffices(for: header.decision) else { throw .missingReason }
    guard let hash = item.hash(Digest.blake2b(_:count:)) else { throw .malformedItem }
    return ArrivedDecision(item: item, hash: hash, mandate: author.mandate)
  }

  /// A step moves what others see, and a copy opens a record: so it is judged as a decision is.
  private func arrival(_ item: StepItem) throws(Problem) -> ArrivedStep {
    let header = item.header
    let author = try author(
      header.author, writingOn: header.device, key: header.key, signing: item.signedBytes,
      item.signature)
    guard author.mandate.role.may(.submit), device.revoked == nil,
      author.isCertified(at: centre.ambient.now())
    else { throw .notAllowed }
    guard let body = centre.words(in: item.box) else { throw .malformedItem }
    guard header.step != .retract || body.sufficesForRetraction else { throw .missingReason }
    guard let hash = item.hash(Digest.blake2b(_:count:)) else { throw .malformedItem }
    return ArrivedStep(item: item, hash: hash, mandate: author.mandate)
  }

  /// A piece is judged as its revision is: what is in it, whoever wants the file will see.
  private func inspected(_ piece: FilePiece) throws(Problem) -> FilePiece {
    let header = piece.header
    let author = try author(
      header.author, writingOn: header.device, key: header.key, signing: piece.signedBytes,
      piece.signature)
    try inspect(author, reportingFrom: header.village)
    guard header.isSound, piece.box.count <= FileLimits.box else { throw .malformedItem }
    return piece
  }

  /// The person who signed the bytes: one of this laptop, writing on this laptop.
  private func author(
    _ number: PersonNumber, writingOn device: DeviceNumber, key: Int, signing bytes: [UInt8],
    _ signature: [UInt8]
  ) throws(Problem) -> EnrolledPerson {
    guard device == self.device.number,
      let person = self.device.people.first(where: { $0.number == number })
    else { throw .unknownAuthor }
    guard key == CentreKeys.boxNumber else { throw .unknownKey }
    guard SigningKeys.verify(signature, of: bytes, by: person.sign) else {
      throw .badItemSignature
    }
    return person
  }

  /// Whether somebody may hand in what comes from a village.
  private func inspect(
    _ author: EnrolledPerson, reportingFrom village: AreaCode
  ) throws(Problem) {
    guard author.mandate.role.may(.submit) else { throw .notAllowed }
    guard village == author.mandate.area else { throw .outOfArea }
  }

  /// What was sealed; whoever gets a receipt for it drops the copy that can be read.
  private func content(of revision: Revision) throws(Problem) -> [UInt8] {
    do throws(SealingError) {
      return try centre.keys.box.open(revision.box)
    } catch {
      centre.log.write(.error, "another key", ["record": revision.header.id.description])
      throw .unknownKey
    }
  }

  private func blind(_ content: [UInt8], of header: RevisionHeader) -> [UInt8]? {
    guard let xml = SealedSubmission.unfolded(content) else {
      centre.log.write(.error, "unreadable", ["record": header.id.description])
      return nil
    }
    let names = centre.forms?.names(of: .nationalID, in: header.formID) ?? []
    return SubmissionGlance(xml, numbers: names.isEmpty ? SubmissionGlance.usualNumbers : names)
      .nationalID.map { centre.blind($0, form: header.formID) }
  }
}
