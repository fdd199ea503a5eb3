package import SurveyForms

/// The forms that can be filled in on a laptop: those that came with the program, and those that were
/// installed on it, which go before others of the same name.
package struct LaptopForms: Sendable {
  private let shipped: FormFolder?
  private let own: FormFolder

  /// - Parameter data: The folder of this laptop's records.
  package init(shipped: FormFolder?, data: String) {
    self.shipped = shipped
    own = FormFolder(path: data + "/own-forms")
  }

  /// The names of their folders, in the order of the alphabet.
  package var names: [String] {
    Set(own.names + (shipped?.names ?? [])).sorted()
  }

  package func form(named name: String) throws(FormFolderProblem) -> InstalledForm {
    try folder(of: name).form(named: name)
  }

  /// A form by its id; any of the folders may hold it.
  package func form(_ id: String) throws(FormFolderProblem) -> InstalledForm {
    let name = FormName.folder(ofForm: id)
    do throws(FormFolderProblem) {
      let form = try form(named: name)
      if form.definition.id == id { return form }
    } catch .unreadable(let path, let findings) {
      throw .unreadable(path, findings)
    } catch {
      // It may lie in a folder of another name.
    }
    for other in names where other != name {
      // What cannot be read has no id.
      if let form = try? form(named: other), form.definition.id == id { return form }
    }
    throw .noForm(folder(of: name).path + "/" + name)
  }

  /// Says when a folder was changed last, so that what was read of it can be kept.
  package func changed(_ name: String) -> FileTime? { folder(of: name).changed(name) }

  /// Puts a form and its media on this laptop, for everybody who fills in forms here.
  ///
  /// - Parameters:
  ///   - xform: The bytes that the definition was read from.
  ///   - media: The files that it asked for, by their names.
  package func install(
    _ definition: FormDefinition, xform: [UInt8], media: [String: [UInt8]]
  ) throws(FormInstallProblem) {
    let name = FormName.folder(ofForm: definition.id)
    // A form that cannot be read any more may be replaced by one that can.
    if let there = try? form(named: name) {
      let before = there.definition
      guard before.id == definition.id else { throw .nameTaken(by: before.id) }
      if before.version == definition.version {
        guard there.media(name + ".xml") == xform else { throw .sameVersion(before.version) }
      }
    }
    let files = [(name: name + ".xml", bytes: xform)] + media.map { (name: $0, bytes: $1) }
    do throws(FormArchiveProblem) {
      try WholeFolder(path: own.path + "/" + name).write(files)
    } catch {
      throw .disk(error)
    }
  }

  private func folder(of name: String) -> FormFolder {
    guard let shipped, !own.has(name) else { return own }
    return shipped
  }
}

/// Why a form is not installed.
package enum FormInstallProblem: Error, Equatable, Sendable {
  /// Another form with nearly the same id has the folder.
  case nameTaken(by: String)
  /// This version is there with other contents, and records may have been filled in with it.
  case sameVersion(String)
  case disk(FormArchiveProblem)
}
