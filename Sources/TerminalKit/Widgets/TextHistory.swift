/// What was done to a text, so that it can be undone and done again.
///
/// Letters typed one after the other are undone together, a word at a time.
struct TextHistory: Equatable, Sendable {
  /// A change as what it took away and what it put there.
  struct Change: Equatable, Sendable {
    let place: Int
    let removed: [Unicode.Scalar]
    let added: [Unicode.Scalar]
    let cursorBefore: Int
    let cursorAfter: Int
    /// Whether it is undone together with the change before it.
    let continues: Bool
  }

  private var done = ChunkedStack<Change>()
  private var undone = ChunkedStack<Change>()
  /// Whether a letter typed now belongs to the word typed before it.
  private var isInWord = false

  /// Keeps a change; `typed` is its letter when it was a single key.
  mutating func remember(
    from old: TextField.Model, to new: TextField.Model, typed: Unicode.Scalar?
  ) {
    let continues = isInWord && typed != nil && old.selection == nil
    done.push(Self.change(from: old, to: new, continues: continues))
    undone = ChunkedStack()
    // A space ends the word that it follows.
    isInWord = typed.map { $0 != " " } ?? false
  }

  mutating func endWord() { isInWord = false }

  /// Takes back the latest changes that belong together; false when there is none.
  mutating func undo(in model: inout TextField.Model) -> Bool {
    guard !done.isEmpty else { return false }
    isInWord = false
    while let change = done.pop() {
      undone.push(change)
      change.swap(change.added, for: change.removed, cursor: change.cursorBefore, in: &model)
      if !change.continues { break }
    }
    return true
  }

  /// Does again what was taken back last; false when there is none.
  mutating func redo(in model: inout TextField.Model) -> Bool {
    guard !undone.isEmpty else { return false }
    isInWord = false
    while let change = undone.pop() {
      done.push(change)
      change.swap(change.removed, for: change.added, cursor: change.cursorAfter, in: &model)
      if undone.top?.continues != true { break }
    }
    return true
  }

  private static func change(
    from old: TextField.Model, to new: TextField.Model, continues: Bool
  ) -> Change {
    let (before, after) = (old.scalars, new.scalars)
    let same = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before[same...].reversed(), after[same...].reversed()).prefix { $0 == $1 }.count
    return Change(
      place: same, removed: Array(before[same..<before.count - tail]),
      added: Array(after[same..<after.count - tail]), cursorBefore: old.cursor,
      cursorAfter: new.cursor, continues: continues)
  }
}

extension TextHistory.Change {
  fileprivate func swap(
    _ present: [Unicode.Scalar], for other: [Unicode.Scalar], cursor: Int,
    in model: inout TextField.Model
  ) {
    let scalars = model.scalars
    let rest = scalars[(place + present.count)...]
    model.set(Array(scalars[..<place] + other + rest), cursor: cursor)
  }
}

extension TextField {
  static func undo(_ model: inout Model) -> Outcome {
    var history = model.history
    guard history.undo(in: &model) else { return .ignored }
    model.history = history
    return .changed
  }

  static func redo(_ model: inout Model) -> Outcome {
    var history = model.history
    guard history.redo(in: &model) else { return .ignored }
    model.history = history
    return .changed
  }
}
