import SyncProtocol

/// Something handed in whose signature and scope hold, and which the store can judge.
enum Arrival: Sendable {
  case revision(ArrivedRevision)
  case decision(ArrivedDecision)
  case piece(FilePiece)
  case step(ArrivedStep)
}

/// A revision with its identity.
struct ArrivedRevision: Sendable {
  var revision: Revision
  var hash: RevisionHash
  /// The blind index of the national ID in it, if it has one.
  var blind: [UInt8]?
}

/// A village's step with its identity.
struct ArrivedStep: Sendable {
  var item: StepItem
  var hash: StepHash
  /// The mandate of whoever took it.
  var mandate: Mandate
}

/// A decision with its identity.
struct ArrivedDecision: Sendable {
  var item: DecisionItem
  var hash: DecisionHash
  /// The officer's mandate.
  var mandate: Mandate
}
