import SurveyForms
import TerminalKit

extension FormSession {
  /// What a section is called: its title, or the beginning of the first question that has words.
  func name(of section: Section) -> String? {
    if let title = section.title, !title.isEmpty { return title }
    let questions = section.items.filter { !$0.isNote } + section.items.filter(\.isNote)
    for item in questions.lazy {
      let first = label(item.path).split(separator: "\n").first.map(String.init) ?? ""
      if !first.isEmpty { return TextWidth.clip(first, to: 40) }
    }
    return nil
  }
}
