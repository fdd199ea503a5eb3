import Sealing
import SyncProtocol

/// What a person asks and signs, in a request that the laptop signs.
protocol SignedQuestion: Decodable {
  var person: PersonNumber { get }
  /// The number that the request itself is signed with, so that neither can be taken for another.
  var nonce: String { get }
  var signature: Base64Bytes? { get }
  var signedBytes: [UInt8] { get }
}

extension LaptopsRequest: SignedQuestion {}
extension FilesRequest: SignedQuestion {}

/// A question, with who asked it on which laptop.
struct AskedQuestion<Question: SignedQuestion> {
  var question: Question
  var officer: EnrolledPerson
  var device: DeviceNumber
}

extension Admission {
  /// Lets in a question of somebody whose role may ask it, and whose certificate holds.
  func question<Question>(
    in request: Request, where mayAsk: (Role) -> Bool
  ) throws -> AskedQuestion<Question> {
    let device = try device(of: request)
    guard request.mediaType == WireType.json,
      let asked = WireJSON.decode(Question.self, from: request.body),
      asked.nonce == request.headers[RequestSignature.nonceHeader]
    else { throw Problem.malformedRequest }
    guard device.revoked == nil else { throw Problem.revokedDevice }
    guard let person = device.people.first(where: { $0.number == asked.person }) else {
      throw Problem.unknownAuthor
    }
    guard
      SigningKeys.verify(asked.signature?.bytes ?? [], of: asked.signedBytes, by: person.sign)
    else { throw Problem.badItemSignature }
    guard mayAsk(person.mandate.role), person.isCertified(at: centre.ambient.now()) else {
      throw Problem.notAllowed
    }
    return AskedQuestion(question: asked, officer: person, device: device.number)
  }
}
