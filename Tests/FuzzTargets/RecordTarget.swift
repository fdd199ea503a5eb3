import SurveyForms

/// Opens a record, and opens again what it then is.
func readRecord(_ bytes: [UInt8]) throws(BrokenPromise) {
  // A refusal is an answer; which one does not matter here.
  guard
    let session = try? FormSession(
      SmallForm.definition, draft: bytes, environment: .fuzzed)
  else { return }
  _ = session.submission()
  let draft = session.draft()
  do {
    let again = try FormSession(SmallForm.definition, draft: draft, environment: .fuzzed)
    try promise(again.draft() == draft, "a record that was read and written reads the same")
  } catch {
    throw (error as? BrokenPromise) ?? BrokenPromise(sentence: "a written draft can be read")
  }
}
