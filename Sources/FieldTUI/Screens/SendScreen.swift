import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit

/// A sync under way, with the fate of each record, and the count at its end.
enum SendScreen {
  enum Phase: Equatable {
    case sending(SyncProgress)
    case stopping(SyncProgress)
    case over(SyncReport)
  }

  struct Model: Equatable {
    var phase = Phase.sending(SyncProgress())
    /// The records that were ready when the sync began.
    let sending: [RecordID]
    /// All records of the person, as they are now.
    var records: [RecordSummary]
    var top = 0
    /// Whether the person hands in records; else only fetches those of others.
    let reports: Bool
    /// How many records wait for an officer; nil for someone who is none.
    var waiting: Int?
    /// The other road, while it is open.
    var stick: StickBox.Model?

    init(_ records: [RecordSummary], reports: Bool = true) {
      self.records = records
      self.reports = reports
      sending = records.filter { $0.state == .ready }.map(\.id)
    }
  }

  enum Message: Equatable {
    case key(Key)
    case progress(SyncProgress)
    case over(SyncReport)
    case stick(StickBox.News)
  }

  enum Effect: Equatable {
    case send, stop, back, findStick, enrol
    case exchange(folder: String)
  }

  enum Action: Sendable { case stop, again, stick, enrol, back }

  static func keys(_ phase: Phase) -> KeyMap<Action> {
    if case .over(let report) = phase {
      // Only what leads on is offered to a laptop that no centre knows.
      if report.outcome == .needsPerson(.notEnrolled) {
        return KeyMap([
          KeyBinding(.enter, label: EnrolPhrase.enrol.label, action: .enrol),
          KeyBinding(
            .function(7), label: EnrolPhrase.enrol.label, action: .enrol, isShown: false),
          KeyBinding(.escape, label: Phrase.back.label, action: .back),
        ])
      }
      return KeyMap([
        KeyBinding(.escape, label: Phrase.back.label, action: .back),
        KeyBinding(.enter, label: SendPhrase.again.label, action: .again),
        KeyBinding(.function(8), label: StickPhrase.road.label, action: .stick),
      ])
    }
    return KeyMap([KeyBinding(.escape, label: SendPhrase.stop.label, action: .stop)])
  }

  static func update(_ model: inout Model, _ message: Message) -> [Effect] {
    switch (message, model.phase) {
    case (.key(let key), _): return press(&model, key)
    case (.progress(let progress), .sending): model.phase = .sending(progress)
    case (.progress(let progress), .stopping): model.phase = .stopping(progress)
    case (.progress, .over): break
    case (.over(let report), _): model.phase = .over(report)
    case (.stick(let news), _): StickBox.take(news, in: &model.stick)
    }
    return []
  }

  private static func press(_ model: inout Model, _ key: Key) -> [Effect] {
    if var box = model.stick {
      let outcome = StickBox.update(&box, key)
      model.stick = outcome == .close ? nil : box
      guard case .exchange(let folder) = outcome else { return [] }
      return [.exchange(folder: folder)]
    }
    if let top = Scrolling.moved(model.top, by: key, of: max(1, model.sending.count), page: 5) {
      model.top = top
      return []
    }
    switch (keys(model.phase).action(for: key), model.phase) {
    case (.stop, .sending(let progress)):
      model.phase = .stopping(progress)
      return [.stop]
    case (.again, _):
      model = Model(model.records, reports: model.reports)
      return [.send]
    case (.stick, _): return [.findStick]
    case (.enrol, _): return [.enrol]
    case (.back, _): return [.back]
    default: return []
    }
  }
}
