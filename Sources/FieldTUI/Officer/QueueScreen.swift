import SyncProtocol
import TerminalKit

/// The records that wait for an officer, and those that he dealt with (เมนูตรวจสอบข้อมูล).
enum QueueScreen {
  struct Model: Equatable, Sendable {
    /// In the order of the list; only what the filter admits is shown.
    private(set) var rows: [QueueRow] = []
    private(set) var counts = QueueCounts([])
    /// The positions of the rows that are shown.
    private(set) var shown: [Int] = []
    /// A position among the shown ones.
    var highlighted = 0
    var filter = QueueFilter() { didSet { if filter != oldValue { refilter() } } }
    /// What is typed to search for, while it is typed.
    var searching: TextField.Model?
    var overlay: Overlay?
    var notice: OfficerPhrase?
    var isLoaded = false
    /// Records with comments that no decision has taken along yet.
    var commented: Set<RecordID> = []
    var language = Language.thai
    let role: Role
    /// Whether anything was ever fetched from the centre.
    let hasFetched: Bool

    init(role: Role, language: Language, hasFetched: Bool = true) {
      self.role = role
      self.language = language
      self.hasFetched = hasFetched
    }
  }

  enum Overlay: Equatable, Sendable {
    case help(ScrollText.Model)
    case bulk(Dialog.Model)
  }

  enum Effect: Equatable, Sendable {
    case open(RecordID)
    /// These records can be verified unread, in this order.
    case verify([RecordID])
    case undo
    case switchLanguage
    case leave
  }

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    if let overlay = model.overlay { return update(&model, overlay, key) }
    if model.searching != nil, search(&model, key) { return [] }
    if model.move(key) { return [] }
    guard let action = keys.action(for: key) else { return [] }
    model.notice = nil
    return perform(action, on: &model)
  }

  private static func perform(_ action: Action, on model: inout Model) -> [Effect] {
    switch action {
    case .open: return open(&model)
    case .nextStanding: model.filter.standing = model.filter.standing.following
    case .nextVillage: model.filter.village = model.villageAfter(model.filter.village)
    case .nextChecks: model.filter.checks = model.filter.checks.following
    case .everything: model.showEverything()
    case .search: model.searching = TextField.Model(model.filter.search, limit: 60)
    case .order: model.filter.isByName.toggle()
    case .bulk: askForBulk(&model)
    case .undo: return [.undo]
    case .help: model.overlay = .help(OfficerKeys.help(keys, in: model.language))
    case .language: return [.switchLanguage]
    case .leave: return [.leave]
    }
    return []
  }

  private static func open(_ model: inout Model) -> [Effect] {
    guard let row = model.current else { return [] }
    guard !row.isDamaged else {
      model.notice = .cannotOpen
      return []
    }
    return [.open(row.id)]
  }

  /// Takes a key for the search line; false when the list has a use for it.
  private static func search(_ model: inout Model, _ key: Key) -> Bool {
    guard var field = model.searching else { return false }
    switch key {
    case .enter: model.searching = nil
    case .escape:
      model.searching = nil
      model.filter.search = ""
    default:
      let outcome = TextField.write(&field, key)
      guard outcome != .ignored else { return key.isCharacter }
      model.notice = outcome.excess.map(OfficerPhrase.fieldFull)
      model.searching = field
      model.filter.search = field.text
    }
    return true
  }

  private static func askForBulk(_ model: inout Model) {
    let plain = model.plainShown.count
    let waiting = model.shown.count { model.rows[$0].isWaiting }
    guard model.role.may(.review), plain > 0 else {
      model.notice = model.role.may(.review) ? .bulkNothing : .refused(.notYourRole)
      return
    }
    let text = OfficerPhrase.bulkText(plain, left: waiting - plain).text(in: model.language)
    let buttons = [OfficerPhrase.lookAgain, .bulkVerify].map { $0.text(in: model.language) }
    model.overlay = .bulk(
      Dialog.Model(
        title: OfficerPhrase.bulkTitle.text(in: model.language), text: text, buttons: buttons))
  }

  private static func update(_ model: inout Model, _ overlay: Overlay, _ key: Key) -> [Effect] {
    switch overlay {
    case .help(var text):
      model.overlay = ScrollText.update(&text, key) ? .help(text) : nil
    case .bulk(var dialog):
      switch Dialog.update(&dialog, OfficerKeys.latin(key)) {
      case .moved, .ignored: model.overlay = .bulk(dialog)
      case .cancelled, .chose(0): model.overlay = nil
      case .chose:
        model.overlay = nil
        return [.verify(model.plainShown)]
      }
    }
    return []
  }
}

extension QueueScreen.Model {
  /// The row that the keys act on.
  var current: QueueRow? {
    shown.indices.contains(highlighted) ? rows[shown[highlighted]] : nil
  }

  /// The shown records that nothing speaks against.
  var plainShown: [RecordID] {
    shown.map { rows[$0] }.filter { $0.isPlain && !commented.contains($0.id) }.map(\.id)
  }

  func row(_ id: RecordID) -> QueueRow? { rows.first { $0.id == id } }

  /// Takes the records as they are now, and stays on the one that was highlighted.
  mutating func take(_ rows: [QueueRow]) {
    let kept = current?.id
    self.rows = rows.sorted(by: QueueRow.comesBefore)
    // Positions in the old rows say nothing about the new ones.
    shown = []
    isLoaded = true
    refilter()
    if let kept { highlight(kept) }
  }

  /// Marks what was decided here; the order stays, so that nothing jumps while one works.
  mutating func mark(_ id: RecordID, as pending: Decision?) {
    guard let place = rows.firstIndex(where: { $0.id == id }) else { return }
    rows[place].pending = pending
    refilter()
  }

  mutating func highlight(_ id: RecordID) {
    highlighted = shown.firstIndex { rows[$0].id == id } ?? highlighted
  }

  /// The shown record next to one, or the next that still waits.
  ///
  /// - Parameter step: 1 for the next and -1 for the one before.
  func neighbour(of id: RecordID, step: Int, waiting: Bool = false) -> RecordID? {
    guard let place = rows.firstIndex(where: { $0.id == id }) else { return nil }
    let ahead = step > 0 ? shown.filter { $0 > place } : shown.filter { $0 < place }.reversed()
    return ahead.first { !rows[$0].isDamaged && (!waiting || rows[$0].isWaiting) }
      .map { rows[$0].id }
  }

  mutating func move(_ key: Key) -> Bool {
    guard
      let row = Scrolling.moved(highlighted, by: key, of: shown.count, page: QueueScreen.page)
    else { return false }
    highlighted = max(0, row)
    return true
  }

  mutating func showEverything() {
    filter = QueueFilter()
    filter.standing = .all
  }

  /// The villages of the queue in their order, then all of them again.
  func villageAfter(_ village: AreaCode?) -> AreaCode? {
    let villages = Set(rows.map(\.village)).sorted()
    guard let village else { return villages.first }
    return villages.first { $0 > village }
  }

  private mutating func refilter() {
    let kept = current?.id
    counts = QueueCounts(rows)
    shown = filter.positions(in: rows)
    highlighted = min(highlighted, max(0, shown.count - 1))
    if let kept { highlight(kept) }
  }
}

extension Key {
  var isCharacter: Bool {
    if case .character = self { return true }
    return false
  }
}
