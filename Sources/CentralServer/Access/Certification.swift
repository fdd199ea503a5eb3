import Sealing
import SyncProtocol

/// The certificates of a laptop's people, and the order that a lost one gets.
extension Centre {
  /// A new certificate for a person, signed, from now on.
  func certificate(
    for person: EnrolledPerson, on device: DeviceNumber, at now: Timestamp
  ) throws -> Certificate {
    var certificate = Certificate(
      person: person.number, device: device, role: person.mandate.role, area: person.mandate.area,
      sign: person.sign,
      recovery: try storage.officers(of: person.mandate.area, except: person.number),
      expires: Timestamp(milliseconds: now.milliseconds + Certificate.lifetime))
    certificate.signature = Base64Bytes(keys.sign.sign(certificate.signedBytes))
    return certificate
  }

  /// The certificates that are due on a laptop: what they say has changed, or they are a month old.
  ///
  /// One that has run out is not renewed: who was away for so long enrols again.
  func dueCertificates(
    on device: EnrolledDevice, known: [String: Certificate.Mark], at now: Timestamp
  ) throws -> [Certificate] {
    try device.people.filter { $0.isCertified(at: now) }.compactMap { person in
      let new = try certificate(for: person, on: device.number, at: now)
      guard let mark = known["\(person.number.value)"],
        mark.what == new.mark(Digest.blake2b).what,
        mark.expires.milliseconds > new.expires.milliseconds - Certificate.renewal
      else { return new }
      return nil
    }
  }

  /// What a revoked laptop is told.
  func revocationOrder(for device: DeviceNumber, since time: Timestamp) -> RevocationOrder {
    var order = RevocationOrder(device: device, time: time)
    order.signature = Base64Bytes(keys.sign.sign(order.signedBytes))
    return order
  }
}
