import OfflineStore
import SyncProtocol
import TerminalKit
import ThaiText

/// One of the lists of records, searched while one types.
enum RecordListScreen {
  enum Kind: Equatable, Sendable {
    case everybody, drafts, returned, ready, sent, trash

    func holds(_ state: LocalState) -> Bool {
      switch self {
      case .everybody: state != .trashed
      case .drafts: state == .draft
      case .returned: state == .returned
      case .ready: state == .ready
      case .sent: [.sent, .resubmitted, .verified, .rejected, .locked, .retracted].contains(state)
      case .trash: state == .trashed
      }
    }

    var title: Label {
      switch self {
      case .everybody: HomePhrase.everybody.label
      case .drafts: HomePhrase.drafts.label
      case .returned: HomePhrase.returned.label
      case .ready: HomePhrase.ready.label
      case .sent: HomePhrase.sent.label
      case .trash: HomePhrase.trash.label
      }
    }
  }

  struct Model: Equatable {
    let kind: Kind
    /// All records of the list, the latest first.
    private(set) var records: [RecordSummary]
    /// The records of the people that what was typed finds.
    private(set) var found: [RecordSummary]
    private var people: PeopleSearch?
    /// What the records' forms are called, by their ids; empty when all are of one form.
    var formTitles: [String: String]
    var search = TextField.Model(limit: 60) {
      didSet { if search.text != oldValue.text { find() } }
    }
    var row = 0
    /// Whether the records stand in the order of their names, and not the latest first.
    var isByName = false {
      didSet {
        records = Self.sorted(records, kind, isByName: isByName)
        people = nil
        find()
      }
    }
    /// What the list says above itself of today; nil where nobody asks.
    var today: TodaysWork?

    init(_ kind: Kind, _ records: [RecordSummary], formTitles: [String: String] = [:]) {
      self.kind = kind
      self.formTitles = formTitles
      self.records = Self.sorted(records, kind, isByName: false)
      found = self.records
    }

    /// Takes the records as they are now and stays near the highlighted one.
    mutating func refresh(_ all: [RecordSummary]) {
      let standing = selected?.id
      records = Self.sorted(all, kind, isByName: isByName)
      people = nil
      find()
      // The person may have gone, but nobody else takes the place of one who is still there.
      row = found.firstIndex { $0.id == standing } ?? max(0, min(row, found.count - 1))
    }

    private mutating func find() {
      guard !search.text.isEmpty else {
        found = records
        return
      }
      // Folded once, when somebody searches: not at every key.
      var people = people ?? PeopleSearch(records)
      found = people.positions(of: search.text).map { records[$0] }
      self.people = people
    }

    var selected: RecordSummary? {
      found.indices.contains(row) ? found[row] : nil
    }

    private static func sorted(
      _ records: [RecordSummary], _ kind: Kind, isByName: Bool
    ) -> [RecordSummary] {
      let held = records.filter { kind.holds($0.state) }
      // What the centre did not take waits for the person, and nothing else happens to it.
      let inTime = held.sorted { one, other in
        one.delivery.isRefused == other.delivery.isRefused
          ? one.changed > other.changed : one.delivery.isRefused
      }
      guard isByName else { return inTime }
      let keyed = inTime.map { (record: $0, key: ThaiCollation.key(of: $0.title)) }
      return keyed.sorted { $0.key < $1.key }.map(\.record)
    }
  }

  enum Effect: Equatable {
    case open(RecordID), openReturned(RecordSummary), read(RecordSummary)
    /// Whether to call it back is still to be asked.
    case recall(RecordSummary)
    case trash(RecordID), restore(RecordID)
    /// Begins a record of somebody else in the same house.
    case beginBeside(RecordSummary)
    case say(Label)
    case back
  }

  enum Action: Sendable { case open, recall, trash, restore, beside, order, back }

  static func keys(_ kind: Kind) -> KeyMap<Action> {
    let enter: Label =
      switch kind {
      case .everybody, .ready, .sent: VillagePhrase.read.label
      case .trash: RecordsPhrase.restore.label
      case .drafts, .returned: Phrase.open.label
      }
    let open = KeyBinding<Action>(
      .enter, label: enter, action: kind == .trash ? .restore : .open)
    let back = KeyBinding<Action>(.escape, label: Phrase.back.label, action: .back)
    let trash = KeyBinding<Action>(.delete, label: RecordsPhrase.trash.label, action: .trash)
    let recall = KeyBinding<Action>(
      .function(6), label: RecordsPhrase.recall.label, action: .recall)
    let beside = KeyBinding<Action>(
      .function(5), label: VillagePhrase.beside.label, action: .beside)
    let order = KeyBinding<Action>(
      .function(7), label: RecordsPhrase.byName.label, action: .order, isShown: false)
    return switch kind {
    case .everybody: KeyMap([open, back, beside, recall, trash, order])
    case .drafts: KeyMap([open, trash, back, beside, order])
    case .ready: KeyMap([open, recall, back, beside, order])
    case .trash: KeyMap([open, back, order])
    case .returned, .sent: KeyMap([open, back, beside, order])
    }
  }

  static func update(_ model: inout Model, _ key: Key, page: Int = 10) -> [Effect] {
    if let row = Scrolling.moved(model.row, by: key, of: model.found.count, page: page),
      key != .home, key != .end
    {
      model.row = max(0, row)
      return []
    }
    guard let action = keys(model.kind).action(for: key) else { return search(&model, key) }
    if action == .order {
      model.isByName.toggle()
      model.row = 0
      return []
    }
    guard action != .back else { return back(&model) }
    guard let record = model.selected else { return [] }
    switch action {
    case .open: return [open(record, model.kind)]
    case .recall: return [recall(record)]
    case .trash: return [trash(record)]
    case .restore: return [.restore(record.id)]
    case .beside: return [.beginBeside(record)]
    case .order, .back: return []
    }
  }

  private static func open(_ record: RecordSummary, _ kind: Kind) -> Effect {
    switch kind {
    case .drafts: .open(record.id)
    case .returned: .openReturned(record)
    case .everybody, .ready, .sent: .read(record)
    case .trash: .restore(record.id)
    }
  }

  /// Asks before a finished record is called back; of any other one says what is known.
  static func recall(_ record: RecordSummary) -> Effect {
    // Of one that may be at the centre the store finds out whether it is.
    record.mayRecall || record.delivery == .offered
      ? .recall(record) : .say(VillagePhrase.whyNotRecalled(record).label)
  }

  private static func trash(_ record: RecordSummary) -> Effect {
    record.state == .draft
      ? .trash(record.id) : .say(VillagePhrase.whyNotTrashed(record.state).label)
  }

  /// Leaves the search first and the list after that.
  private static func back(_ model: inout Model) -> [Effect] {
    guard model.search.text.isEmpty else {
      model.search = TextField.Model(limit: 60)
      model.row = 0
      return []
    }
    return [.back]
  }

  private static func search(_ model: inout Model, _ key: Key) -> [Effect] {
    let outcome = TextField.write(&model.search, key)
    if outcome == .changed { model.row = 0 }
    return Phrase.refusal(outcome).map { [.say($0)] } ?? []
  }
}
