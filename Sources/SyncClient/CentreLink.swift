import OfflineStore
import Sealing
import SyncProtocol

/// Which laptop belongs to which centre: what it takes to sign, by whatever road.
struct Membership: Sendable {
  let device: DeviceNumber
  let keys: SigningKeys
  let centre: CentreIdentity

  /// Proves that these bytes are this laptop's, for one path and never again.
  func proof(
    of hash: [UInt8], for path: String, now: Timestamp, nonce: [UInt8]
  ) -> RequestSignature {
    let nonce = Hex.text(nonce)
    return RequestSignature(
      device: device, nonce: nonce, time: now,
      signature: keys.sign(
        RequestSignature.signedBytes(
          path: path, device: device, nonce: nonce, time: now, bodyHash: hash)))
  }
}

/// A laptop, its centre, and where on the network that is.
struct CentreLink: Sendable {
  let member: Membership
  let address: ServerAddress

  /// A request with its batch's hash, which the answer must name.
  struct Signed: Sendable {
    var request: HTTPRequest
    var batch: String
  }

  /// Signs the body, which is compressed already: the signature is over the bytes that travel.
  func signed(
    _ body: [UInt8], path: String = WirePath.sync, type: String = WireType.frames,
    encoding: String? = "zstd", now: Timestamp, nonce: [UInt8]
  ) -> Signed {
    let hash = Digest.blake2b(body, count: 32)
    let proof = member.proof(of: hash, for: path, now: now, nonce: nonce)
    var headers = proof.headers.map { HTTPRequest.Header($0.name, $0.value) }
    headers.append(.init("Content-Type", type))
    if let encoding { headers.append(.init("Content-Encoding", encoding)) }
    let request = HTTPRequest(
      url: address.description + path, headers: headers, body: body,
      answerLimit: FrameLimits().total)
    return Signed(request: request, batch: Hex.text(hash))
  }
}
