import Compression
import Sealing
import SyncProtocol

/// Lets in the requests of laptops that the centre knows.
struct Admission: Sendable {
  let centre: Centre
  private let nonces = NonceCache()
  private let throttle = Throttle()

  init(to centre: Centre) { self.centre = centre }

  /// The laptop that signed the request, every byte of it, and never before.
  func device(of request: Request) throws -> EnrolledDevice {
    guard let proof = RequestSignature(header: { request.headers[$0] }) else {
      throw Problem.malformedRequest
    }
    // By laptop and address: a village behind the same address as a stranger is kept from nothing.
    let device = try throttle.watch(
      "\(proof.device.value)/\(request.origin)", wrong: [.unknownDevice, .badRequestSignature],
      at: centre.ambient.now()
    ) { try signer(of: request, with: proof) }
    guard nonces.isNew(proof.nonce, of: proof.device, at: centre.ambient.now()) else {
      throw Problem.replayedRequest
    }
    return device
  }

  private func signer(
    of request: Request, with proof: RequestSignature
  ) throws -> EnrolledDevice {
    guard let device = try centre.storage.device(proof.device) else {
      throw Problem.unknownDevice
    }
    let signed = RequestSignature.signedBytes(
      method: request.method, path: request.path, device: proof.device, nonce: proof.nonce,
      time: proof.time, bodyHash: Digest.blake2b(request.body, count: 32))
    guard SigningKeys.verify(proof.signature, of: signed, by: device.sign) else {
      throw Problem.badRequestSignature
    }
    return device
  }

  /// What the laptop says, once it is known which laptop that is.
  func content(of request: Request, from device: EnrolledDevice) throws(Problem) -> SyncRequest {
    guard request.mediaType == WireType.frames, request.headers["Content-Encoding"] == "zstd"
    else { throw .malformedRequest }
    return try content(ofBody: request.body, from: device)
  }

  /// What compressed frames say, by whichever road they came.
  func content(
    ofBody body: [UInt8], from device: EnrolledDevice
  ) throws(Problem) -> SyncRequest {
    let sync: SyncRequest
    do {
      let bytes = try Zstandard.decompress(body, limit: FrameLimits().total)
      sync = try SyncRequest(reading: bytes)
    } catch ZstandardError.tooLarge, FrameError.tooLong, FrameError.tooManyItems {
      throw .requestTooLarge
    } catch {
      throw .malformedRequest
    }
    guard sync.hello.version == SyncHello.currentVersion else { throw .unsupportedVersion }
    guard sync.hello.device == device.number else { throw .badRequestSignature }
    return sync
  }
}
