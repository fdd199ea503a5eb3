/// The glyphs of a text, made one at a time: a screen of them is drawn at every key.
struct GlyphSequence: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// What follows the glyph that was given last.
  private var ahead: Unicode.Scalar?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    step()
  }

  mutating func next() -> Glyph? {
    guard let first = ahead else { return nil }
    step()
    guard ScalarWidth.isDrawable(first) else { return .box }
    let width = ScalarWidth.of(first)
    guard width > 0 else { return marked("\u{25CC}", width: 1, first) }
    guard let mark = ahead, isMark(mark), first != Self.box else {
      return Glyph(scalars: GlyphScalars(first), width: width)
    }
    step()
    return marked(first, width: width, mark)
  }

  /// A letter with all the marks that follow, of which a cell holds no more than so many.
  private mutating func marked(
    _ base: Unicode.Scalar, width: Int, _ mark: Unicode.Scalar
  ) -> Glyph {
    var scalars = GlyphScalars(base)
    scalars.append(mark)
    while let mark = ahead, isMark(mark) {
      scalars.append(mark)
      step()
    }
    return Glyph(scalars: scalars, width: width)
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ScalarWidth.of(scalar) == 0 && ScalarWidth.isDrawable(scalar)
  }

  private mutating func step() {
    repeat { ahead = scalars.next() } while ahead == ScalarWidth.breakMark
  }

  private static let box: Unicode.Scalar = "\u{25A1}"
}
