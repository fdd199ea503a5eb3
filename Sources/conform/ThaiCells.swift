import TerminalKit

/// Answers about clusters and the cells that they take.
enum ThaiCells {
  static func clusters(_ question: JSON) -> JSON {
    let text = question["text"]?.string ?? ""
    let pieces = Cluster.pieces(of: text)
    return [
      "text": .text(text),
      "clusters": .list(pieces.map { .text($0) }),
      "widths": .list(pieces.map { JSON(TextWidth.cells(of: $0)) }),
      "cells": JSON(TextWidth.cells(of: text)),
      "codepoints": JSON(text.unicodeScalars.count),
      "utf8_bytes": JSON(text.utf8.count),
    ]
  }

  static func clip(_ question: JSON) -> JSON {
    let text = question["text"]?.string ?? ""
    let cells = question["cells"]?.integer ?? 0
    let cut = TextWidth.cut(text, to: cells)
    return [
      "text": .text(text), "cells": JSON(cells), "out": .text(cut.text), "used": JSON(cut.used),
    ]
  }

  /// Lines as the screens have them; the program needs no dictionary from the file.
  static func wrap(_ question: JSON) -> JSON {
    let text = question["text"]?.string ?? ""
    let cells = question["cells"]?.integer ?? 0
    let lines = TextWrap.lines(text, width: cells)
    return [
      "text": .text(text), "cells": JSON(cells), "lines": .list(lines.map { .text($0) }),
    ]
  }
}
