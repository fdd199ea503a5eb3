import CommandLineKit
import Glibc
import SyncProtocol

private let allFlag = Flag(
  "--all", "Also those that another one replaced, or whose revision is not the record's.")
private let folderOperand = Operand("DIR", "The folder that they go to, as RECORD/NAME.")

let filesCommand = Command(
  "files", "The files that answer questions: photos, recordings, logs of how a form was filled in.",
  subcommands: [
    Command(
      "list", "List the files of an area's records: record, name, bytes, how much has come.",
      options: [areaOption, allFlag, dataOption]
    ) { arguments in
      let files = try files(arguments).filter { $0.place == .current || arguments[allFlag] }
      StandardOutput.write(files.map(FileLine.text).joined())
      return ExitStatus.success
    },
    Command(
      "export", "Write every file that has come whole, and say which have not.",
      options: [areaOption, dataOption], operands: [folderOperand]
    ) { arguments in
      let folder = try arguments.require(folderOperand)
      let data = arguments.dataDirectory
      var export = FileExport(folder: folder) { id in
        switch try look(.file(id), in: data) {
        case .file(let content): content.bytes
        case .damagedFile: nil
        default: throw ControlFailure()
        }
      }
      for file in try files(arguments) where file.place == .current { try export.take(file) }
      StandardOutput.write(export.report)
      return export.status
    },
  ])

private func files(_ arguments: Arguments) throws -> [StoredFile] {
  let area = arguments[areaOption] ?? .nation
  guard case .files(let files) = try look(.files(area), in: arguments.dataDirectory)
  else { throw ControlFailure() }
  return files
}

/// A file in one line, its columns set apart by tabs.
enum FileLine {
  static func text(_ file: StoredFile) -> String {
    var columns = [
      "\(file.record)", file.name, "\(file.size)",
      file.isWhole ? "whole" : "pieces \(file.arrived) of \(file.count)",
    ]
    if file.place != .current { columns.append(file.place.rawValue) }
    return columns.joined(separator: "\t") + "\n"
  }
}

/// Files being written to a folder, each below its record; what is there already is never written over.
struct FileExport {
  let folder: String
  /// The content of a file by its number; nil when it is damaged.
  let content: (Int) throws -> [UInt8]?

  private var written = 0
  private var known = 0
  private var incomplete: [String] = []
  private var refused: [String] = []

  init(folder: String, content: @escaping (Int) throws -> [UInt8]?) {
    self.folder = folder
    self.content = content
  }

  mutating func take(_ file: StoredFile) throws {
    let name = "\(file.record)/\(file.name)"
    guard file.isWhole else {
      return incomplete.append("incomplete: \(name) pieces \(file.arrived) of \(file.count)\n")
    }
    // Who handed it in chose the name.
    guard FileLimits.isName(file.name), let content = try content(file.id) else {
      return refused.append("damaged: \(name)\n")
    }
    try Self.makeFolder(folder)
    try Self.makeFolder("\(folder)/\(file.record)")
    let path = "\(folder)/\(name)"
    if let there = try Self.there(path) {
      if there == content { known += 1 } else { refused.append("another file is there: \(name)\n") }
    } else {
      guard WholeFile.write(content, to: path) else { throw MissingFile(path: path) }
      written += 1
    }
  }

  var report: String {
    "written: \(written)\nthere already: \(known)\n" + (incomplete + refused).joined()
  }

  var status: Int32 {
    guard refused.isEmpty else { return ExitStatus.findings }
    return incomplete.isEmpty ? ExitStatus.success : ExitStatus.tryLater
  }

  /// The bytes of what has the name already; nil when nothing has.
  private static func there(_ path: String) throws -> [UInt8]? {
    do throws(WholeFile.Failure) {
      return try WholeFile.read(path, limit: FileLimits.file)
    } catch {
      switch error {
      case .missing: return nil
      // A link, a folder or something larger: another file in any case.
      case .tooLong, .unreadable: return []
      }
    }
  }

  private static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw MissingFile(path: path) }
  }
}
