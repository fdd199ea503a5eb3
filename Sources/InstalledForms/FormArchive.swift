import Glibc

/// Every version of a form that records of this laptop were filled in with.
///
/// A form that is published anew must not lock anyone out of the drafts that were begun before: a
/// record stays with its version (reliability, 1.7), so the version stays with the record.
package struct FormArchive: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Copies a form and its lists here, unless they are here already.
  ///
  /// The copy is whole or not there at all, also after a power cut.
  package func keep(_ form: InstalledForm) throws(FormArchiveProblem) {
    let folder = folder(form.definition.id, form.definition.version)
    guard access(folder, F_OK) != 0 else { return }
    var files: [WholeFolder.File] = []
    for name in form.files {
      guard let bytes = form.media(name) else { throw FormArchiveProblem(code: ENOENT) }
      files.append((name, bytes))
    }
    // The definition names its folder, whatever the folder is called that it was installed in.
    files[0].name = FormName.folder(ofForm: form.definition.id) + ".xml"
    try WholeFolder(path: folder)
      .write(files, inside: FormName.folder(ofForm: form.definition.id))
  }

  /// A version that was kept; nothing when it never was, or no longer reads.
  package func form(_ id: String, version: String) -> InstalledForm? {
    // One answer for missing and unreadable: the form is not on this laptop.
    try? InstalledForm(folder: folder(id, version) + "/" + FormName.folder(ofForm: id))
  }

  /// Ids and versions come out of records, so what could lead elsewhere is written in other letters.
  private func folder(_ id: String, _ version: String) -> String {
    path + "/" + FormName.safe(id + "-" + version)
  }
}
