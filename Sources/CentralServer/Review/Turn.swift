import SyncProtocol

/// A record as its workflow sees it.
struct RecordStatus: Equatable, Sendable {
  var state: ReviewState
  var current: RevisionHash
}

/// What becomes of a record when a revision comes in or a decision is taken.
///
/// The rules of reliability, 1.6: nothing is merged silently, nothing is thrown away, and a
/// decision holds only for the revision that it names.
struct Turn: Equatable {
  var status: RecordStatus
  /// Where the revision stands that came in, or that was judged.
  var standing: Standing

  /// - Parameters:
  ///   - isReplaced: Whether a revision that came in before names this one as its parent.
  static func arriving(
    _ hash: RevisionHash, parents: [RevisionHash], at status: RecordStatus?, isReplaced: Bool
  ) -> Turn {
    guard let status else {
      return Turn(status: RecordStatus(state: .received, current: hash), standing: .current)
    }
    if isReplaced { return Turn(status: status, standing: .superseded) }
    guard let state = status.state.after(.revision) else {
      return Turn(status: status, standing: .late)
    }
    let isNext = parents.contains(status.current)
    // A fork is an answer too: somebody must look at the record again, and choose.
    return Turn(
      status: RecordStatus(state: state, current: isNext ? hash : status.current),
      standing: isNext ? .current : .fork)
  }

  /// - Parameters:
  ///   - standing: Where the judged revision stands; nil when the centre does not have it.
  static func deciding(
    _ decision: Decision, on judged: RevisionHash, standing: Standing?, at status: RecordStatus
  ) throws(Problem) -> Turn {
    switch standing {
    case .current?:
      guard let state = status.state.after(decision) else { throw .forbiddenArrow }
      return Turn(status: RecordStatus(state: state, current: judged), standing: .current)
    case .late?, .fork?:
      return try settling(decision, on: judged, at: status)
    case .superseded?, nil:
      throw .staleDecision
    }
  }

  /// A village takes a record back, as it knows it.
  static func retracting(
    _ known: RevisionHash, at status: RecordStatus
  ) throws(Problem) -> Turn {
    guard let state = status.state.after(.retraction) else { throw .forbiddenArrow }
    guard known == status.current else { throw .staleDecision }
    return Turn(status: RecordStatus(state: state, current: known), standing: .current)
  }

  /// An officer chooses what becomes of a revision that waited: adopt it, or leave all as it was.
  private static func settling(
    _ decision: Decision, on judged: RevisionHash, at status: RecordStatus
  ) throws(Problem) -> Turn {
    guard let state = status.state.after(decision, settling: .late) else { throw .forbiddenArrow }
    guard decision != .reject else { return Turn(status: status, standing: .superseded) }
    return Turn(status: RecordStatus(state: state, current: judged), standing: .current)
  }
}
