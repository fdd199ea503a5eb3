import SyncProtocol
import Testing

struct ReviewStateTests {
  /// Every arrow of the product's picture; whatever is not here is refused.
  private static let arrows: [ReviewState: [ReviewStep: ReviewState]] = [
    .received: [
      .decision(.verify): .verified, .decision(.return): .returned,
      .decision(.reject): .rejected, .revision: .resubmitted, .retraction: .retracted,
    ],
    .returned: [
      .revision: .resubmitted, .decision(.reject): .rejected, .retraction: .retracted,
    ],
    .resubmitted: [
      .decision(.verify): .verified, .decision(.return): .returned,
      .decision(.reject): .rejected, .revision: .resubmitted, .retraction: .retracted,
    ],
    .verified: [.decision(.unverify): .received, .confirmation: .locked],
    .rejected: [:],
    .locked: [.release: .verified],
    .retracted: [.decision(.restore): .received],
  ]
  private static let steps =
    Decision.allCases.map(ReviewStep.decision)
    + [.revision, .retraction, .confirmation, .release]

  @Test(arguments: ReviewState.allCases)
  func `every arrow of the picture is allowed and no other`(state: ReviewState) throws {
    let allowed = try #require(Self.arrows[state])
    for step in Self.steps {
      #expect(state.after(step) == allowed[step], "\(state) \(step)")
    }
  }

  @Test func `the names of ODK Central are used outside`() {
    let names = ReviewState.allCases.map(\.odkName)
    #expect(names == [nil, "hasIssues", "edited", "approved", "rejected", "approved", "rejected"])
  }

  @Test func `only a district officer is offered decisions`() {
    #expect(ReviewState.received.allowedDecisions(for: .district) == [.verify, .return, .reject])
    #expect(ReviewState.verified.allowedDecisions(for: .district) == [.unverify])
    #expect(ReviewState.returned.allowedDecisions(for: .district) == [.reject])
    #expect(ReviewState.locked.allowedDecisions(for: .district) == [])
    for role in Role.allCases where role != .district {
      #expect(ReviewState.received.allowedDecisions(for: role) == [])
    }
  }

  @Test func `a return names a reason or a question, a rejection names a reason`() {
    let remark = DecisionBody(comments: [QuestionComment(path: "/data/q1/age", text: "อายุไม่ตรง")])
    let reason = DecisionBody(reasons: [.duplicate])
    let note = DecisionBody(note: "ดูอีกครั้ง")
    let table: [(DecisionBody, [Decision])] = [
      (DecisionBody(), [.verify]), (note, [.verify, .unverify, .restore]),
      (remark, [.verify, .return, .unverify, .restore]),
      (reason, [.verify, .return, .reject, .unverify, .restore]),
    ]
    for (body, decisions) in table {
      #expect(Decision.allCases.filter(body.suffices) == decisions)
    }
  }
}

struct RoleTests {
  /// The table of rights, a row a role.
  private static let table: [Role: Set<Action>] = [
    .village: [.submit],
    .district: [.readRecords, .review, .revealNationalID, .export, .enrolVillage],
    .province: [.readRecords, .revealNationalID, .confirm, .export, .enrolDistrict],
    .auditor: [.readAuditLog],
  ]

  @Test(arguments: Role.allCases)
  func `a role has the rights of its row and no others`(role: Role) throws {
    let rights = try #require(Self.table[role])
    #expect(Set(Action.allCases.filter(role.may)) == rights)
  }

  @Test func `a right ends at the border of the area`() throws {
    let officer = Mandate(role: .district, area: try #require(AreaCode("4712")))
    let village = try Sample.village
    #expect(officer.allows(.review, at: village))
    #expect(!officer.allows(.review, at: try #require(AreaCode("47110601"))))
    #expect(!officer.allows(.review, at: try #require(AreaCode("47"))))
    #expect(!officer.allows(.confirm, at: village))
  }

  @Test func `a version that waits is adopted or left, unless the round is confirmed`() {
    let settled = [Decision.verify, .return, .reject, .unverify].map {
      ReviewState.rejected.after($0, settling: .late)
    }
    #expect(settled == [.verified, .returned, .rejected, nil])
    #expect(ReviewState.locked.after(.verify, settling: .fork) == nil)
    #expect(ReviewState.verified.after(.return, settling: nil) == nil)
  }
}
