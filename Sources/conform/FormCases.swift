import SurveyForms

/// Forms that load, or are refused with a reason.
enum FormCases {
  private struct Case: Decodable {
    let file: String
    let attachments: [String: String]?
  }

  @Sendable static func run(_ cases: CaseFile) throws {
    try cases.observe { (one: Case) in
      var facts: [String: JSON] = ["file": .text(one.file)]
      let clock = ContinuousClock()
      var reading: FormReading?
      let spent = clock.measure {
        reading = FormReader.read(cases.bytes(one.file) ?? []) { name in
          Attachments(one.attachments, beside: cases).bytes(name)
        }
      }
      facts["ms"] = .number(Double(spent.components.attoseconds / 1_000_000_000) / 1e6)
      facts["loads"] = .truth(reading?.runnable != nil)
      let errors = reading?.findings.filter { $0.severity == .error } ?? []
      if let error = errors.first { facts["error"] = .text(error.description) }
      return .object(facts)
    }
  }
}

/// The files that belong to a form, as a case lists them.
struct Attachments {
  private let files: [String: String]
  private let cases: CaseFile

  init(_ files: [String: String]?, beside cases: CaseFile) {
    self.files = files ?? [:]
    self.cases = cases
  }

  /// The bytes of the file that a form knows by a name such as `areas.csv`.
  func bytes(_ name: String) -> [UInt8]? {
    guard let entry = files.first(where: { $0.key.hasSuffix("/" + name) }) else { return nil }
    return cases.bytes(entry.value) ?? cases.bytes("forms/" + entry.value)
      ?? Array(entry.value.utf8)
  }
}
