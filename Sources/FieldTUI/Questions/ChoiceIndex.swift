import Synchronization
import ThaiText

/// The choices of a question, ready to be searched.
///
/// A list of 100,000 is folded once, when somebody types, and not at every key; a class, so that the
/// copies of a question share that work.
final class ChoiceIndex: Equatable, Sendable {
  let all: [OfferedChoice]
  private let folded = Mutex<FoldedNames?>(nil)

  init(_ choices: [OfferedChoice]) { all = choices }

  static func == (one: ChoiceIndex, other: ChoiceIndex) -> Bool {
    one === other || one.all == other.all
  }

  /// The positions of the choices whose label holds the text, those that begin with it first; of all
  /// when the text is empty.
  ///
  /// What only fits typed on the other keyboard layout is found too.
  func find(_ typed: String) -> [Int] {
    let found = positions(of: typed)
    guard found.isEmpty, let meant = KeyboardLayout.suggestThai(for: typed) else { return found }
    return positions(of: meant)
  }

  private func positions(of typed: String) -> [Int] {
    let wanted = SearchBytes.folded(typed)
    guard !wanted.isEmpty else { return unfolded(typed) }
    return folded.withLock { folded in
      let names = folded ?? FoldedNames(all)
      folded = names
      return names.find(wanted)
    }
  }

  /// A script that is not folded, such as Lao, is looked for as it is written.
  private func unfolded(_ typed: String) -> [Int] {
    let wanted = typed.filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return Array(all.indices) }
    return all.indices.filter { all[$0].label.contains(wanted) }
  }
}

/// The labels in both languages, folded, one after the other.
private struct FoldedNames {
  private var bytes: [UInt8] = []
  /// Where each name begins, and of whom it is.
  private var starts: [(place: Int, owner: Int)] = []

  init(_ choices: [OfferedChoice]) {
    for (index, choice) in choices.enumerated() {
      add(choice.label, of: index)
      if !choice.otherLabel.isEmpty { add(choice.otherLabel, of: index) }
    }
    starts.append((bytes.count, choices.count))
  }

  private mutating func add(_ label: String, of owner: Int) {
    starts.append((bytes.count, owner))
    var label = label
    label.withUTF8 { SearchBytes.append($0, to: &bytes) }
    // Between two names, so that nothing is found across them.
    bytes.append(0)
  }

  func find(_ wanted: [UInt8]) -> [Int] {
    var starting: [Int] = []
    var inside: [Int] = []
    var last = -1
    for name in starts.indices.dropLast() where starts[name].owner != last {
      guard let place = place(of: wanted, from: starts[name].place, to: starts[name + 1].place)
      else { continue }
      last = starts[name].owner
      if place == starts[name].place { starting.append(last) } else { inside.append(last) }
    }
    return starting + inside
  }

  private func place(of wanted: [UInt8], from start: Int, to end: Int) -> Int? {
    guard end - start > wanted.count else { return nil }
    return (start..<end - wanted.count).first { place in
      wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] }
    }
  }
}
