import SyncProtocol
import ThaiText

/// Which records of the queue are shown.
struct QueueFilter: Equatable, Sendable {
  enum Standing: CaseIterable, Sendable {
    case waiting, unsent, returned, verified, rejected, locked, all
  }

  enum Checks: CaseIterable, Sendable {
    case all, warned, doubled
  }

  var standing = Standing.waiting
  /// One village only; nil for all.
  var village: AreaCode?
  var checks = Checks.all
  /// Whether the rows stand in the order of their names, and not in that of their turn.
  var isByName = false
  /// What was typed to search for, as it was typed.
  var search = ""

  /// The positions of the rows that are shown.
  func positions(in rows: [QueueRow]) -> [Int] {
    let admitted = rows.indices.filter { admits(rows[$0]) }
    let found = NameFold.firstFound(search) { fold in
      // Most searches end with what each row has at hand.
      admitted.map { fold == .spelled ? rows[$0].searched : fold.bytes(rows[$0].text) }
    }.map { admitted[$0] }
    return isByName ? byName(found, rows) : found
  }

  private func byName(_ found: [Int], _ rows: [QueueRow]) -> [Int] {
    let keyed = found.map { (row: $0, key: ThaiCollation.key(of: rows[$0].name)) }
    return keyed.sorted { ($0.key, $0.row) < ($1.key, $1.row) }.map(\.row)
  }

  private func admits(_ row: QueueRow) -> Bool {
    admitsStanding(of: row) && admitsChecks(of: row) && (village == nil || row.village == village)
  }

  private func admitsStanding(of row: QueueRow) -> Bool {
    switch standing {
    case .waiting: row.isWaiting
    case .unsent: row.pending != nil
    case .returned: row.standing == .returned
    case .verified: row.standing == .verified
    case .rejected: row.standing == .rejected
    case .locked: row.standing == .locked
    case .all: true
    }
  }

  private func admitsChecks(of row: QueueRow) -> Bool {
    switch checks {
    case .all: true
    case .warned: row.warnings > 0
    case .doubled: row.mayBeDouble
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one, and the first after the last.
  var following: Self {
    let all = Array(Self.allCases)
    guard let place = all.firstIndex(of: self) else { return self }
    return all[(place + 1) % all.count]
  }
}
