import OfflineStore
import TerminalKit
import ThaiText

/// The columns of a list of records: the wider the screen, the more of them.
struct RecordColumns {
  private enum Kind {
    case name, house, moo, phone, nationalID, state, form, detail, returnedBy, date
  }

  private let kinds: [Kind]
  private let titles: [String: String]
  private let language: Language

  /// Where the records are of several forms, the form stands in the place of the state, which is the
  /// same for a whole list; what was sent, and everybody, has many states.
  init(_ model: RecordListScreen.Model, width: Int, _ language: Language) {
    let hasStates = model.kind == .sent || model.kind == .everybody
    titles = hasStates && width < 150 ? [:] : model.formTitles
    self.language = language
    let isWide = width >= 74
    if width >= 150 {
      let form: [Kind] = titles.isEmpty ? [] : [.form]
      kinds =
        [.name, .house, .moo, .phone, .nationalID, .state] + form + [.detail, .returnedBy, .date]
    } else if model.kind == .everybody {
      let more: [Kind] = width >= 110 ? [.phone, .detail] : []
      kinds = [.name] + (width >= 50 ? [.house] : []) + [.state] + more + (isWide ? [.date] : [])
    } else {
      kinds = [.name, titles.isEmpty ? .state : .form, .detail] + (isWide ? [.date] : [])
    }
    self.isWide = isWide
    isOfPeople = kinds.contains(.house)
  }

  private let isWide: Bool
  private let isOfPeople: Bool

  func table(_ records: [RecordSummary], highlighted: Int) -> Table.Model {
    Table.Model(
      columns: kinds.map(column), rows: records.map(row), highlighted: highlighted)
  }

  private func column(_ kind: Kind) -> Table.Column {
    func title(_ phrase: some Wording) -> String { phrase.text(in: language) }
    return switch kind {
    case .name:
      .init(
        isOfPeople ? title(VillagePhrase.name) : title(RecordsPhrase.recordColumn), width: 20,
        share: 2)
    case .house: .init(title(VillagePhrase.house), width: 10)
    case .moo: .init(title(VillagePhrase.moo), width: 7)
    case .phone: .init(title(VillagePhrase.phone), width: 13)
    case .nationalID: .init(title(VillagePhrase.nationalID), width: 11)
    case .state: .init(title(RecordsPhrase.stateColumn), width: isWide ? 14 : 12)
    case .form: .init(title(FormsPhrase.formColumn), width: 14, share: 1)
    case .detail:
      .init(title(RecordsPhrase.detailColumn), width: isWide ? 20 : 12, share: 1)
    case .returnedBy: .init(title(VillagePhrase.returnedBy), width: 24, share: 1)
    case .date: .init(title(RecordsPhrase.dateColumn), width: 16)
    }
  }

  private func row(_ record: RecordSummary) -> Table.Row {
    let style: Style =
      switch record.state {
      case _ where record.delivery.isRefused || record.isDamaged: .problem
      case .verified, .locked: .success
      case .returned: .warning
      case .rejected: .problem
      default: .plain
      }
    return Table.Row(kinds.map { cell($0, of: record) }, style: style)
  }

  private func cell(_ kind: Kind, of record: RecordSummary) -> String {
    switch kind {
    case .name: RecordListScreen.name(of: record, language)
    case .house: record.card?.house ?? ""
    case .moo: record.card?.moo ?? ""
    case .phone: record.card.map { PhoneNumber($0.phone).grouped } ?? ""
    case .nationalID: String(record.card?.nationalID.suffix(4) ?? "")
    case .state: RecordListScreen.state(of: record, language)
    case .form: titles[record.formID] ?? record.formID
    case .detail: RecordListScreen.detail(record, language)
    case .returnedBy:
      record.verdict.map { "\($0.by) \(BuddhistTime.text($0.time))" } ?? ""
    case .date: RecordListScreen.time(of: record)
    }
  }
}
