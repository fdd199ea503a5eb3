/// Where one revision stands among those of its record.
public enum Standing: String, Codable, CaseIterable, Sendable {
  /// What the record says now.
  case current
  /// Another one took its place, or an officer chose not to take it.
  case superseded
  /// It came in after the record was settled, and waits for an officer.
  case late
  /// Two revisions replace the same one; the first is current, this one waits for an officer.
  case fork

  /// Whether it waits beside the record, for an officer to choose.
  public var isBeside: Bool { self == .late || self == .fork }
}

extension ReviewState {
  /// The state after a decision on a revision that stands as `standing`; `nil` when not allowed.
  ///
  /// One that waits beside the record is settled: to verify or return it adopts it, to reject it
  /// leaves all as it was.
  public func after(_ decision: Decision, settling standing: Standing?) -> ReviewState? {
    guard let standing, standing.isBeside else { return after(decision) }
    guard self != .locked else { return nil }
    return switch decision {
    case .verify: .verified
    case .return: .returned
    case .reject: self
    case .unverify, .restore: nil
    }
  }
}
