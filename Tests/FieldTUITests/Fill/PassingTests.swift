import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

/// Keys that move leave every answer as it is.
@Suite struct PassingTests {
  /// Each entry is pressed as a whole.
  private static let moves: [[Key]] =
    [
      .up, .down, .left, .right, .tab, .backTab, .enter, .home, .end, .pageUp, .pageDown,
      .function(3), .function(1), .function(2), .wordLeft, .wordRight, .select(.left),
      .select(.end),
    ].map { [$0] } + [
      [.enter], [.down], [.down, .enter], [.up, .enter], [.function(6), .down, .enter],
      [.function(6), .end, .escape], [.function(9), .escape], [.function(9), .down, .enter],
      [.function(9), .enter],
    ]

  /// Presses moving keys from any question; Esc only where something lies over the page.
  private func wander(_ survey: inout Survey, _ dice: inout RandomRecord, steps: Int) throws {
    let before = survey.model.session.draft()
    let stops = survey.model.sections.indices.flatMap { survey.model.entries(ofSection: $0) }
    survey.model.jump(to: dice.pick(stops).path)
    var pressed: [Key] = []
    for _ in 0..<steps {
      for key in dice.pick(Self.moves) where key != .escape || survey.model.overlay != nil {
        pressed.append(key)
        survey.press(key)
      }
      if dice.pick(5) == 0, survey.model.overlay != nil { survey.press(.escape) }
      if survey.model.session.draft() != before {
        Issue.record("\(pressed.suffix(12)) at \(survey.place)")
        return
      }
    }
    #expect(survey.model.steps.isEmpty, "and nothing is there to undo")
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `moving keys leave the affected-person survey byte for byte`(seed: UInt64) throws {
    var dice = RandomRecord(state: seed &* 7_919)
    let form = try #require(Survey.form)
    for percent in [0, 30, 70, 100] {
      var session = FormSession(form, environment: Survey.environment)
      for _ in 0..<3 { dice.answer(&session, percent: percent) }
      var survey = try #require(Survey(session))
      try wander(&survey, &dice, steps: 40)
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `moving keys leave every kind of question byte for byte`(seed: UInt64) throws {
    var dice = RandomRecord(state: seed &* 104_729)
    let form = try RandomRecord.everyKind()
    for percent in [0, 40, 100] {
      var session = FormSession(form, environment: Survey.environment)
      for _ in 0..<2 { dice.answer(&session, percent: percent) }
      var survey = try #require(Survey(session, profile: nil))
      try wander(&survey, &dice, steps: 120)
    }
  }

  @Test func `a key that moves opens no list and takes nothing of it on the way`() throws {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q3/workplace")
    for path in ["q1/title", "q1/addr_province", "q3/work_province"]
    where survey.model.jump(to: "/data/" + path) {
      for keys in [[Key.up, .down, .enter], [.up, .down, .down, .enter], [.down, .enter]] {
        survey.model.jump(to: "/data/" + path)
        for key in keys { survey.press(key) }
        #expect(survey.effects.isEmpty, "\(path) \(keys)")
      }
    }
  }
}
