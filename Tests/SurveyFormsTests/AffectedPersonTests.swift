import SurveyForms
import Testing

/// The survey of 2020, filled in as a village head does.
@Suite struct AffectedPersonTests {
  @Test func `the form has nothing wrong and speaks two languages`() throws {
    #expect(Forms.read("affected-person").findings == [])
    let form = try #require(Forms.affectedPerson)
    #expect(form.id == "affected_person")
    #expect(form.languages == ["ไทย (th)", "English (en)"])
    #expect(form.questions.count { !$0.isNote } == 48)
    #expect(form.questions.count { $0.isWarning } == 9)
  }
}

extension FormDefinition {
  /// Every question, in the order of the paper.
  var questions: [Question] { body.flatMap(\.questions) }
}

extension FormElement {
  fileprivate var questions: [Question] {
    switch self {
    case .question(let question): [question]
    case .group(let group): group.children.flatMap(\.questions)
    case .repeating(let group): group.children.flatMap(\.questions)
    }
  }
}
