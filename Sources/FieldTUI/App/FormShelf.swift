import InstalledForms
import SurveyForms
import Synchronization
import TerminalKit

/// What is known of a form without its questions.
struct FormHead: Equatable, Sendable {
  let id: String
  let title: String
  let version: String

  init(id: String, title: String, version: String) {
    self.id = id
    self.title = title
    self.version = version
  }

  init(_ definition: FormDefinition) {
    self.init(id: definition.id, title: definition.title, version: definition.version)
  }
}

/// The forms of this laptop, each read when it is first asked for.
///
/// A definition is large: besides the main form's only the one used last is kept.
final class FormShelf: Sendable {
  /// The form of a new survey when nobody chooses; nil when it is missing.
  let main: InstalledForm?
  /// Nil when the program was told which form to use.
  private let all: LaptopForms?
  private let kept = Mutex(Kept())

  private struct Kept {
    var rows: [String: (changed: FileTime?, row: FormsScreen.Row)] = [:]
    var last: (name: String, changed: FileTime?, form: InstalledForm)?
  }

  init(main: InstalledForm?, all: LaptopForms?) {
    self.main = main
    self.all = all
  }

  /// The folders to choose from, the main form's first; none when there is nothing to choose.
  var names: [String] {
    let names = all?.names ?? []
    guard names.count > 1 else { return main == nil ? names : [] }
    let first = main.map { $0.folder.split(separator: "/").last.map(String.init) ?? "" }
    return names.filter { $0 == first } + names.filter { $0 != first }
  }

  /// What the menu knows of a form so far.
  func row(_ name: String) -> FormsScreen.Row {
    let changed = all?.changed(name)
    let known = kept.withLock { $0.rows[name] }
    guard let known, known.changed == changed else {
      return FormsScreen.Row(name: name, state: .reading)
    }
    return known.row
  }

  /// Reads a form and notes what the menu says of it.
  func read(_ name: String) -> FormsScreen.Row {
    let changed = all?.changed(name)
    var row = FormsScreen.Row(name: name, state: .reading)
    do throws(FormFolderProblem) {
      row.state = .ready(FormHead(try form(named: name).definition))
    } catch {
      row.state = .broken(error.label)
    }
    kept.withLock { $0.rows[name] = (changed, row) }
    return row
  }

  func form(named name: String) throws(FormFolderProblem) -> InstalledForm {
    guard let all else { throw .noForm(name) }
    let changed = all.changed(name)
    if let last = kept.withLock({ $0.last }), last.name == name, last.changed == changed {
      return last.form
    }
    let form = try all.form(named: name)
    kept.withLock { $0.last = (name, changed, form) }
    return form
  }

  /// A form by its id; nil when it is not on this laptop, or does not read.
  func form(_ id: String) -> InstalledForm? {
    if main?.definition.id == id { return main }
    // What is missing and what does not read is told in the same words: the form is not there.
    for name in names where head(name)?.id == id { return try? form(named: name) }
    return nil
  }

  /// Some form that reads.
  var any: InstalledForm? {
    // One that does not read is no help here; the menu says what is wrong with it.
    names.lazy.compactMap { try? self.form(named: $0) }.first
  }

  /// What the forms call themselves, by their ids.
  func titles(of ids: Set<String>) -> [String: String] {
    guard ids.count > 1 else { return [:] }
    let heads = (main.map { [FormHead($0.definition)] } ?? []) + names.compactMap(head)
    return Dictionary(heads.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  private func head(_ name: String) -> FormHead? {
    var row = row(name)
    if row.state == .reading { row = read(name) }
    guard case .ready(let head) = row.state else { return nil }
    return head
  }
}

extension FormFolderProblem {
  /// Whether the form is there, and something is wrong with it.
  var isOfForm: Bool { if case .unreadable = self { true } else { false } }

  /// Why a form cannot be opened, for the person who wants to fill it in.
  var label: Label {
    guard case .unreadable(_, let findings) = self,
      let finding = findings.first(where: { $0.severity == .error })
    else { return Phrase.formMissing.label }
    let words = finding.words
    return Label(
      "บรรทัด \(finding.line): \(words.thai)", "Line \(finding.line): \(words.english)")
  }
}
