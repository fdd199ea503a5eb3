import InstalledForms
import SurveyForms
import SyncProtocol
import Synchronization

/// The forms that this centre has, each read once.
///
/// A form that is not here hinders nothing: its records are taken and handed on all the same.
final class FormShelf: Sendable {
  private let folder: FormFolder
  private let ambient: Ambient
  private let known = Mutex<[String: InstalledForm]>([:])

  init(_ folder: FormFolder, ambient: Ambient) {
    self.folder = folder
    self.ambient = ambient
  }

  /// The form's own warnings about a submission, in its default language; nil when there are none,
  /// or when the record was filled in with another version than the one here.
  func warnings(in submission: [UInt8], of header: RevisionHeader) -> [QuestionComment]? {
    guard let form = form(header.formID), form.hash == header.form else { return nil }
    let environment = SessionEnvironment(
      now: { [ambient] in ambient.now().milliseconds }, random: { [ambient] in ambient.random(16) })
    // A submission that its form cannot read is for people to look at, like any other.
    guard
      let session = try? FormSession(
        form.definition, draft: submission, environment: environment)
    else { return nil }
    let warnings = session.warnings().map { QuestionComment(path: $0.path, text: $0.text) }
    return warnings.isEmpty ? nil : warnings
  }

  /// What a form calls its questions with a role; none when the form is not here.
  ///
  /// Every version is asked by the one that is here: names of questions outlive versions.
  func names(of role: QuestionRole, in id: String) -> Set<String> {
    Set(form(id)?.definition.questions(of: role).map(\.name) ?? [])
  }

  private func form(_ id: String) -> InstalledForm? {
    // The name comes from a laptop and becomes the name of a file.
    guard id.utf8.allSatisfy({ Self.isPlain($0) }) else { return nil }
    return known.withLock { known in
      if let form = known[id] { return form }
      // Why a form is not here is the operator's business when he publishes it.
      known[id] = try? folder.form(id)
      return known[id]
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
