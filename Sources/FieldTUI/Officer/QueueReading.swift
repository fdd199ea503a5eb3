import OfflineStore
import SyncProtocol
import TerminalKit

extension QueueRow {
  /// Makes a line of the list from what the store has of a record.
  init(_ entry: QueueEntry, areas: AreaIndex?) {
    self.init(
      id: entry.id, revision: entry.revision, village: entry.village,
      place: Self.place(of: entry.village, in: areas), name: entry.title,
      received: entry.changed, state: entry.state, pending: entry.pending,
      warnings: entry.warnings.count, mayBeDouble: !entry.duplicateOf.isEmpty,
      unsettled: entry.standing, refusal: entry.refusal, isDamaged: entry.isDamaged)
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
