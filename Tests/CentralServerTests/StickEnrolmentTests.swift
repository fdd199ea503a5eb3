import Sealing
import SyncProtocol
import Testing

@testable import CentralServer

/// Enrolment by files, with the rules of the one-time code.
struct StickEnrolmentTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  /// The file that a laptop writes with a code.
  private func file(
    _ code: String, _ laptop: Laptop, _ person: Laptop.Neighbour = Laptop.Neighbour()
  ) throws -> EnrolmentFile {
    let asked = try laptop.enrolment(code, person).body
    let selector = try #require(EnrolmentCode(code)).selector
    let context = EnrolmentFile.context(.toCentre, selector: selector)
    return EnrolmentFile(
      .toCentre, selector: selector,
      sealed: SealedValue.seal(asked, with: try key(code), for: context))
  }

  private func key(_ code: String) throws -> SecretBytes {
    try CodeKey.derive(
      code, selector: try #require(EnrolmentCode(code)).selector, cost: PassphraseCost.test)
  }

  private func answer(_ file: EnrolmentFile) -> ControlReply {
    test.centre.answer(.bundle(Base64Bytes(file.bytes)))
  }

  @Test func `a file with a code is answered, and only the code opens the answer`() throws {
    let code = try test.code()
    guard
      case .enrolled(let bytes, "นายสมชาย ใจดี", let area) = answer(
        try file(code, Laptop(test)))
    else {
      Issue.record("not enrolled")
      return
    }
    #expect(area.description == "47120601")
    let back = try #require(EnrolmentFile(reading: bytes.bytes))
    let context = EnrolmentFile.context(.toLaptop, selector: back.selector)
    let json = try SealedValue.open(back.sealed, with: try key(code), for: context)
    let reply = try #require(WireJSON.decode(EnrolmentReply.self, from: json))
    #expect(reply.centre.sign.bytes == test.centre.keys.sign.publicKey)
    #expect(reply.certificate != nil)
    let other = try test.code()
    #expect(throws: SealingError.cannotOpen) {
      try SealedValue.open(back.sealed, with: try key(other), for: context)
    }
  }

  @Test func `the same file is answered alike, and another laptop's is refused`() throws {
    let code = try test.code()
    let request = try file(code, Laptop(test))
    for _ in 0..<2 {
      guard case .enrolled = answer(request) else {
        Issue.record("not enrolled")
        return
      }
    }
    #expect(answer(try file(code, Laptop(test))) == .refused(.usedCode))
    #expect(try test.centre.storage.device(DeviceNumber(2)) == nil)
  }

  @Test func `five files that the code's key does not open void it`() throws {
    let code = try test.code()
    var request = try file(code, Laptop(test))
    request.sealed[request.sealed.count - 1] ^= 1
    for _ in 0..<5 { #expect(answer(request) == .refused(.unknownCode)) }
    #expect(answer(try file(code, Laptop(test))) == .refused(.tooManyTries))
  }

  @Test func `a file is taken for 72 hours`() throws {
    let request = try file(try test.code(), Laptop(test))
    test.clock.advance(hours: 72)
    #expect(answer(request) == .refused(.expiredCode))
  }

  @Test func `an answer, and a code that was never given, are refused`() throws {
    let code = try test.code()
    var request = try file(code, Laptop(test))
    request.direction = .toLaptop
    #expect(answer(request) == .refused(.malformedRequest))
    let stranger = EnrolmentCode(test.clock.ambient).description
    #expect(answer(try file(stranger, Laptop(test))) == .refused(.unknownCode))
  }
}
