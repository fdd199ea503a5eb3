/// Where a record stands at the centre.
public enum ReviewState: String, Codable, CaseIterable, Sendable {
  case received, returned, resubmitted, verified, rejected, locked
  /// Its village took it back: it is kept, and counts nowhere.
  case retracted

  /// The name in ODK Central's interface and exports; a record just received has none there.
  public var odkName: String? {
    switch self {
    case .received: nil
    case .returned: "hasIssues"
    case .resubmitted: "edited"
    case .verified, .locked: "approved"
    case .rejected, .retracted: "rejected"
    }
  }

  /// The state after a step, or `nil` when the step is not allowed from here.
  ///
  /// A revision that comes in when the record is verified, rejected, retracted or locked is stored too, but
  /// moves nothing: it is late, and an officer chooses (reliability, 1.6).
  public func after(_ step: ReviewStep) -> ReviewState? {
    switch (self, step) {
    case (.received, .revision), (.returned, .revision), (.resubmitted, .revision): .resubmitted
    case (.received, .decision(let decision)), (.resubmitted, .decision(let decision)):
      switch decision {
      case .verify: .verified
      case .return: .returned
      case .reject: .rejected
      case .unverify, .restore: nil
      }
    case (.returned, .decision(.reject)): .rejected
    case (.received, .retraction), (.returned, .retraction), (.resubmitted, .retraction):
      .retracted
    case (.retracted, .decision(.restore)): .received
    case (.verified, .decision(.unverify)): .received
    case (.verified, .confirmation): .locked
    case (.locked, .release): .verified
    case (.received, _), (.returned, _), (.resubmitted, _), (.verified, _), (.rejected, _),
      (.locked, _), (.retracted, _):
      nil
    }
  }

  /// Whether a record in this state counts nowhere.
  public var isOut: Bool { self == .rejected || self == .retracted }

  public func after(_ decision: Decision) -> ReviewState? {
    after(.decision(decision))
  }

  /// The decisions that a person of this role can take on a record in this state.
  public func allowedDecisions(for role: Role) -> [Decision] {
    guard role.may(.review) else { return [] }
    return Decision.allCases.filter { after($0) != nil }
  }
}

/// Whatever can move a record from one state to another.
public enum ReviewStep: Hashable, Sendable {
  case decision(Decision)
  /// A newer revision of the record came in.
  case revision
  /// The village takes the record back.
  case retraction
  /// The round was confirmed above.
  case confirmation
  /// The confirmation was taken back by the unit above.
  case release
}
