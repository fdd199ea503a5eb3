import OfflineStore

/// How many records of a person stand where.
struct RecordCounts: Equatable, Sendable {
  var drafts = 0
  var draftsWithErrors = 0
  var returned = 0
  var ready = 0
  /// Ready and not taken by the centre: someone must look at them.
  var refused = 0
  /// At the centre, whatever it has decided about them.
  var sent = 0
  var verified = 0
  /// Taken back by the person, which counts nowhere.
  var retracted = 0
  var trashed = 0

  init() {}

  init(_ records: [RecordSummary]) {
    for record in records {
      switch record.state {
      case .draft:
        drafts += 1
        if record.problems > 0 { draftsWithErrors += 1 }
      case .returned: returned += 1
      case .ready:
        ready += 1
        if record.delivery.isRefused { refused += 1 }
      case .verified, .locked:
        sent += 1
        verified += 1
      case .sent, .resubmitted, .rejected: sent += 1
      case .retracted: retracted += 1
      case .trashed: trashed += 1
      }
    }
  }
}

extension Delivery {
  var isRefused: Bool {
    if case .refused = self { return true }
    return false
  }
}
