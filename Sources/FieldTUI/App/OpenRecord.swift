import OfflineStore
import SyncProtocol

/// What the store keeps of a record being filled in, besides what the filling screen knows.
struct OpenRecord: Equatable, Sendable {
  let formID: String
  let formVersion: String
  let formHash: FormHash
  /// The returned revision that is being corrected.
  var parent: RevisionHash?
  /// What the draft was in earlier versions of its form.
  var history: [FormerVersion] = []
  /// Whether it was begun just now, and not opened again.
  var isNew = false

  /// The draft to save; its time is given when it is written.
  func draft(_ snapshot: FillScreen.Snapshot, language: String) -> Draft {
    Draft(
      id: snapshot.record, formID: formID, formVersion: formVersion, formHash: formHash,
      instance: snapshot.instance, title: snapshot.title, place: snapshot.place,
      problems: snapshot.problems, answered: snapshot.answered,
      changed: Timestamp(milliseconds: 0), parent: parent, notes: snapshot.comments,
      language: language, history: history,
      audit: snapshot.audit)
  }
}
