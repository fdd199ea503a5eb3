import SurveyForms
import TerminalKit

/// The jump list of a record: making its rows, and doing what it asks for.
extension FillScreen.Model {
  mutating func openJumpList() {
    overlay = .jump(JumpList.Model(jumpRows(), here: entry?.path ?? ""))
  }

  private func jumpRows() -> [JumpList.Row] {
    sections.indices.flatMap { index in
      var rows = [
        JumpList.Row(
          text: title(ofSection: index), path: sections[index].path, depth: 0, mark: .heading)
      ]
      var headings: [String] = []
      let page = entries(ofSection: index)
      for (place, entry) in page.enumerated() where entry.takesFocus && !entry.covers.isEmpty {
        let shared = zip(entry.headings, headings).prefix { $0 == $1 }.count
        for depth in shared..<entry.headings.count {
          rows.append(
            JumpList.Row(
              text: entry.headings[depth], path: entry.path, depth: depth + 1, mark: .heading))
        }
        headings = entry.headings
        rows.append(
          JumpList.Row(
            text: words(of: entry), path: entry.path, depth: headings.count + 1,
            mark: mark(of: entry, isWarned: isWarned(at: place, of: page))))
      }
      return rows
    }
  }

  private func words(of entry: PageEntry) -> String {
    if case .place = entry.kind { return FillPhrase.place.text(in: language) }
    return session.label(entry.path)
  }

  /// Whether a warning stands below an entry, or on the page before its first one.
  private func isWarned(at place: Int, of page: [PageEntry]) -> Bool {
    let below = page.dropFirst(place + 1).prefix { !$0.takesFocus }
    let isFirst = !page.prefix(place).contains { $0.takesFocus }
    return (below + (isFirst ? page.prefix(place) : [])).contains { $0.kind == .warning }
  }

  private func mark(of entry: PageEntry, isWarned: Bool) -> JumpList.Mark {
    let found = entry.covers.compactMap { problems[$0] }
    for case .constraint in found { return .wrong }
    guard found.isEmpty else { return .missing }
    if isWarned { return .warned }
    return entry.covers.contains { !session.value($0).isEmpty } ? .answered : .empty
  }

  /// Goes to the first question of the section with this path, or to a question.
  fileprivate mutating func go(to path: String) {
    if let index = sections.firstIndex(where: { $0.path == path }),
      !sections[index].items.contains(where: { $0.path == path })
    {
      section = index
      openPage(atEnd: false)
    } else {
      jump(to: path)
    }
  }
}

extension FillScreen {
  static func update(_ list: JumpList.Model, _ key: Key, in model: inout Model) -> [Effect] {
    var list = list
    let outcome = JumpList.update(&list, key)
    model.overlay = .jump(list)
    switch outcome {
    case .stay: break
    case .back: model.overlay = nil
    case .jump(let path):
      model.overlay = nil
      model.go(to: path)
    }
    return []
  }
}
