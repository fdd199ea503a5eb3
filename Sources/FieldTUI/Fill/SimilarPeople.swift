import OfflineStore

/// What tells whether the person in a record is in another one too.
struct PersonLookup: Equatable, Sendable {
  /// Thirteen digits, or none.
  var nationalID = ""
  var title = ""
  var house = ""

  /// Whether there is enough to look for.
  var isUseful: Bool { !nationalID.isEmpty || !(title.isEmpty || house.isEmpty) }
}

/// Others on this laptop who are similar to the person in a record, and by what they were looked for.
struct SimilarPeople: Equatable, Sendable {
  var lookup = PersonLookup()
  var own: [SimilarRecord] = []
  /// Users of this laptop who have the same national ID in a record; no more than that is told.
  var coUsers: [String] = []

  var isEmpty: Bool { own.isEmpty && coUsers.isEmpty }
}
