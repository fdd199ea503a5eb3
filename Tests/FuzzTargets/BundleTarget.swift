import Compression
import OfflineStore
import SyncProtocol

/// Reads what may lie on a stick: a bundle, with what is compressed in it, and a recovery file.
func readBundle(_ bytes: [UInt8]) throws(BrokenPromise) {
  if let slip = RecoverySlip(reading: bytes) {
    try promise(slip.comparison.count == 6, "six digits are compared")
    try promise(
      RecoverySlip(reading: slip.bytes) == slip, "a slip that was read and written reads the same")
  }
  guard let bundle = BundleFile(reading: bytes) else { return }
  try promise(
    BundleFile(reading: bundle.bytes) == bundle, "a bundle that was read and written reads the same"
  )
  // What is damaged is refused; with which error does not matter here.
  guard let content = try? Zstandard.decompress(bundle.body, limit: 1 << 20) else { return }
  try promise(content.count <= 1 << 20, "no more is unfolded than was asked for")
  try readFrames(content)
}
