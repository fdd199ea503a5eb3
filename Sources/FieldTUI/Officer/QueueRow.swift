import SyncProtocol
import TerminalKit
import ThaiText

/// A record in an officer's queue: what one line of the list shows of it.
struct QueueRow: Equatable, Sendable {
  let id: RecordID
  /// The revision that a decision would judge.
  let revision: RevisionHash
  let village: AreaCode
  /// The village in words: its moo and its subdistrict.
  let place: Label
  /// The record's name as its form makes it.
  let name: String
  /// When the centre had it.
  let received: Timestamp
  /// Where the centre says it stands.
  let state: ReviewState
  /// What was decided on this laptop and has not been sent.
  var pending: Decision?
  let warnings: Int
  /// Whether another record seems to be about the same person.
  let mayBeDouble: Bool
  /// Set when the revision is not the one that the record stands on, and waits to be settled.
  let unsettled: Standing?
  /// Set when the laptop that it is from was revoked.
  let revoked: RevokedLaptop?
  /// Why the centre did not take the decision that was sent.
  let refusal: Problem?
  /// Whether the record does not open with this person's keys.
  let isDamaged: Bool
  /// The name and the place as nearly every search compares them.
  let searched: [UInt8]

  init(
    id: RecordID, revision: RevisionHash, village: AreaCode, place: Label, name: String,
    received: Timestamp, state: ReviewState, pending: Decision? = nil, warnings: Int = 0,
    mayBeDouble: Bool = false, unsettled: Standing? = nil, revoked: RevokedLaptop? = nil,
    refusal: Problem? = nil,
    isDamaged: Bool = false
  ) {
    self.id = id
    self.revision = revision
    self.village = village
    self.place = place
    self.name = name
    self.received = received
    self.state = state
    self.pending = pending
    self.warnings = warnings
    self.mayBeDouble = mayBeDouble
    self.unsettled = unsettled
    self.revoked = revoked
    self.refusal = refusal
    self.isDamaged = isDamaged
    searched = NameFold.spelled.bytes(Self.text(name, place))
  }

  /// What can be searched for.
  var text: String { Self.text(name, place) }

  private static func text(_ name: String, _ place: Label) -> String {
    name + " " + place.thai + " " + place.english
  }
}

extension QueueRow {
  /// Where the record will stand once the centre has what was decided here.
  var standing: ReviewState {
    pending.flatMap { state.after($0, settling: unsettled) } ?? state
  }

  /// Whether it waits for an officer.
  var isWaiting: Bool {
    unsettled == nil ? standing == .received || standing == .resubmitted : pending == nil
  }

  /// Whether it waits because the centre did not take what was decided.
  var isToDecideAgain: Bool { isWaiting && refusal != nil }

  /// Whether it can be verified without being read: nothing speaks against it.
  var isPlain: Bool {
    isWaiting && warnings == 0 && !mayBeDouble && unsettled == nil && revoked == nil
      && refusal == nil && !isDamaged
  }

  /// What waits comes first, corrected records in front of it, and the oldest first of all.
  static func comesBefore(_ one: QueueRow, _ other: QueueRow) -> Bool {
    (one.rank, one.received, one.id) < (other.rank, other.received, other.id)
  }

  private var rank: Int {
    if isWaiting, unsettled != nil || refusal != nil { return -1 }
    return switch standing {
    case .resubmitted: 0
    case .received: 1
    case .returned: 2
    case .verified: 3
    case .rejected: 4
    case .locked: 5
    case .retracted: 6
    }
  }
}

extension Timestamp {
  /// The day in Thailand.
  var thaiDay: CivilDate {
    let day: Int64 = 86_400_000
    let local = milliseconds + 7 * 3_600_000
    return CivilDate(daysSince1970: Int((local - (local % day + day) % day) / day))
  }
}
