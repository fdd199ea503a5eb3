import SurveyForms

/// Rules of the form that do not work: said, and in nobody's way.
extension FillScreen.Model {
  /// Says which rule failed that did not fail before, unless something else is said.
  mutating func say(newIn known: [FormFault]) {
    guard notice == nil, let fault = faults.first(where: { !known.contains($0) }) else { return }
    notice = .form(phrase(for: fault))
  }

  func words(of fault: FormFault) -> String { phrase(for: fault).text(in: language) }

  func phrase(for fault: FormFault) -> FormPhrase {
    let label = session.label(fault.path)
    let name = label.isEmpty ? String(fault.path.split(separator: "/").last ?? "") : label
    return fault.wasStopped ? .ruleStopped(name) : .ruleFailed(name)
  }
}
