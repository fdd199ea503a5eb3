public import OfflineStore
public import SyncProtocol

extension SyncEngine {
  /// Exchanges a one-time code for a place at the centre, and keeps what the centre answered.
  ///
  /// The person's secret keys stay here. A link that broke after the centre had used the code is
  /// told as the break that it was; the district then gives another code.
  public func enrol(
    _ code: EnrolmentCode, name: String, at server: ServerAddress, for keyring: Keyring
  ) async throws(SyncFailure) -> EnrolmentReply {
    let asked = try await request(code, name, keyring)
    let reply = try await ask(
      EnrolmentReply.self, server, WirePath.enrol, body: WireJSON.encode(asked)
    ).get()
    try await stored { store throws(StoreError) in
      try await store.enrolled(reply, url: server.description, for: keyring)
    }
    return reply
  }

  /// Asks whether a centre is there, and what it calls itself.
  public func hello(at server: ServerAddress) async throws(SyncFailure) -> CentreHello {
    try await ask(CentreHello.self, server, WirePath.hello, body: nil).get()
  }

  func request(
    _ code: EnrolmentCode, _ name: String, _ keyring: Keyring
  ) async throws(SyncFailure) -> EnrolmentRequest {
    let device = try await stored { store throws(StoreError) in try await store.device() }
    return EnrolmentRequest(
      code: code, device: .init(number: device.number, sign: device.keys.publicKey),
      person: .init(name: name, sign: keyring.signingKey, box: keyring.boxKey))
  }

  func stored<Value: Sendable>(
    _ step: (SurveyStore) async throws(StoreError) -> Value
  ) async throws(SyncFailure) -> Value {
    do throws(StoreError) {
      return try await step(store)
    } catch {
      throw .store(error)
    }
  }

  private func ask<Answer: Decodable>(
    _ type: Answer.Type, _ server: ServerAddress, _ path: String, body: [UInt8]?
  ) async -> Result<Answer, SyncFailure> {
    await answer(
      type,
      to: HTTPRequest(
        url: server.description + path, headers: [.init("Content-Type", WireType.json)],
        body: body, answerLimit: 64 * 1024))
  }

  /// Sends a request and reads the JSON that comes back.
  func answer<Answer: Decodable>(
    _ type: Answer.Type, to request: HTTPRequest
  ) async -> Result<Answer, SyncFailure> {
    do throws(LinkFailure) {
      let response = try await transport.send(request) { _, _ in }
      if let report = response.problemReport { return .failure(.refused(report.problem)) }
      guard response.status == 200, response.hasType(WireType.json),
        let answer = WireJSON.decode(type, from: response.body)
      else { return .failure(.notACentre(status: response.status)) }
      return .success(answer)
    } catch {
      return .failure(.link(error))
    }
  }
}
