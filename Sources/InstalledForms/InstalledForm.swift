import FoundationEssentials
import Sealing
package import SurveyForms
package import SyncProtocol

/// A form as it lies in its folder: the definition, and the files beside it.
package struct InstalledForm: Sendable {
  package let definition: FormDefinition
  /// BLAKE2b-128 of the XForm's bytes: what a record names as the form it was filled in with.
  package let hash: FormHash
  package let folder: String
  /// The names of the files that it is made of: the XForm, and the lists that it asked for.
  package let files: [String]
  /// The lists as they were read, so that whoever asks for one shares its bytes.
  private let lists: [String: [UInt8]]

  /// Reads `<folder>/<name of the folder>.xml` and the lists beside it.
  package init(folder: String) throws(FormFolderProblem) {
    let name = String(
      folder[folder.index(after: folder.lastIndex(of: "/") ?? folder.startIndex)...])
    let path = "\(folder)/\(name).xml"
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .noForm(path) }
    var files = [name + ".xml"]
    var lists: [String: [UInt8]] = [:]
    let reading = FormReader.read([UInt8](bytes)) { media in
      // A form names files beside it, never elsewhere.
      guard !media.contains("/") else { return nil }
      if let known = lists[media] { return known }
      let content = FileManager.default.contents(atPath: "\(folder)/\(media)")
      if content != nil { files.append(media) }
      lists[media] = content.map { [UInt8]($0) }
      return lists[media]
    }
    guard let definition = reading.definition else { throw .unreadable(path, reading.findings) }
    guard let hash = FormHash(bytes: Digest.blake2b([UInt8](bytes), count: 16)) else {
      preconditionFailure("a digest of 16 bytes was asked for")
    }
    self.definition = definition
    self.hash = hash
    self.folder = folder
    self.files = files
    self.lists = lists
  }

  /// A file beside the form, such as its list of areas.
  package func media(_ name: String) -> [UInt8]? {
    lists[name] ?? FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
  }
}

/// Why a form is not there for the person who wants to fill it in.
package enum FormFolderProblem: Error, Equatable, Sendable {
  /// None of the places looked in has a folder of forms.
  case noFolder(lookedIn: [String])
  case noForm(String)
  case unreadable(String, [Finding])
}
