import SyncProtocol
import Testing

@testable import CentralServer

/// The conflict rules by themselves.
struct TurnTests {
  private let first = RevisionHash(bytes: [UInt8](repeating: 1, count: 16))
  private let second = RevisionHash(bytes: [UInt8](repeating: 2, count: 16))

  private func status(_ state: ReviewState) throws -> RecordStatus {
    RecordStatus(state: state, current: try #require(first))
  }

  @Test(arguments: [
    (ReviewState.received, ReviewState.resubmitted, Standing.current),
    (.returned, .resubmitted, .current), (.resubmitted, .resubmitted, .current),
    (.verified, .verified, .late), (.rejected, .rejected, .late), (.locked, .locked, .late),
  ])
  func `the next revision is taken, or waits`(
    before: ReviewState, after: ReviewState, standing: Standing
  ) throws {
    let (first, second) = (try #require(first), try #require(second))
    let turn = Turn.arriving(second, parents: [first], at: try status(before), isReplaced: false)
    #expect(turn.standing == standing)
    #expect(turn.status.state == after)
    #expect(turn.status.current == (standing == .current ? second : first))
  }

  @Test(arguments: ReviewState.allCases, Decision.allCases)
  func `a decision draws exactly the arrows of the protocol`(
    state: ReviewState, decision: Decision
  ) throws {
    let first = try #require(first)
    let turn = try? Turn.deciding(  // What is refused is nil, like an arrow that is not there.
      decision, on: first, standing: .current, at: try status(state))
    #expect(turn?.status.state == state.after(decision))
  }

  @Test(arguments: [Standing.superseded, nil])
  func `no decision holds for a revision that is not the one that stands`(
    standing: Standing?
  ) throws {
    let (second, status) = (try #require(second), try status(.received))
    #expect(throws: Problem.staleDecision) {
      try Turn.deciding(.verify, on: second, standing: standing, at: status)
    }
  }

  @Test func `what waits beside a confirmed record is not the district's to settle`() throws {
    let (second, status) = (try #require(second), try status(.locked))
    #expect(throws: Problem.forbiddenArrow) {
      try Turn.deciding(.verify, on: second, standing: .late, at: status)
    }
  }
}
