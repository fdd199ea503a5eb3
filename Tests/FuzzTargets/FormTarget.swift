import SurveyForms

/// Reads an XForm, and opens a record of it when it is one.
func readForm(_ bytes: [UInt8]) throws(BrokenPromise) {
  let reading = FormReader.check(bytes) { _ in Array("name,label,area\na,ก,1\nb,ข,2\n".utf8) }
  let hasError = reading.findings.contains { $0.severity == .error }
  try promise((reading.definition == nil) == hasError, "a form is usable or an error says why not")
  for finding in reading.findings {
    try promise(finding.line >= 1 && finding.column >= 1, "a finding stands somewhere in the file")
    try promise(!finding.words.thai.isEmpty, "a finding has words")
  }
  guard let form = reading.definition else { return }
  let session = FormSession(form, environment: .fuzzed)
  for problem in session.problems() { _ = session.label(problem.path) }
  _ = session.sections()
  let draft = session.draft()
  do {
    let again = try FormSession(form, draft: draft, environment: .fuzzed)
    try promise(again.draft().count > 0, "a record that was opened can be written")
  } catch {
    throw BrokenPromise(sentence: "a draft that was just written can be read")
  }
}

extension SessionEnvironment {
  /// A world that stands still, where less may be done at once than on a laptop.
  ///
  /// An input of a fuzzer is short. What takes long in spite of it is work that nobody counts.
  static let fuzzed: SessionEnvironment = {
    var environment = SessionEnvironment(
      now: { 1_586_484_000_000 }, random: { Array(1...16) }, properties: ["username": "ก"])
    environment.mostWork = 1_500
    return environment
  }()
}
