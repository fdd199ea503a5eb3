import SQLiteKit
import SyncProtocol

/// The part of a draft that is sealed as one value.
struct DraftBody: Codable {
  var place: String
  var notes: [QuestionComment]
  var language: String
  /// Not in the drafts of earlier programs.
  var history: [FormerVersion]?
  var audit: String?
  var pending: [PendingText]?
  /// What the clear columns say too; not in the drafts of earlier programs.
  var facts: Facts?

  /// The part of a draft that lists need in clear, sealed once more for when those are lost.
  struct Facts: Codable, Equatable {
    var formID: String
    var formVersion: String
    var formHash: FormHash
    var parent: RevisionHash?
    var problems: Int
    var answered: Int

    init(_ draft: Draft) {
      formID = draft.formID
      formVersion = draft.formVersion
      formHash = draft.formHash
      parent = draft.parent
      problems = draft.problems
      answered = draft.answered
    }

    /// Columns: form, version, hash, problems, answered, time, parent.
    init(columns row: borrowing Row) throws {
      formID = try row.text(0)
      formVersion = try row.text(1)
      formHash = try row.hash(2)
      problems = try row.int(3)
      answered = try row.int(4)
      parent = try row.optionalHash(6)
    }
  }

  /// One line of JSON and the instance's bytes as they are.
  static func bytes(of draft: Draft) -> [UInt8] {
    let body = DraftBody(
      place: draft.place, notes: draft.notes, language: draft.language,
      history: draft.history.isEmpty ? nil : draft.history,
      audit: draft.audit.isEmpty ? nil : draft.audit,
      pending: draft.pending.isEmpty ? nil : draft.pending, facts: Facts(draft))
    return Frame(body, payload: draft.instance).bytes
  }

  static func read(_ bytes: [UInt8]) throws -> (DraftBody, instance: [UInt8]) {
    let limits = FrameLimits(line: bytes.count, items: 1, total: bytes.count)
    let frames = try FrameReader.frames(in: bytes, limits: limits)
    guard let frame = frames.first, let body = frame.decode(DraftBody.self) else {
      throw StoreError.damaged("a draft cannot be read")
    }
    return (body, frame.payload)
  }
}
