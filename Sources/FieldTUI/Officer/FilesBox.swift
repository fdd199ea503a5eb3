import SyncProtocol
import TerminalKit

/// The box with the files of a record: how far each has come, and where one is to be written.
enum FilesBox {
  struct Model: Equatable, Sendable {
    /// Nil until the centre has answered.
    fileprivate(set) var files: [RecordFile]?
    fileprivate(set) var row = 0
    /// Where the file goes that was chosen; nil while none was.
    fileprivate(set) var path: TextField.Model?
    /// How many bytes of it are here, while it is fetched.
    fileprivate(set) var fetched: Int?
    fileprivate(set) var notice: OfficerPhrase?

    fileprivate var chosen: RecordFile? {
      files.flatMap { $0.indices.contains(row) ? $0[row] : nil }
    }

    /// Takes in what came from the centre.
    mutating func take(_ news: News) {
      switch news {
      case .list(let list): files = list
      case .fetched(let bytes): if fetched != nil { fetched = bytes }
      case .written(let path): end(.fileWritten(path))
      case .stopped: end(.fileStopped)
      case .failed(let label):
        files = files ?? []
        end(.said(label))
      }
    }

    private mutating func end(_ notice: OfficerPhrase) {
      (fetched, path) = (nil, nil)
      self.notice = notice
    }
  }

  /// What comes from the centre while the box is there.
  enum News: Equatable, Sendable {
    case list([RecordFile])
    /// So many bytes of the file that is being fetched are here.
    case fetched(Int)
    /// It is whole, and lies at this path.
    case written(String)
    case stopped
    case failed(Label)
  }

  enum Outcome: Equatable, Sendable {
    case stay, close, stop
    case fetch(RecordFile, to: String)
  }

  static func update(_ model: inout Model, _ key: Key) -> Outcome {
    guard model.fetched == nil else { return key == .escape ? .stop : .stay }
    model.notice = nil
    if var field = model.path { return choosePlace(&model, &field, key) }
    if let row = Scrolling.moved(model.row, by: key, of: model.files?.count ?? 0, page: 8) {
      model.row = max(0, row)
      return .stay
    }
    switch key {
    case .escape: return .close
    case .enter:
      guard let file = model.chosen else { return .stay }
      guard file.isWhole else {
        model.notice = .fileNotWhole
        return .stay
      }
      model.path = TextField.Model("~/" + file.name, limit: 400)
    default: break
    }
    return .stay
  }

  private static func choosePlace(
    _ model: inout Model, _ field: inout TextField.Model, _ key: Key
  ) -> Outcome {
    switch key {
    case .escape: model.path = nil
    case .enter where !field.text.isBlank:
      guard let file = model.chosen else { return .stay }
      model.fetched = 0
      return .fetch(file, to: field.text)
    default:
      if let excess = TextField.write(&field, key).excess { model.notice = .fieldFull(excess) }
      model.path = field
    }
    return .stay
  }

  /// How far a file has come, in one line.
  static func line(_ file: RecordFile, _ language: Language) -> String {
    let state: OfficerPhrase =
      file.isWhole ? .fileArrived : .fileOnItsWay(file.arrived, of: file.count)
    return "\(file.name) · \(FileQuestion.size(file.size)) · \(state.text(in: language))"
  }

  /// What there is to say besides the list.
  static func words(_ model: Model) -> OfficerPhrase? {
    if let fetched = model.fetched, let file = model.chosen {
      return .fileComes(FileQuestion.size(fetched), of: FileQuestion.size(file.size))
    }
    if let notice = model.notice { return notice }
    if model.path != nil { return .filePlaceHint }
    guard let files = model.files else { return .filesAsked }
    return files.isEmpty ? .noFiles : .filesHint
  }

  static func view(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let files = model.files ?? []
    let wide = min(area.columns, 76)
    let words = words(model).map { TextWrap.lines($0.text(in: language), width: wide - 4) } ?? []
    let field = model.path == nil ? 0 : 2
    let box = area.centred(
      rows: max(1, files.count) + words.count + field + 3, columns: wide)
    Dialog.frame(box, title: OfficerPhrase.filesTitle.text(in: language), on: &grid)
    let (list, foot) = box.inset(rows: 1, columns: 2).splitBottom(words.count + field)
    let top = Scrolling.top(0, showing: model.row, of: files.count, visible: max(1, list.rows - 1))
    for (row, file) in files.enumerated().dropFirst(top).prefix(max(0, list.rows - 1)) {
      grid.drawRow(
        line(file, language), row: row - top, in: list,
        style: row == model.row ? .selected : file.isWhole ? .plain : .muted)
    }
    let (said, place) = foot.splitTop(words.count)
    let isProblem = model.notice != nil && model.path == nil
    grid.draw(words, in: said, style: isProblem ? .accent : .muted)
    guard let path = model.path, model.fetched == nil else {
      return files.isEmpty ? box.origin : list.point(model.row - top)
    }
    let (_, typing) = place.splitTop(1)
    return TextField.view(path, in: typing, on: &grid)
  }
}
