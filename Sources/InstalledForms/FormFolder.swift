import FoundationEssentials
import Glibc

/// Where the forms lie: one folder each, named by the form.
package struct FormFolder: Sendable, Equatable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Finds the forms of this installation.
  ///
  /// Looks where `FIELDTUI_FORMS` says; else in `../share/fieldtui/forms` beside the program; else
  /// for the nearest `forms` going up from the program, and from the working folder.
  package static func find(program: String, workingFolder: String, named given: String?)
    throws(FormFolderProblem) -> FormFolder
  {
    if let given { return try first(of: [given]) }
    let home = parent(of: program)
    return try first(
      of: [parent(of: home) + "/share/fieldtui/forms"]
        + ancestors(of: home).map { $0 + "/forms" }
        + ancestors(of: workingFolder).map { $0 + "/forms" })
  }

  /// Finds the forms for the program that runs now.
  package static func installed() throws(FormFolderProblem) -> FormFolder {
    try find(
      program: Installation.current.program,
      workingFolder: FileManager.default.currentDirectoryPath,
      named: getenv("FIELDTUI_FORMS").map { String(cString: $0) })
  }

  /// Opens one form by its id, with `-` for `_` in the name of its folder.
  package func form(_ id: String) throws(FormFolderProblem) -> InstalledForm {
    try form(named: FormName.folder(ofForm: id))
  }

  package func form(named name: String) throws(FormFolderProblem) -> InstalledForm {
    try InstalledForm(folder: path + "/" + name)
  }

  /// The names of the forms' folders, in no order.
  var names: [String] {
    // A folder that is not there has no forms.
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter(has)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)/\(name).xml")
  }

  func changed(_ name: String) -> FileTime? { FileTime(of: "\(path)/\(name)/\(name).xml") }

  private static func first(of places: [String]) throws(FormFolderProblem) -> FormFolder {
    for place in places {
      var isFolder = false
      if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder {
        return FormFolder(path: place)
      }
    }
    throw .noFolder(lookedIn: places)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "" }
    return String(path[..<slash])
  }

  private static func ancestors(of folder: String) -> [String] {
    var folders: [String] = []
    var folder = folder
    while !folder.isEmpty {
      folders.append(folder)
      folder = parent(of: folder)
    }
    return folders
  }
}
