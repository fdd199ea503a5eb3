extension Cluster {
  /// The offsets between scalars at which the cursor may stand, the ends included.
  public static func boundaries(of scalars: [Unicode.Scalar]) -> [Int] {
    var boundaries = scalars.isEmpty ? [] : [0]
    var base = scalars.first
    for index in scalars.indices.dropFirst() {
      let scalar = scalars[index]
      guard startsCluster(scalar, after: base) else {
        if scalar == saraAm { base = nil }
        continue
      }
      boundaries.append(index)
      base = scalar
    }
    return boundaries + [scalars.count]
  }

  private static let saraAm: Unicode.Scalar = "\u{0E33}"

  private static func startsCluster(_ scalar: Unicode.Scalar, after base: Unicode.Scalar?) -> Bool {
    guard ScalarWidth.isDrawable(scalar) else { return true }
    if scalar == saraAm, let base { return !(0x0E01...0x0E2E).contains(base.value) }
    if let base, !ScalarWidth.isDrawable(base) { return true }
    return ScalarWidth.of(scalar) > 0
  }
}
