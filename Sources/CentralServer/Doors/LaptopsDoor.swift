import SyncProtocol

/// `POST /v1/laptops`: tells an officer which laptops there are, and revokes one that was lost.
struct LaptopsDoor: Sendable {
  static let bodyLimit = 16 << 10

  let centre: Centre
  let admission: Admission

  func response(to request: Request) throws -> Response {
    let asked: AskedQuestion<LaptopsRequest> = try admission.question(in: request) { role in
      role.may(.enrolVillage) || role.may(.enrolDistrict)
    }
    if let number = asked.question.revoke { try revoke(number, by: asked.officer) }
    let laptops = try centre.storage.laptops(in: asked.officer.mandate.area)
    return .json(200, WireJSON.encode(LaptopsReply(laptops: laptops.map(Self.entry))))
  }

  /// Everybody on the laptop must be of this officer's area; of an officer's laptop it is one voice.
  private func revoke(_ number: DeviceNumber, by officer: EnrolledPerson) throws {
    guard let target = try centre.storage.device(number) else { throw Problem.unknownDevice }
    guard target.people.allSatisfy({ officer.mandate.area.covers($0.mandate.area) }) else {
      throw Problem.notAllowed
    }
    let voice = RevocationVoice(
      person: officer.number, isHigh: officer.mandate.role.may(.enrolDistrict))
    try centre.storage.revoke(number, asked: voice, at: centre.ambient.now())
  }

  static func entry(_ device: EnrolledDevice) -> LaptopsReply.Laptop {
    LaptopsReply.Laptop(
      number: device.number,
      people: device.people.map {
        .init(name: $0.name, role: $0.mandate.role, area: $0.mandate.area, expires: $0.expires)
      },
      enrolled: device.enrolled, seen: device.seen, revoked: device.revoked,
      asked: device.asked.isEmpty ? nil : device.asked)
  }
}
