/// Which letters can carry a mark, so that none ever stands alone.
///
/// This is level 1 of the Thai input rules (WTT 2.0): a mark needs a letter before it, not the right
/// letter.
enum MarkCarrying {
  /// The scalars without the marks that would stand alone behind `base`.
  static func carried(_ scalars: [Unicode.Scalar], after base: Unicode.Scalar?) -> [Unicode.Scalar]
  {
    var kept: [Unicode.Scalar] = []
    for scalar in scalars where !isMark(scalar) || isCarried(scalar, by: kept.last ?? base) {
      kept.append(scalar)
    }
    return kept
  }

  /// SARA AM has a ring that stands on the letter before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == saraAm || ScalarWidth.of(scalar) == 0
  }

  private static func isCarried(_ mark: Unicode.Scalar, by base: Unicode.Scalar?) -> Bool {
    guard let base, base != " " else { return false }
    if ScalarWidth.of(base) == 0 { return true }
    if mark == saraAm { return (0x0E01...0x0E2E).contains(base.value) }
    let isThai = (0x0E01...0x0E5B).contains(mark.value)
    return isThai ? (0x0E01...0x0E46).contains(base.value) : !(0x0E01...0x0E5B).contains(base.value)
  }

  private static let saraAm: Unicode.Scalar = "\u{0E33}"
}
