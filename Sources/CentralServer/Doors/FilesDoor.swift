import Compression
import Sealing
import SyncProtocol

/// `POST /v1/files`: tells an officer which files a record of his area has, and gives him parts of one.
struct FilesDoor: Sendable {
  static let bodyLimit = 16 << 10
  /// The most pieces in one answer.
  private static let mostPieces = 80

  let centre: Centre
  let admission: Admission

  func response(to request: Request) throws -> Response {
    let admitted: AskedQuestion<FilesRequest> = try admission.question(in: request) { role in
      role.may(.readRecords)
    }
    let (asked, officer) = (admitted.question, admitted.officer)
    guard let village = try centre.storage.village(of: asked.record) else {
      throw Problem.unknownRecord
    }
    guard officer.mandate.allows(.readRecords, at: village) else { throw Problem.outOfArea }
    let files = try centre.files(of: asked.record)
    guard let wanted = asked.file else {
      return .json(200, WireJSON.encode(FilesReply(files: files.map(\.entry))))
    }
    guard let file = files.first(where: { $0.file == wanted }), file.isWhole else {
      throw Problem.notFound
    }
    let part = try part(of: file, asked, for: officer)
    if asked.from == 0 {
      try centre.storage.noteFetch(
        of: file, by: officer.number, on: admitted.device, at: centre.ambient.now())
    }
    return Response(200, type: WireType.frames, part.bytes)
  }

  private func part(
    of file: StoredFile, _ asked: FilesRequest, for officer: EnrolledPerson
  ) throws -> FilePart {
    guard (0..<file.count).contains(asked.from) else { throw Problem.malformedRequest }
    let most = min(max(asked.most, 1), Self.mostPieces)
    let numbers = asked.from..<min(asked.from + most, file.count)
    guard let (header, boxes) = try centre.storage.pieces(ofFile: file.id, in: numbers) else {
      throw Problem.notFound
    }
    let (mark, bytes) = try AssembledFile.part(header, boxes, of: numbers, opening: centre.keys.box)
    let box = try BoxKeys.seal(Zstandard.compress(mark + bytes), to: officer.box)
    var part = FilePart(nonce: asked.nonce, from: asked.from, box: box)
    part.signature = centre.keys.sign.sign(part.signedBytes)
    return part
  }
}
