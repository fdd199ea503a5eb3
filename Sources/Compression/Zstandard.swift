import CZstd

/// What can be wrong with compressed bytes.
public enum ZstandardError: Error, Equatable, Sendable {
  /// The content is longer than the caller is ready to hold.
  case tooLarge
  /// The bytes end before the content does.
  case truncated
  /// The bytes are not one zstd frame, or need more memory than we give to a stranger's.
  case damaged
  /// The library has no memory left.
  case noMemory
}

/// Compression by zstd (RFC 8878), one frame at a time.
public enum Zstandard {
  // A reader keeps as much memory as the window that the writer chose: 1 MiB at most.
  private static let windowLog: CInt = 20

  /// Compresses the bytes into one frame, with a checksum of the content.
  ///
  /// - Parameter level: From 1, fast, to 19, small.
  public static func compress(_ bytes: [UInt8], level: Int = 3) throws(ZstandardError) -> [UInt8] {
    guard let context = ZSTD_createCCtx() else { throw .noMemory }
    defer { ZSTD_freeCCtx(context) }
    for (parameter, value) in [
      (ZSTD_c_compressionLevel, CInt(clamping: level)), (ZSTD_c_windowLog, windowLog),
      (ZSTD_c_checksumFlag, 1),
    ] {
      let code = ZSTD_CCtx_setParameter(context, parameter, value)
      precondition(ZSTD_isError(code) == 0, "zstd does not know a parameter that it documents")
    }
    let bound = ZSTD_compressBound(bytes.count)
    var written = 0
    let compressed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      written = ZSTD_compress2(context, buffer.baseAddress, bound, bytes, bytes.count)
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    guard ZSTD_isError(written) == 0 else { throw .noMemory }
    return compressed
  }

  /// Gives the content of one frame, never more than `limit` bytes of it.
  ///
  /// What the frame says about its own length is not believed: a few hundred bytes can unfold into
  /// gigabytes, so the output grows only as it comes, and stops at the limit.
  public static func decompress(
    _ bytes: [UInt8], limit: Int
  ) throws(ZstandardError) -> [UInt8] {
    guard let context = ZSTD_createDCtx() else { throw .noMemory }
    defer { ZSTD_freeDCtx(context) }
    let code = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, windowLog)
    precondition(ZSTD_isError(code) == 0, "zstd does not know a parameter that it documents")

    var content: [UInt8] = []
    var consumed = 0
    while true {
      let step = next(of: bytes, from: &consumed, context)
      guard ZSTD_isError(step.code) == 0 else { throw .damaged }
      guard content.count + step.chunk.count <= limit else { throw .tooLarge }
      content += step.chunk
      if step.code == 0 { break }
      guard consumed < bytes.count || !step.chunk.isEmpty else { throw .truncated }
    }
    guard consumed == bytes.count else { throw .damaged }
    return content
  }

  private static func next(
    of bytes: [UInt8], from consumed: inout Int, _ context: OpaquePointer
  ) -> (chunk: [UInt8], code: Int) {
    let size = ZSTD_DStreamOutSize()
    var code = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: size, pos: 0)
      bytes.withUnsafeBytes { source in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: consumed)
        code = ZSTD_decompressStream(context, &output, &input)
        consumed = input.pos
      }
      count = output.pos
    }
    return (chunk, code)
  }
}
