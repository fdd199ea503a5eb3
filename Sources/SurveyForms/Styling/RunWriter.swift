/// Puts the pieces of a text together into runs, once it is known which marks have a partner.
struct RunWriter {
  private let bytes: [UInt8]
  private let marks: [StylingParser.Mark]
  private var runs: [StyledText.Run] = []
  private var text: [UInt8] = []
  /// The look of each element around the place, the innermost last.
  private var looks = [StyledText.Look()]
  private var bold = 0
  private var italic = 0
  private var current = StyledText.Look()
  /// How many lines ended since the last words; nil before the first.
  private var breaks: Int?

  init(_ bytes: [UInt8], _ marks: [StylingParser.Mark]) {
    self.bytes = bytes
    self.marks = marks
  }

  mutating func runs(of pieces: [StylingParser.Piece]) -> [StyledText.Run] {
    for piece in pieces {
      switch piece {
      case .words(let range): write(bytes[range])
      case .sign(let sign): write(Array(sign.utf8)[...])
      case .mark(let index): take(marks[index])
      case .begin(let effect): looks.append(look(with: effect))
      case .end: if looks.count > 1 { looks.removeLast() }
      case .lineBreak: breaks = breaks.map { $0 + 1 }
      }
    }
    endRun()
    return runs
  }

  private mutating func take(_ mark: StylingParser.Mark) {
    let step = mark.role == .opens ? 1 : -1
    switch mark.role {
    case .words: write(bytes[mark.range])
    case .opens, .closes:
      if mark.range.count == 2 { bold += step } else { italic += step }
    }
  }

  private func look(with effect: StylingTag.Effect) -> StyledText.Look {
    var look = looks[looks.count - 1]
    switch effect {
    case .bold: look.isBold = true
    case .italic: look.isItalic = true
    case .underline: look.isUnderlined = true
    case .look(let other):
      look.isBold = look.isBold || other.isBold
      look.isItalic = look.isItalic || other.isItalic
      look.isUnderlined = look.isUnderlined || other.isUnderlined
      look.colour = other.colour ?? look.colour
    }
    return look
  }

  private mutating func write(_ words: ArraySlice<UInt8>) {
    // Of the blanks around a line that ended none is left.
    let words = breaks == 0 ? words : words.drop { $0 == 0x20 }
    guard !words.isEmpty else { return }
    let ended = breaks ?? 0
    breaks = 0
    if ended > 0 {
      while text.last == 0x20 { text.removeLast() }
    }
    var look = looks[looks.count - 1]
    look.isBold = look.isBold || bold > 0
    look.isItalic = look.isItalic || italic > 0
    if look != current {
      endRun()
      current = look
    }
    text += Array(repeating: 0x0A, count: min(2, ended)) + words
  }

  private mutating func endRun() {
    guard !text.isEmpty else { return }
    runs.append(StyledText.Run(text: String(decoding: text, as: UTF8.self), look: current))
    text = []
  }
}
