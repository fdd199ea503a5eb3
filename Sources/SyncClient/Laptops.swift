public import OfflineStore
public import SyncProtocol

extension SyncEngine {
  /// Asks the centre which laptops the officer's area has, and revokes one of them before it answers.
  ///
  /// Needs the link: a list from yesterday would not say which laptop was seen today.
  public func laptops(
    revoking number: DeviceNumber? = nil, for keyring: Keyring
  ) async throws(SyncFailure) -> [LaptopsReply.Laptop] {
    let link = try await link()
    let person = try await stored { store throws(StoreError) in
      try await store.people().first { $0.id == keyring.person }?.enrolment?.number
    }
    guard let person else { throw .notEnrolled }
    let nonce = ambient.random(16)
    var asked = LaptopsRequest(person: person, revoke: number, nonce: Hex.text(nonce))
    asked.signature = Base64Bytes(keyring.sign(asked.signedBytes))
    let request = link.signed(
      WireJSON.encode(asked), path: WirePath.laptops, type: WireType.json, encoding: nil,
      now: ambient.now(), nonce: nonce)
    return try await answer(LaptopsReply.self, to: request.request).get().laptops
  }
}
