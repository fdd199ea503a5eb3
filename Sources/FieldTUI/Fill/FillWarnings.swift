import SurveyForms
import TerminalKit

/// A warning of the form as it is worded now.
struct FormWarning: Hashable, Sendable {
  /// Of the note that warns.
  let path: String
  let text: String
}

/// Warnings in time: an answer that raises one keeps the page until the next Enter.
extension FillScreen.Model {
  mutating func readWarnings() {
    warnings = session.warnings().map { FormWarning(path: $0.path, text: $0.text) }
    raised = raised.filter(warnings.contains)
  }

  /// Takes note of the warnings that an answer raised, of which `known` were there before.
  mutating func noteRaised(known: [FormWarning]) {
    raised += warnings.filter { !known.contains($0) && !raised.contains($0) }
  }

  /// Says what the answers at this question raised; true when the page is to be kept for it.
  mutating func holdsForWarning() -> Bool {
    early.formUnion(raised.filter(isEarly))
    // In the order of the form: which one is said must not depend on a set's.
    let due = warnings.filter { early.contains($0) && !isEarly($0) }
    early.subtract(due)
    raised = raised.filter { !early.contains($0) } + due.filter { !raised.contains($0) }
    let unsaid = raised.filter { !told.contains($0) }
    // A digit answers, and does not read on: only a key that moves does.
    let isDigit = pressed?.key.digit != nil && editor.typed == nil
    guard let first = unsaid.first ?? (isDigit ? raised.first : nil) else { return false }
    told.formUnion(raised)
    notice = .form(.warned(first.text))
    return true
  }

  /// Whether a question that may mend it is still to come before the words on this page: that nobody
  /// has given the number yet is no news before the number is asked for.
  private func isEarly(_ warning: FormWarning) -> Bool {
    guard let place = entries.firstIndex(where: { $0.path == warning.path }), place > focus else {
      return false
    }
    return entries[(focus + 1)..<place].contains { entry in
      entry.takesFocus
        && entry.covers.contains { !asked.contains($0) && session.value($0).isEmpty }
    }
  }

  /// Those that the question in focus raised and that do not stand right below it.
  var raisedElsewhere: [FormWarning] {
    let below = entries.dropFirst(focus + 1).prefix { !$0.takesFocus }.map(\.path)
    return raised.filter { !below.contains($0.path) }
  }

  /// Whether a section has a warning on it.
  func isWarned(section index: Int) -> Bool {
    sections[index].items.contains { item in warnings.contains { $0.path == item.path } }
  }
}
