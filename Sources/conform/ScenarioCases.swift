import SurveyForms

/// Stories: a form, answers, and what can be seen of the record on the way and at the end.
enum ScenarioCases {
  private struct Case: Decodable {
    let id: String
    let tz: String?
    let form_xml: String?
    let form_file: String?
    let attachments: [String: String]?
    let steps: [Step]
  }

  private struct Step: Decodable {
    let set: String?
    let value: String?
    let newRepeat: String?
    let removeRepeat: String?
    let setLanguage: String?
    let saveAndReload: Bool?
    let reset: Bool?
    let finalize: Bool?
    let check: [Check]?
  }

  @Sendable static func run(_ cases: CaseFile) throws {
    try cases.observe { (one: Case) in
      let bytes = one.form_xml.map { Array($0.utf8) } ?? file(one, cases)
      let reading = FormReader.read(bytes) { name in
        Attachments(one.attachments, beside: cases).bytes(name)
      }
      guard let form = reading.runnable else {
        let errors = reading.findings.filter { $0.severity == .error }
        return .object([
          "id": .text(one.id), "loaded": .truth(false),
          "error": .text(errors.first?.description ?? ""),
        ])
      }
      var story = Story(form, environment: Surroundings.environment(zone: one.tz))
      let steps = one.steps.map { step in JSON.object(run(step, in: &story)) }
      return .object([
        "id": .text(one.id), "loaded": .truth(true), "steps": .list(steps),
        "final": .list(final(story)),
        "submission_xml": .text(String(decoding: story.submission(), as: UTF8.self)),
      ])
    }
  }

  private static func file(_ one: Case, _ cases: CaseFile) -> [UInt8] {
    guard let name = one.form_file else { return [] }
    return cases.bytes("forms/" + name) ?? cases.bytes(name) ?? []
  }

  private static func final(_ story: Story) -> [JSON] {
    story.nodes().map { node in
      .object([
        "path": .text(node.path), "value": .text(node.value), "relevant": .truth(node.isRelevant),
      ])
    }
  }

  private static func run(_ step: Step, in story: inout Story) -> [String: JSON] {
    if let path = step.set {
      guard let outcome = story.answer(path, step.value ?? "") else {
        return ["error": .text("\(path) cannot hold this")]
      }
      return ["result": .text(outcome.rawValue)]
    }
    if let path = step.newRepeat, !story.addRepeat(path) { return noSuchNode(path) }
    if let path = step.removeRepeat, !story.removeRepeat(path) { return noSuchNode(path) }
    if let language = step.setLanguage { story.speak(language) }
    if step.reset == true { story.reset() }
    if step.finalize == true { story.finish() }
    if step.saveAndReload == true {
      do { try story.saveAndReload() } catch { return ["error": .text("\(error)")] }
    }
    if let checks = step.check {
      return ["check": .list(checks.map { .object($0.observe(story)) })]
    }
    return [:]
  }

  private static func noSuchNode(_ path: String) -> [String: JSON] {
    ["error": .text("there is no \(path)")]
  }
}
