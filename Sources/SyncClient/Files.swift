import Compression
public import OfflineStore
import Sealing
public import SyncProtocol

/// What an officer asks of the files of a record: which there are, and one of them.
extension SyncEngine {
  /// Asks the centre which files a record has.
  public func files(
    of record: RecordID, for keyring: Keyring
  ) async throws(SyncFailure) -> [RecordFile] {
    let link = try await link()
    let request = try await asked(record, for: keyring, over: link)
    return try await answer(FilesReply.self, to: request.request).get().files
  }

  /// Fetches a file to a path where nothing is yet, in parts; what came of an earlier try stays.
  ///
  /// What has come lies beside the path until it is whole and shown to be what its author had.
  ///
  /// - Parameter progress: Told after each part how many bytes are here.
  public func fetch(
    _ file: RecordFile, of record: RecordID, to path: String, for keyring: Keyring,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(SyncFailure) {
    let link = try await link()
    let growing = try GrowingFile(path: path, file: file)
    var sizing = BatchSizing()
    var breaks = 0
    while growing.content.count < file.size || growing.mark == nil {
      guard !Task.isCancelled else { throw .link(.cancelled) }
      do throws(SyncFailure) {
        let (mark, bytes) = try await part(
          of: file, record, from: growing.pieces, bytes: sizing.bytes, for: keyring, over: link)
        try growing.take(bytes, mark)
        breaks = 0
        sizing.succeeded()
        progress(growing.content.count)
      } catch {
        breaks += 1
        guard error.isBreak, breaks < DeviceCore.mostBreaks else { throw error }
        sizing.broke()
      }
    }
    try growing.finish()
  }

  private func part(
    of file: RecordFile, _ record: RecordID, from: Int, bytes: Int, for keyring: Keyring,
    over link: CentreLink
  ) async throws(SyncFailure) -> (mark: [UInt8], ArraySlice<UInt8>) {
    let most = max(1, bytes / FileLimits.piece)
    let request = try await asked(record, file.file, from, most, for: keyring, over: link)
    let response: HTTPResponse
    do throws(LinkFailure) {
      response = try await transport.send(request.request) { _, _ in }
    } catch {
      throw .link(error)
    }
    if let report = response.problemReport { throw .refused(report.problem) }
    guard response.status == 200, response.hasType(WireType.frames),
      let part = FilePart(reading: response.body)
    else { throw .notACentre(status: response.status) }
    guard
      SigningKeys.verify(part.signature, of: part.signedBytes, by: link.member.centre.sign)
    else { throw .wrongCentre }
    guard part.nonce == request.nonce, part.from == from, let sealed = keyring.opened(part.box),
      // What does not unfold was not sealed by the centre.
      let bytes = try? Zstandard.decompress(sealed, limit: FrameLimits().total),
      bytes.count >= FileLimits.mark
    else { throw .garbled }
    return (Array(bytes.prefix(FileLimits.mark)), bytes.dropFirst(FileLimits.mark))
  }

  private func asked(
    _ record: RecordID, _ file: FileID? = nil, _ from: Int = 0, _ most: Int = 0,
    for keyring: Keyring, over link: CentreLink
  ) async throws(SyncFailure) -> (request: HTTPRequest, nonce: String) {
    let person = try await stored { store throws(StoreError) in
      try await store.people().first { $0.id == keyring.person }?.enrolment?.number
    }
    guard let person else { throw .notEnrolled }
    let nonce = ambient.random(16)
    var asked = FilesRequest(
      person: person, record: record, file: file, from: from, most: most, nonce: Hex.text(nonce))
    asked.signature = Base64Bytes(keyring.sign(asked.signedBytes))
    let signed = link.signed(
      WireJSON.encode(asked), path: WirePath.files, type: WireType.json, encoding: nil,
      now: ambient.now(), nonce: nonce)
    return (signed.request, Hex.text(nonce))
  }
}

extension SyncFailure {
  /// Whether the link broke on the way, and the same request may go through now.
  fileprivate var isBreak: Bool {
    switch self {
    case .link(.cutOff), .link(.timedOut): true
    default: false
    }
  }
}
