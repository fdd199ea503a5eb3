import SyncProtocol

/// What the lines remember from one prompt to the next; nothing of it is in the app.
struct PlainMemory {
  /// How much is said, and whether a bell tells that it is said.
  var isLong = false
  var rings = false
  /// The prompt that was said last, and what it stood in.
  var name = ""
  var context: [String] = []
  /// What a search found, which takes the place of the prompt's own options.
  var offered: [PlainOption]?
  /// How many options were said, and their numbers.
  var page = 0
  var said: Set<Int> = []
  /// What is done after a yes.
  var pending: PlainTelling?
  /// Whether the person was told what leaving loses, and the line before asked to leave.
  var wasWarned = false
  /// The record whose remarks were said.
  var record: RecordID?
  /// Whether answers were left that the disk had refused.
  var hasLost = false

  mutating func forget() {
    (offered, page, said) = (nil, 0, [])
  }
}
