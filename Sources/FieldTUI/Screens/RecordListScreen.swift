import OfflineStore
import SyncProtocol
import TerminalKit
import ThaiText

/// One of the lists of records, searched while one types.
enum RecordListScreen {
  enum Kind: Equatable, Sendable {
    case drafts, returned, ready, sent, trash

    func holds(_ state: LocalState) -> Bool {
      switch self {
      case .drafts: state == .draft
      case .returned: state == .returned
      case .ready: state == .ready
      case .sent: [.sent, .resubmitted, .verified, .rejected, .locked, .retracted].contains(state)
      case .trash: state == .trashed
      }
    }

    var title: Label {
      switch self {
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
    /// The records whose name holds what was typed.
    private(set) var found: [RecordSummary]
    private var names: NameSearch?
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
        names = nil
        find()
      }
    }

    init(_ kind: Kind, _ records: [RecordSummary], formTitles: [String: String] = [:]) {
      self.kind = kind
      self.formTitles = formTitles
      self.records = Self.sorted(records, kind, isByName: false)
      found = self.records
    }

    /// Takes the records as they are now and stays near the highlighted one.
    mutating func refresh(_ all: [RecordSummary]) {
      records = Self.sorted(all, kind, isByName: isByName)
      names = nil
      find()
      row = max(0, min(row, found.count - 1))
    }

    private mutating func find() {
      guard !search.text.isEmpty else {
        found = records
        return
      }
      // Folded once, when somebody searches: not at every key.
      var names = names ?? NameSearch(records.map(\.title))
      found = names.positions(of: search.text).map { records[$0] }
      self.names = names
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
    case open(RecordID), openReturned(RecordSummary), showDetails(RecordSummary)
    case recall(RecordID), trash(RecordID), restore(RecordID)
    case say(Label)
    case back
  }

  enum Action: Sendable { case open, recall, trash, restore, order, back }

  static func keys(_ kind: Kind) -> KeyMap<Action> {
    let open = KeyBinding<Action>(
      .enter,
      label: kind == .sent || kind == .ready ? RecordsPhrase.details.label : Phrase.open.label,
      action: .open)
    let back = KeyBinding<Action>(.escape, label: Phrase.back.label, action: .back)
    let trash = KeyBinding<Action>(
      .delete, label: RecordsPhrase.trash.label, action: .trash)
    let order = KeyBinding<Action>(
      .function(7), label: RecordsPhrase.byName.label, action: .order, isShown: false)
    return switch kind {
    case .drafts: KeyMap([open, trash, back, order])
    case .ready:
      KeyMap([
        open, KeyBinding(.function(6), label: RecordsPhrase.recall.label, action: .recall), back,
        order,
      ])
    case .trash:
      KeyMap([
        KeyBinding(.enter, label: RecordsPhrase.restore.label, action: .restore), back, order,
      ])
    case .returned, .sent: KeyMap([open, back, order])
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
    case .recall:
      return [.recall(record.id)]
    case .trash: return [.trash(record.id)]
    case .restore: return [.restore(record.id)]
    case .order, .back: return []
    }
  }

  private static func open(_ record: RecordSummary, _ kind: Kind) -> Effect {
    switch kind {
    case .drafts: .open(record.id)
    case .returned: .openReturned(record)
    case .ready, .sent: .showDetails(record)
    case .trash: .restore(record.id)
    }
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
    return Phrase.refusal(outcome).map { [.say($0.label)] } ?? []
  }
}
