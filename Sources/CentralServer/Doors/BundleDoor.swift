import Compression
import Sealing
import SyncProtocol

/// Takes in a bundle from a stick, and makes the answer that goes back on it.
///
/// It is the sync door without a network: the laptop signed the bytes, and for another road than the
/// network's, so neither can be played on the other. A bundle that comes again is answered again:
/// what is stored stays stored once.
struct BundleDoor {
  let centre: Centre

  func answer(to bytes: [UInt8]) throws -> (file: BundleFile, reply: SyncReply) {
    guard let file = BundleFile(reading: bytes), file.direction == .toCentre,
      let proof = file.proof
    else { throw Problem.malformedRequest }
    guard let device = try centre.storage.device(proof.device) else { throw Problem.unknownDevice }
    let batch = Digest.blake2b(file.body, count: 32)
    let signed = RequestSignature.signedBytes(
      path: WirePath.bundle, device: proof.device, nonce: proof.nonce, time: proof.time,
      bodyHash: batch)
    guard SigningKeys.verify(proof.signature, of: signed, by: device.sign) else {
      throw Problem.badRequestSignature
    }
    let door = SyncDoor(to: centre)
    let sync = try door.admission.content(ofBody: file.body, from: device)
    let answer = try door.answer(to: sync, from: device, batch: Hex.text(batch))
    try centre.storage.keep(bundle: bytes, of: device.number)
    let back = BundleFile(.toLaptop, body: try Zstandard.compress(answer.bytes))
    return (back, answer.reply)
  }
}
