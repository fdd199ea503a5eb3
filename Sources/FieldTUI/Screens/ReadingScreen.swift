import OfflineStore
import SyncProtocol
import Synchronization
import TerminalKit

/// A record as its author reads it again: what became of it, what was said about it, and every answer.
enum ReadingScreen {
  enum Text: Equatable, Sendable {
    case here([RecordReading.Section], [RecordReading.Warning])
    /// Only the centre opens it.
    case sealed
    case formMissing
  }

  struct Model: Equatable, Sendable {
    var record: RecordSummary
    var form: String?
    var text = Text.sealed
    /// What whoever checked it wrote.
    var remarks: [QuestionComment] = []
    /// The list that it was opened from, to go back to.
    var list: RecordListScreen.Model?
    /// The line that is marked, of those that were drawn.
    var row = 0
    /// Whether whole national IDs are shown.
    var isRevealed = false
    let drawn = DrawnSize()

    init(_ record: RecordSummary, form: String? = nil) {
      self.record = record
      self.form = form
    }

    /// Takes the record as it is now.
    mutating func take(_ records: [RecordSummary]) {
      guard let now = records.first(where: { $0.id == record.id }) else { return }
      record = now
    }

    var hasNationalID: Bool {
      guard case .here(let sections, _) = text else { return false }
      return sections.flatMap(\.answers).contains { answer in
        if case .nationalID = answer.value { true } else { false }
      }
    }
  }

  enum Effect: Equatable {
    case open(RecordSummary, at: String?)
    case openReturned(RecordSummary)
    case recall(RecordSummary)
    case beginBeside(RecordSummary)
    case revealed(RecordID)
    case say(Label)
    case back(RecordListScreen.Model?)
  }

  enum Action: Sendable { case change, reveal, beside, recall, back }

  static func keys(_ model: Model) -> KeyMap<Action> {
    typealias Binding = KeyBinding<Action>
    var bindings: [Binding] = []
    switch model.record.state {
    case .draft:
      bindings.append(Binding(.enter, label: ReadingPhrase.goOn.label, action: .change))
    case .returned:
      bindings.append(Binding(.enter, label: ReadingPhrase.correct.label, action: .change))
    case .ready:
      bindings.append(Binding(.function(6), label: ReadingPhrase.recall.label, action: .recall))
    case .sent, .resubmitted, .verified, .rejected, .locked, .retracted, .trashed: break
    }
    bindings.append(Binding(.escape, label: Phrase.back.label, action: .back))
    if model.hasNationalID {
      let phrase: ReadingPhrase = model.isRevealed ? .hideID : .showID
      bindings.append(Binding(.function(3), label: phrase.label, action: .reveal))
    }
    bindings.append(Binding(.function(5), label: VillagePhrase.beside.label, action: .beside))
    return KeyMap(bindings)
  }

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    let lines = ReadingLines(model, width: model.drawn.columns, .thai).lines
    if let row = Scrolling.moved(
      model.row, by: key, of: lines.count, page: max(1, model.drawn.rows - 1))
    {
      model.row = max(0, row)
      return []
    }
    switch keys(model).action(for: key) {
    case .change where model.record.state == .returned: return [.openReturned(model.record)]
    case .change:
      let path = lines.indices.contains(model.row) ? lines[model.row].path : nil
      return [.open(model.record, at: path)]
    case .reveal:
      model.isRevealed.toggle()
      return model.isRevealed ? [.revealed(model.record.id)] : []
    case .beside: return [.beginBeside(model.record)]
    case .recall:
      let effect = RecordListScreen.recall(model.record)
      if case .say(let label) = effect { return [.say(label)] }
      return [.recall(model.record)]
    case .back: return [.back(model.list)]
    case nil: return []
    }
  }
}

/// How large a screen was drawn the last time, which decides what a page down is.
///
/// A class, so that drawing may tell; it changes nothing that is drawn.
final class DrawnSize: Equatable, Sendable {
  private let kept = Mutex((rows: 20, columns: 76))

  var rows: Int { kept.withLock { $0.rows } }
  var columns: Int { kept.withLock { $0.columns } }

  func keep(_ area: Rect) { kept.withLock { $0 = (area.rows, area.columns) } }

  static func == (one: DrawnSize, other: DrawnSize) -> Bool { true }
}
