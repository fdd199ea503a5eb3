import OfflineStore
import Sealing
import SyncProtocol

/// Which laptop speaks to which centre: what it takes to address and sign a request.
struct CentreLink: Sendable {
  let device: DeviceNumber
  let keys: SigningKeys
  let centre: CentreIdentity
  let address: ServerAddress

  /// A request with its batch's hash, which the answer must name.
  struct Signed: Sendable {
    var request: HTTPRequest
    var batch: String
  }

  /// Signs the body, which is compressed already: the signature is over the bytes that travel.
  func signed(_ body: [UInt8], now: Timestamp, nonce: [UInt8]) -> Signed {
    let hash = Digest.blake2b(body, count: 32)
    let nonce = Hex.text(nonce)
    let signature = RequestSignature(
      device: device, nonce: nonce, time: now,
      signature: keys.sign(
        RequestSignature.signedBytes(device: device, nonce: nonce, time: now, bodyHash: hash)))
    var headers = signature.headers.map { HTTPRequest.Header($0.name, $0.value) }
    headers += [.init("Content-Type", WireType.frames), .init("Content-Encoding", "zstd")]
    let request = HTTPRequest(
      url: address.description + WirePath.sync, headers: headers, body: body,
      answerLimit: FrameLimits().total)
    return Signed(request: request, batch: Hex.text(hash))
  }
}
