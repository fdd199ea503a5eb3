import SyncProtocol
import TerminalKit

/// An officer's part of the app: the queue, and over it the record that is read.
enum OfficerScreens {
  struct Model: Equatable, Sendable {
    fileprivate(set) var queue: QueueScreen.Model
    fileprivate(set) var review: ReviewScreen.Model?
    /// What was written about records and went out with no decision.
    fileprivate(set) var notes: [RecordID: DecisionBody]
    fileprivate(set) var leaving: Dialog.Model?
    /// Records that are being verified unread, until the store has them all.
    fileprivate var bulk: Set<RecordID> = []
    fileprivate var bulkDone = 0

    /// Ask for the rows with ``Effect/load`` at the start; what was kept earlier comes back here.
    init(
      role: Role, language: Language, notes: [RecordID: DecisionBody] = [:],
      hasFetched: Bool = true
    ) {
      queue = QueueScreen.Model(role: role, language: language, hasFetched: hasFetched)
      self.notes = notes.filter { !$0.value.isEmpty }
      queue.commented = Set(self.notes.keys)
    }
  }

  enum Message: Equatable, Sendable {
    case key(Key)
    case language(Language)
    /// All records of the officer's area, in any order: at the start and after every sync.
    case rows([QueueRow])
    /// What was written about records and no decision has taken along, as the store has it.
    case remarks([RecordID: DecisionBody])
    /// Something to be said over the screen.
    case say(Label)
    case opened(RecordReading)
    /// What came of the files of a record.
    case files(RecordID, FilesBox.News)
    /// A decision is on the disk.
    case decided(RecordID, Decision)
    case tookBack(RecordID?)
    /// What was asked of the store failed; nothing has changed.
    case failed
  }

  enum Effect: Equatable, Sendable {
    case load
    case open(RecordID)
    case decide(Decision, on: RecordID, judged: RevisionHash, body: DecisionBody)
    case undo
    /// Keep what is written about a record; an empty body is to be forgotten.
    case keep(RecordID, DecisionBody)
    /// A whole national ID was shown to the officer; this is written down.
    case revealed(RecordID, path: String)
    case listFiles(RecordID)
    case fetch(RecordFile, of: RecordID, to: String)
    case stopFetching
    case language(Language)
    case leave
  }

  static func update(_ model: inout Model, _ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return update(&model, key)
    case .language(let language): model.speak(language)
    case .rows(let rows): return take(rows, in: &model)
    case .remarks(let remarks): model.take(remarks)
    case .say(let label): model.say(.said(label))
    case .opened(let record): open(record, in: &model)
    case .files(let id, let news):
      if model.review?.record.row.id == id { model.review?.take(news) }
    case .decided(let id, let decision): return settle(id, decision, in: &model)
    case .tookBack(let id): takeBack(id, in: &model)
    case .failed: return fail(&model)
    }
    return []
  }

  /// Draws the record, or the queue when none is open.
  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let cursor =
      model.review.map { ReviewScreen.view($0, in: area, on: &grid) }
      ?? QueueScreen.view(model.queue, in: area, on: &grid)
    return model.leaving.map { Dialog.view($0, model.queue.language, in: area, on: &grid) }
      ?? cursor
  }

  private static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    if let dialog = model.leaving { return update(&model, dialog, key) }
    if var review = model.review {
      let effects = ReviewScreen.update(&review, key)
      model.review = review
      return effects.flatMap { perform($0, of: review, in: &model) }
    }
    return QueueScreen.update(&model.queue, key).flatMap { perform($0, in: &model) }
  }

  private static func perform(_ effect: QueueScreen.Effect, in model: inout Model) -> [Effect] {
    switch effect {
    case .open(let id): return [.open(id)]
    case .verify(let records):
      model.bulk = Set(records)
      return records.compactMap { model.queue.row($0) }.map {
        .decide(.verify, on: $0.id, judged: $0.revision, body: DecisionBody())
      }
    case .undo: return [.undo]
    case .switchLanguage: return model.switchLanguage()
    case .leave: return leave(&model)
    }
  }

  private static func perform(
    _ effect: ReviewScreen.Effect, of review: ReviewScreen.Model, in model: inout Model
  ) -> [Effect] {
    let row = review.record.row
    switch effect {
    case .decide(let decision, let body):
      return [.decide(decision, on: row.id, judged: row.revision, body: body)]
    case .undo: return [.undo]
    case .next: return step(1, from: row.id, in: &model)
    case .previous: return step(-1, from: row.id, in: &model)
    case .back: model.close()
    case .keep(let body):
      model.note(body, about: row.id)
      return [.keep(row.id, body)]
    case .revealed(let path): return [.revealed(row.id, path: path)]
    case .listFiles: return [.listFiles(row.id)]
    case .fetch(let file, let path): return [.fetch(file, of: row.id, to: path)]
    case .stopFetching: return [.stopFetching]
    case .switchLanguage: return model.switchLanguage()
    }
    return []
  }

  private static func step(
    _ step: Int, from id: RecordID, in model: inout Model
  ) -> [Effect] {
    guard let next = model.queue.neighbour(of: id, step: step) else {
      model.review?.notice = .lastOne
      return []
    }
    return [.open(next)]
  }

  /// Comments that nobody has sent are never dropped in passing: leaving with some is asked about.
  private static func leave(_ model: inout Model) -> [Effect] {
    guard !model.notes.isEmpty else { return [.leave] }
    let language = model.queue.language
    model.leaving = Dialog.Model(
      title: OfficerPhrase.unsentTitle.text(in: language),
      text: OfficerPhrase.unsentText(model.notes.count).text(in: language),
      buttons: [OfficerPhrase.stay, .leaveAndKeep].map { $0.text(in: language) })
    return []
  }

  private static func update(
    _ model: inout Model, _ dialog: Dialog.Model, _ key: Key
  ) -> [Effect] {
    var dialog = dialog
    switch Dialog.update(&dialog, OfficerKeys.latin(key)) {
    case .moved, .ignored: model.leaving = dialog
    case .cancelled, .chose(0): model.leaving = nil
    case .chose:
      model.leaving = nil
      return [.leave]
    }
    return []
  }
}

extension OfficerScreens {
  /// A record that is open and came in anew is read again, so that no old version is judged.
  private static func take(_ rows: [QueueRow], in model: inout Model) -> [Effect] {
    model.queue.take(rows)
    guard let open = model.review?.record.row, let row = model.queue.row(open.id) else { return [] }
    guard row.revision == open.revision else { return [.open(row.id)] }
    model.review?.record.row = row
    return []
  }

  private static func open(_ record: RecordReading, in model: inout Model) {
    let id = record.row.id
    if model.review?.record.row.id == id {
      model.review?.take(record)
    } else {
      model.review = ReviewScreen.Model(
        record, notes: model.notes[id] ?? DecisionBody(), role: model.queue.role,
        language: model.queue.language)
      // What became of the record before is said over this one.
      model.review?.notice = model.queue.notice
      model.queue.notice = nil
    }
    model.queue.highlight(id)
    model.placeReview()
  }

  /// After a decision the next waiting record is opened, or the queue when none waits.
  private static func settle(
    _ id: RecordID, _ decision: Decision, in model: inout Model
  ) -> [Effect] {
    let next = model.queue.neighbour(of: id, step: 1, waiting: true)
    let name = model.queue.row(id)?.name ?? ""
    model.queue.mark(id, as: decision)
    guard model.review?.record.row.id == id else { return settleBulk(id, in: &model) }
    // The store keeps the words with the decision, and gives them back if it comes to nothing.
    model.note(DecisionBody(), about: id)
    model.queue.notice = .decided(decision, name)
    model.review?.isSaving = false
    guard let next else {
      model.review = nil
      if model.queue.counts.waiting == 0 { model.queue.notice = .nothingLeft }
      return []
    }
    model.review?.record.row.pending = decision
    return [.open(next)]
  }

  private static func settleBulk(_ id: RecordID, in model: inout Model) -> [Effect] {
    model.bulk.remove(id)
    model.bulkDone += 1
    guard model.bulk.isEmpty else { return [] }
    model.queue.notice = .bulkDone(model.bulkDone)
    model.bulkDone = 0
    return []
  }

  /// A decision fails when a newer version came in meanwhile, so the queue is looked at again.
  private static func fail(_ model: inout Model) -> [Effect] {
    let wasDeciding = model.review?.isSaving == true || !model.bulk.isEmpty
    model.review?.isSaving = false
    model.say(.notSaved)
    (model.bulk, model.bulkDone) = ([], 0)
    return wasDeciding ? [.load] : []
  }

  private static func takeBack(_ id: RecordID?, in model: inout Model) {
    let notice: OfficerPhrase
    if let id, let row = model.queue.row(id) {
      model.queue.mark(id, as: nil)
      if model.review?.record.row.id == id { model.review?.record.row.pending = nil }
      notice = .takenBack(row.name)
    } else {
      notice = .nothingToTakeBack
    }
    model.say(notice)
  }
}

extension OfficerScreens.Model {
  fileprivate mutating func note(_ body: DecisionBody, about id: RecordID) {
    notes[id] = body.isEmpty ? nil : body
    queue.commented = Set(notes.keys)
  }

  /// What is written about the record that is open may be newer than what the store had.
  fileprivate mutating func take(_ remarks: [RecordID: DecisionBody]) {
    var kept = remarks.filter { !$0.value.isEmpty }
    if let open = review?.record.row.id {
      if let own = notes[open] { kept[open] = own }
      review?.notes = kept[open] ?? DecisionBody()
    }
    notes = kept
    queue.commented = Set(kept.keys)
  }

  fileprivate mutating func say(_ notice: OfficerPhrase) {
    queue.notice = notice
    review?.notice = notice
  }

  fileprivate mutating func close() {
    review = nil
    queue.notice = nil
  }

  fileprivate mutating func speak(_ language: Language) {
    queue.language = language
    review?.language = language
  }

  fileprivate mutating func switchLanguage() -> [OfficerScreens.Effect] {
    speak(queue.language.other)
    return [.language(queue.language)]
  }

  fileprivate mutating func placeReview() {
    let isShown = queue.current?.id == review?.record.row.id
    let place = OfficerPhrase.position(queue.highlighted + 1, of: queue.shown.count)
    review?.place = isShown ? place : nil
  }
}
