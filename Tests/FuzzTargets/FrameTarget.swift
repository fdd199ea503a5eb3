import SyncProtocol

/// Cuts bytes into frames and reads them as the centre does and as the laptop does.
func readFrames(_ bytes: [UInt8]) throws(BrokenPromise) {
  // Which error it is does not matter here.
  guard let frames = try? FrameReader.frames(in: bytes) else { return }
  try promise(frames.flatMap(\.bytes) == bytes, "frames are the bytes that they were read from")
  if let request = try? SyncRequest(reading: bytes) {  // The same.
    let items = request.items.filter { $0.frame != nil }
    let written = SyncRequest.bytes(request.hello, items: items.compactMap(\.frame))
    // The same.
    let again = try? SyncRequest(reading: written)
    try promise(
      again?.hello == request.hello && again?.items == items,
      "a request that was read and written reads the same")
    for case .piece(let piece) in items where piece.header.isSound {
      try promise(
        (0...FileLimits.piece).contains(piece.header.length), "a piece is not larger than one")
      try promise(!piece.header.name.contains("/"), "no name leaves its folder")
    }
  }
  if let part = FilePart(reading: bytes) {
    try promise(
      FilePart(reading: part.bytes) == part, "a part that was read and written reads the same")
  }
  if let response = try? SyncResponse(reading: bytes) {  // The same.
    // The same.
    let again = try? SyncResponse(reading: response.bytes)
    try promise(again == response, "a response that was read and written reads the same")
  }
}
