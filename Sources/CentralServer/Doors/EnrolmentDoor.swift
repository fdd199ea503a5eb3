import Sealing
import SyncProtocol

/// `POST /v1/enrol`, and the same from a stick: takes up a person and a laptop with a one-time code.
struct EnrolmentDoor: Sendable {
  static let bodyLimit = 16 << 10

  let centre: Centre
  private let throttle = Throttle()

  init(centre: Centre) { self.centre = centre }

  func response(to request: Request) throws -> Response {
    guard request.mediaType == WireType.json,
      let asked = WireJSON.decode(EnrolmentRequest.self, from: request.body)
    else { throw Problem.malformedRequest }
    let answer = try throttle.watch(
      request.origin, wrong: [.unknownCode], at: centre.ambient.now()
    ) { try reply(to: asked) }
    return .json(200, WireJSON.encode(answer))
  }

  /// Answers a file that the code's key opens; any other counts as a wrong try.
  func answer(to file: EnrolmentFile) throws -> (file: EnrolmentFile, reply: EnrolmentReply) {
    guard file.direction == .toCentre else { throw Problem.malformedRequest }
    guard let sealed = try centre.storage.codeKey(file.selector) else { throw Problem.unknownCode }
    let key = SecretBytes(copying: try centre.keys.box.open(sealed))
    func context(_ direction: EnrolmentFile.Direction) -> String {
      EnrolmentFile.context(direction, selector: file.selector)
    }
    // Whatever else is wrong with it, it was not made with this code.
    guard let json = try? SealedValue.open(file.sealed, with: key, for: context(.toCentre)) else {
      throw try centre.storage.miss(file.selector, at: centre.ambient.now())
    }
    guard let asked = WireJSON.decode(EnrolmentRequest.self, from: json) else {
      throw Problem.malformedRequest
    }
    let reply = try reply(to: asked)
    let answer = SealedValue.seal(WireJSON.encode(reply), with: key, for: context(.toLaptop))
    return (EnrolmentFile(.toLaptop, selector: file.selector, sealed: answer), reply)
  }

  private func reply(to asked: EnrolmentRequest) throws -> EnrolmentReply {
    guard Self.areUsable(asked) else { throw Problem.malformedRequest }
    guard let code = EnrolmentCode(asked.code) else { throw Problem.unknownCode }
    let claim = CodeClaim(
      selector: code.selector, digest: centre.digest(of: code), device: asked.device,
      person: asked.person)
    switch try centre.storage.redeem(claim, at: centre.ambient.now()) {
    case .refused(let problem): throw problem
    case .enrolled(let person, let device):
      let now = centre.ambient.now()
      let certificate = try centre.certificate(for: person, on: device, at: now)
      try centre.storage.saw(device, certified: [(person.number, certificate.expires)], at: now)
      return reply(person, device, certificate)
    }
  }

  /// A key that nothing can be sealed to would be noticed only when a record must come back.
  private static func areUsable(_ asked: EnrolmentRequest) -> Bool {
    // What is wrong with such a key is of no use to anybody.
    let box = try? BoxKeys.seal([], to: asked.person.box.bytes)
    return box != nil && asked.device.sign.bytes.count == 32 && asked.person.sign.bytes.count == 32
  }

  private func reply(
    _ person: EnrolledPerson, _ device: DeviceNumber, _ certificate: Certificate
  ) -> EnrolmentReply {
    EnrolmentReply(
      device: device, person: person.number, name: person.name, role: person.mandate.role,
      area: person.mandate.area, epoch: centre.storage.epoch,
      centre: EnrolmentReply.Centre(
        key: CentreKeys.boxNumber, box: centre.keys.box.publicKey,
        sign: centre.keys.sign.publicKey),
      title: centre.title, certificate: certificate)
  }
}
