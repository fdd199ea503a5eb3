import CZlib

/// What can be wrong with deflated bytes.
public enum DeflateError: Error, Equatable, Sendable {
  /// More comes out than was announced.
  case tooLarge
  /// The bytes are no deflate stream, end early, or give less than was announced.
  case damaged
  /// The library has no memory left.
  case noMemory
}

/// What is packed in ZIP archives (RFC 1951), and the checksum that stands beside it.
public enum Deflate {
  /// Gives the content of one raw stream, which must be exactly as long as was announced.
  ///
  /// - Parameter size: How many bytes must come out. The caller decides whether it wants that many:
  ///   they are taken from memory before the first is unpacked.
  public static func unpack(
    _ packed: ArraySlice<UInt8>, to size: Int
  ) throws(DeflateError) -> [UInt8] {
    var code = Z_OK
    // A byte more than announced, so that a stream that gives more is told from one that ends.
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      code = packed.withUnsafeBufferPointer {
        czlib_inflate($0.baseAddress, $0.count, buffer.baseAddress, size + 1, &count)
      }
    }
    switch code {
    case Z_STREAM_END where content.count == size: return content
    case Z_MEM_ERROR: throw .noMemory
    default: throw content.count > size ? .tooLarge : .damaged
    }
  }

  /// The CRC-32 of the bytes, as ZIP archives have it (APPNOTE 4.4.7).
  public static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let bytes = Array(bytes)
    return UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }
}
