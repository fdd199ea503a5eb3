import OfflineStore
import SyncProtocol
import TerminalKit

/// The menu that everything starts from, with how much waits behind each entry.
enum HomeScreen {
  enum Item: Equatable, CaseIterable {
    case newSurvey, returned, drafts, ready, send, sent, everybody, trash, queue, guide, practice,
      settings, lock

    /// Whether it is there to learn and to ask, and no step of the work.
    fileprivate var isForLearning: Bool { self == .practice }

    fileprivate var phrase: HomePhrase {
      switch self {
      case .newSurvey: .newSurvey
      case .returned: .returned
      case .drafts: .drafts
      case .ready: .ready
      case .send: .send
      case .sent: .sent
      case .everybody: .everybody
      case .trash: .trash
      case .queue: .queue
      case .guide: .guide
      case .practice: .practice
      case .settings: .settings
      case .lock: .lock
      }
    }
  }

  struct Model: Equatable {
    var counts = RecordCounts()
    /// Records in an officer's queue; nil for someone who has none.
    var queued: Int?
    var maySubmit = true
    /// Whether the person checks the records of others.
    var mayReview = false
    /// Whether anything was ever fetched from the centre.
    var hasFetched = true
    /// Whether a record was just finished whose house may have another person.
    var mayGoOnBeside = false
    var item = Item.newSurvey

    /// The entries in the order in which they are shown; what came back stands in front.
    var items: [Item] { Self.menus(self).flatMap(\.items) }

    /// The digit that opens an entry, always the same for one person: what came back has 0, so that
    /// it may come and go.
    func digit(of item: Item) -> Int? {
      if item == .returned { return 0 }
      return number(of: item).flatMap { $0 < 10 ? $0 : nil }
    }

    /// The number by which an entry is called where a number may have two digits; what is for learning
    /// comes last, so that no other entry has another number than before.
    func number(of item: Item) -> Int? {
      if item == .returned { return 0 }
      let rest = items.filter { $0 != .returned }
      let order = rest.filter { !$0.isForLearning } + rest.filter(\.isForLearning)
      return order.firstIndex(of: item).map { $0 + 1 }
    }

    fileprivate static func menus(_ model: Model) -> [(title: HomePhrase, items: [Item])] {
      let returned: [Item] = model.counts.returned > 0 ? [.returned] : []
      let report = returned + [.newSurvey, .drafts, .ready, .send, .sent, .everybody, .trash]
      let review = model.mayReview ? [(HomePhrase.reviewMenu, [Item.queue])] : []
      let reporting = model.maySubmit ? [(HomePhrase.reportMenu, report)] : []
      let help: [Item] = model.maySubmit ? [.guide, .practice] : [.guide]
      let laptop: [Item] = model.maySubmit ? [.settings, .lock] : [.send, .settings, .lock]
      return reporting + review + [(HomePhrase.faqMenu, help), (.laptopMenu, laptop)]
    }
  }

  enum Effect: Equatable {
    case open(Item)
    /// One Esc too many is common, so leaving asks.
    case askToLock
    /// The next person of the house of the record that was finished last.
    case beside
  }

  enum Action: Sendable { case open, beside, lock }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: Phrase.open.label, action: .open),
    KeyBinding(
      .function(5), label: VillagePhrase.beside.label, action: .beside, isShown: false),
    KeyBinding(.escape, label: HomePhrase.lock.label, action: .lock),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    let items = model.items
    let row = items.firstIndex(of: model.item) ?? 0
    if let moved = Scrolling.moved(row, by: key, of: items.count, page: 5) {
      model.item = items[moved]
      return []
    }
    if let digit = key.digit,
      let item = items.first(where: { model.digit(of: $0) == digit })
    {
      model.item = item
      return [.open(item)]
    }
    switch keys.action(for: key) {
    case .open: return [.open(items[row])]
    case .beside: return model.mayGoOnBeside ? [.beside] : []
    case .lock: return [.askToLock]
    case nil: return []
    }
  }
}

extension HomeScreen {
  static func view(
    _ model: Model, about person: PersonCard, _ frame: ScreenFrame, on grid: inout Grid
  ) -> Point? {
    let language = frame.language
    var frame = frame
    if person.centre == nil, frame.notice == nil {
      frame.notice = .init(.hint, HomePhrase.notEnrolled.label)
    }
    let body = frame.draw(
      HomePhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let (menu, side) = body.columns >= 110 ? body.splitLeft(72) : (body, nil)
    if let side { person.view(model.counts, in: side.inset(columns: 2), language, on: &grid) }
    return draw(model, in: menu, language, on: &grid)
  }

  private static func draw(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) -> Point? {
    let menus = Model.menus(model)
    let isRoomy = area.rows >= model.items.count + 2 * menus.count
    var rows: [(text: String, item: Item?)] = []
    for menu in menus {
      rows.append((menu.title.text(in: language), nil))
      rows += menu.items.map { (line($0, model, language), $0) }
      if isRoomy { rows.append(("", nil)) }
    }
    let lit = rows.firstIndex { $0.item == model.item } ?? 0
    // The heading above the first entry is seen with it.
    let top = lit == 1 ? 0 : Scrolling.top(0, showing: lit, of: rows.count, visible: area.rows)
    for (place, row) in rows.enumerated().dropFirst(top).prefix(area.rows) {
      guard let item = row.item else {
        grid.draw(row.text, at: area.point(place - top), width: area.columns, style: .title)
        continue
      }
      grid.drawRow(
        row.text, row: place - top, in: area,
        style: item == model.item ? .selected : style(of: item, model.counts))
    }
    return area.point(lit - top, 2)
  }

  private static func style(of item: Item, _ counts: RecordCounts) -> Style {
    switch item {
    case .returned: .warning.bold
    case .ready where counts.refused > 0: .problem.bold
    default: .plain
    }
  }

  static func line(
    _ item: Item, _ model: Model, _ language: Language
  ) -> String {
    let mark = model.digit(of: item).map { "\($0)) " } ?? "   "
    let name = "  " + mark + self.name(of: item, model, language)
    let counted = count(item, model, language)
    return counted.isEmpty ? name : "\(TextWidth.pad(name, to: 34))\(counted)"
  }

  static func name(of item: Item, _ model: Model, _ language: Language) -> String {
    (item == .send && !model.maySubmit ? .fetch : item.phrase).text(in: language)
  }

  private static func count(_ item: Item, _ model: Model, _ language: Language) -> String {
    let counts = model.counts
    let words = HomePhrase.items.text(in: language)
    return switch item {
    case .returned: "\(counts.returned) \(words)"
    case .drafts where counts.draftsWithErrors > 0:
      "\(counts.drafts) \(words) · "
        + (language == .thai
          ? "\(HomePhrase.withErrors.text(in: language)) \(counts.draftsWithErrors)"
          : "\(counts.draftsWithErrors) \(HomePhrase.withErrors.text(in: language))")
    case .drafts: "\(counts.drafts) \(words)"
    case .ready where counts.refused > 0:
      "\(counts.ready) \(words) · \(RecordsPhrase.refused.text(in: language)) \(counts.refused)"
    case .ready: "\(counts.ready) \(words)"
    case .sent: "\(counts.sent) \(words)"
    case .everybody:
      "\(counts.people) \(VillagePhrase.people.text(in: language)) · "
        + TodaysWork(finished: counts.today.finished, sent: counts.today.sent).text(in: language)
    case .trash: "\(counts.trashed) \(words)"
    // What a stick brought, or a fetch that broke off, is there all the same.
    case .queue where !model.hasFetched && (model.queued ?? 0) == 0:
      HomePhrase.neverFetched.text(in: language)
    case .queue: model.queued.map { "\($0) \(words)" } ?? ""
    case .newSurvey, .send, .guide, .practice, .settings, .lock: ""
    }
  }
}
