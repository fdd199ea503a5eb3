/// Where the keys lead that move the cursor, with or without a selection.
extension TextField {
  /// Moves the cursor, or what is selected up to it; ignored for any other key.
  static func move(_ model: inout Model, _ key: Key) -> Outcome {
    if key == .control("a") {
      model.anchor = 0
      model.cursor = model.scalars.count
    } else if case .select(let motion) = key {
      model.anchor = model.anchor ?? model.cursor
      model.cursor = target(of: motion, in: model)
    } else if let motion = motions[key] {
      model.cursor = collapsed(motion, in: model) ?? target(of: motion, in: model)
      model.anchor = nil
    } else {
      return .ignored
    }
    model.history.endWord()
    return .moved
  }

  /// Moves the cursor into the row above or below, in the column nearest to its own, as the text stands
  /// in a field of this width.
  ///
  /// - Returns: False when there is no such row.
  public static func moveRow(_ model: inout Model, by step: Int, width: Int) -> Bool {
    let scalars = model.scalars
    let rows = TextFieldRows.rows(of: scalars, width: width - 1)
    let row = row(of: model.cursor, in: rows)
    guard !model.isSecret, rows.indices.contains(row + step) else { return false }
    let wanted = TextWidth.of(scalars[rows[row].lowerBound..<model.cursor])
    let target = rows[row + step]
    // The end of a row is the beginning of the next one.
    let end = row + step == rows.count - 1 ? target.upperBound : target.upperBound - 1
    let places = Cluster.boundaries(of: scalars).filter { (target.lowerBound...end).contains($0) }
    model.cursor =
      places.last { TextWidth.of(scalars[target.lowerBound..<$0]) <= wanted }
      ?? target.lowerBound
    model.anchor = nil
    model.history.endWord()
    return true
  }

  private static let motions: [Key: Key.Motion] = [
    .left: .left, .right: .right, .wordLeft: .wordLeft, .wordRight: .wordRight, .home: .home,
    .end: .end,
  ]

  /// A step out of a selection leads to its end on that side.
  private static func collapsed(_ motion: Key.Motion, in model: Model) -> Int? {
    switch motion {
    case .left: model.selection?.lowerBound
    case .right: model.selection?.upperBound
    case .wordLeft, .wordRight, .home, .end: nil
    }
  }

  /// The scalars before the place that a movement leads to.
  static func target(of motion: Key.Motion, in model: Model) -> Int {
    let scalars = model.scalars
    let cursor = model.cursor
    return switch motion {
    case .left: Cluster.boundaries(of: scalars).last { $0 < cursor } ?? 0
    case .right: Cluster.boundaries(of: scalars).first { $0 > cursor } ?? cursor
    case .wordLeft: wordStarts(in: scalars).last { $0 < cursor } ?? 0
    case .wordRight: wordStarts(in: scalars).first { $0 > cursor } ?? scalars.count
    case .home: 0
    case .end: scalars.count
    }
  }

  /// Where words begin: where a line might, as long as no cluster is divided there.
  private static func wordStarts(in scalars: [Unicode.Scalar]) -> [Int] {
    let clusters = Set(Cluster.boundaries(of: scalars))
    return LineBreaker.current.breaks(scalars).filter(clusters.contains)
  }
}
