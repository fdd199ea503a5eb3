import OfflineStore
import SyncProtocol
import TerminalKit

extension QueueRow {
  /// Makes the lines of the list; each village is looked up once.
  static func rows(_ entries: [QueueEntry], areas: AreaIndex?) -> [QueueRow] {
    let villages = Set(entries.map(\.village)).map { ($0, place(of: $0, in: areas)) }
    let places = Dictionary(villages, uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      QueueRow(entry, place: places[entry.village] ?? place(of: entry.village, in: areas))
    }
  }

  /// Makes a line of the list from what the store has of a record.
  init(_ entry: QueueEntry, areas: AreaIndex?) {
    self.init(entry, place: Self.place(of: entry.village, in: areas))
  }

  private init(_ entry: QueueEntry, place: Label) {
    let named = entry.villageName.map { name in
      Label("\(place.thai) \(name)", "\(place.english) \(name)")
    }
    self.init(
      id: entry.id, revision: entry.revision, village: entry.village,
      place: named ?? place,
      name: Self.name(of: entry),
      received: entry.changed, state: entry.state, pending: entry.pending,
      warnings: entry.warnings.count, mayBeDouble: !entry.duplicateOf.isEmpty,
      unsettled: entry.standing, revoked: entry.revoked, refusal: entry.refusal,
      isDamaged: entry.isDamaged)
  }

  /// A form that gives its records no names leaves the time to tell them apart by.
  private static func name(of entry: QueueEntry) -> String {
    guard entry.title.allSatisfy(\.isWhitespace), !entry.isDamaged else { return entry.title }
    return "— " + BuddhistTime.text(entry.changed)
  }

  /// A village in words; its code where the list of areas does not know it.
  static func place(of village: AreaCode, in areas: AreaIndex?) -> Label {
    guard let code = village.subdistrict?.description, let place = areas?.place(code) else {
      return Label(village.description, village.description)
    }
    let subdistrict = place.subdistrict
    guard let moo = Int(village.description.dropFirst(6)), moo > 0 else {
      return Label(subdistrict.thai, subdistrict.english)
    }
    return Label("ม.\(moo) \(subdistrict.thai)", "Moo \(moo) \(subdistrict.english)")
  }
}

extension QueueEntry {
  /// Whether it waits for an officer: nothing was decided here, or it was in vain.
  var isWaiting: Bool {
    pending == nil && (state == .received || state == .resubmitted || standing != nil)
  }
}
