import Sealing
import SurveyForms
import SyncProtocol
import TerminalKit

/// A question answered by a file: a photo, a recording, a document, given by where it lies.
///
/// The record's answer is a name made from the question; the file itself is kept beside the record.
enum FileQuestion {
  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model
    /// The file's name in the record, or empty.
    var kept: String
    let media: MediaKind

    /// `value` is the name in the record; where the file came from is not kept.
    init(path: String, value: String, media: MediaKind) {
      typed = TypedAnswer.Model(path: path, text: "")
      kept = value
      self.media = media
    }
  }

  /// The most bytes that a file may have.
  static let mostBytes = FileLimits.file

  static func update(
    _ model: inout Model, _ key: Key, _ setting: QuestionSetting
  ) -> [QuestionEffect] {
    if [.backspace, .delete].contains(key), model.typed.field.text.isEmpty, !model.kept.isEmpty {
      model.kept = ""
      return [.answer([Answer(path: model.typed.path, text: "")])]
    }
    let asked = model
    var source: String?
    let effects = TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in
      let path = FileSight.path(text)
      try check(path, asked.media, setting)
      source = path
      return name(of: path, for: asked.typed.path)
    }
    guard let source else { return effects }
    return effects.map { effect in
      guard case .answer(let answers) = effect, let answer = answers.first else { return effect }
      model.kept = answer.text
      TypedAnswer.replace(&model.typed, with: "")
      model.typed.accepted = ""
      return .answer([Answer(path: answer.path, text: answer.text, source: source)])
    }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    field(model, setting).height(width: width)
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    field(model, setting).view(in: area, on: &grid)
  }

  private static func field(_ model: Model, _ setting: QuestionSetting) -> EchoedField {
    EchoedField(model.typed, echo(model, setting)).wide(grows: false)
  }

  /// Says whether the file is there while its name is typed, and how large it is.
  static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo {
    func say(_ phrase: FormPhrase, _ style: Style) -> Echo { Echo(.form(phrase), style, setting) }
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    let typed = model.typed.field.text
    guard !typed.isEmpty else {
      return model.kept.isEmpty ? say(.howToFile, .muted) : say(.fileKept(model.kept), .success)
    }
    let path = FileSight.path(typed)
    guard case .file(let bytes) = setting.files.look(path) else { return say(.howToFile, .muted) }
    return say(.fileFound(last(of: path), size(bytes)), .success)
  }

  /// `12 kB`, `3.4 MB`.
  static func size(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1_000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// `/data/person[2]/photo` and `/media/usb/IMG 1.JPG` make `person2-photo.jpg`: one name for one
  /// question, which tells nothing of where the file lay.
  static func name(of file: String, for path: String) -> String {
    let steps = path.split(separator: "/").dropFirst().map { step in
      step.filter { $0 != "[" && $0 != "]" }.replacing(":", with: "-")
    }
    let last = fileExtension(of: file)
    let ending = last.isEmpty ? "" : "." + last
    let name = steps.joined(separator: "-") + ending
    guard !FileLimits.isName(name) else { return name }
    // A question's path may be longer than a name, or have signs that no name has.
    return "file-" + Hex.text(Digest.blake2b(Array(path.utf8), count: 16)) + ending
  }

  private static func check(
    _ path: String, _ media: MediaKind, _ setting: QuestionSetting
  ) throws(FillPhrase) {
    switch setting.files.look(path) {
    case .missing: throw .form(.fileMissing(last(of: path)))
    case .folder: throw .form(.fileIsFolder)
    case .unreadable: throw .form(.fileUnreadable)
    case .file(0): throw .form(.fileEmpty)
    case .file(let bytes) where bytes > mostBytes:
      throw .form(.fileTooLarge((bytes + 999_999) / 1_000_000, mostBytes >> 20))
    case .file:
      guard media.takes(fileExtension(of: path)) else {
        throw .form(.notThatKind(media.endings.joined(separator: " ")))
      }
    }
  }

  private static func last(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What stands behind the last dot, in small letters; "" when that is no file's ending.
  private static func fileExtension(of path: String) -> String {
    let name = last(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending.count <= 5 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      ? ending : ""
  }
}

/// What kind of file an upload asks for: the first word of its `mediatype`.
enum MediaKind: Equatable, Sendable {
  case image, audio, video, any

  init(_ mediaType: String?) {
    switch mediaType?.split(separator: "/").first {
    case "image": self = .image
    case "audio": self = .audio
    case "video": self = .video
    default: self = .any
    }
  }

  /// How the names of such files end.
  var endings: [String] {
    switch self {
    case .image: ["jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "tif", "tiff", "svg"]
    case .audio: ["mp3", "m4a", "ogg", "opus", "wav", "amr", "aac", "flac"]
    case .video: ["mp4", "webm", "mkv", "mov", "3gp", "avi", "mpg"]
    case .any: []
    }
  }

  func takes(_ ending: String) -> Bool { endings.isEmpty || endings.contains(ending) }
}
