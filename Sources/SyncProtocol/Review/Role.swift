/// What a person was enrolled as.
public enum Role: String, Codable, CaseIterable, Sendable {
  /// A village head, a member of his committee, or the chair of a municipal community.
  case village
  /// A deputy district officer or a municipal clerk.
  case district
  case province
  /// Reads the audit log and nothing else.
  case auditor

  /// Whether the role has the right at all; where is the question of a ``Mandate``.
  ///
  /// The table of reliability, 3.5.
  public func may(_ action: Action) -> Bool {
    switch (self, action) {
    case (.village, .submit): true
    case (.district, .readRecords), (.district, .review), (.district, .revealNationalID),
      (.district, .export), (.district, .enrolVillage):
      true
    case (.province, .readRecords), (.province, .revealNationalID), (.province, .confirm),
      (.province, .export), (.province, .enrolDistrict):
      true
    case (.auditor, .readAuditLog): true
    case (.village, _), (.district, _), (.province, _), (.auditor, _): false
    }
  }
}

/// Something that needs a right.
public enum Action: String, CaseIterable, Sendable {
  /// Hand in records, and read what became of one's own.
  case submit
  /// Read what villages handed in.
  case readRecords
  /// Verify, return, reject, un-verify, comment.
  case review
  /// See a whole national ID; each time is logged with its reason.
  case revealNationalID
  /// Confirm a round, release it, adopt a late revision.
  case confirm
  case export
  case enrolVillage
  case enrolDistrict
  case readAuditLog
}

/// A role in an area: the whole of what the centre knows about a person's rights.
public struct Mandate: Hashable, Codable, Sendable {
  public var role: Role
  public var area: AreaCode

  public init(role: Role, area: AreaCode) {
    self.role = role
    self.area = area
  }

  /// Whether the holder may do this to something of that place.
  public func allows(_ action: Action, at place: AreaCode) -> Bool {
    role.may(action) && area.covers(place)
  }
}
