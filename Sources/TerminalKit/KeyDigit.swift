extension Key {
  /// The digit that a key means where nothing is written: Arabic, Thai, or on the number row of the
  /// Thai (Kedmanee) layout, where ๅ / - ภ ถ ุ ึ ค ต จ stand for 1 to 9 and 0.
  public var digit: Int? {
    guard case .character(let scalar) = self else { return nil }
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case 0x0E50...0x0E59: return Int(scalar.value - 0x0E50)
    default: return Self.thaiNumberRow.firstIndex(of: scalar)
    }
  }

  private static let thaiNumberRow: [Unicode.Scalar] = [
    "จ", "ๅ", "/", "-", "ภ", "ถ", "\u{0E38}", "\u{0E36}", "ค", "ต",
  ]
}
