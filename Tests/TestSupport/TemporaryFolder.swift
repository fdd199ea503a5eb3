import FoundationEssentials
public import Glibc

/// A folder of one test, gone when the test is over.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    var template = Array("/tmp/fieldtui-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFault(action: "make a folder") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    // A test that has its answer does not fail for what it could not clean up.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The names in it, or in a folder inside it, in order.
  public func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  public func read(_ name: String) throws -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw SystemFault(action: "read \(name)", code: ENOENT)
    }
    return [UInt8](bytes)
  }

  /// The file's text, or nothing when it is not there yet.
  public func text(of name: String) -> String {
    FileManager.default.contents(atPath: "\(path)/\(name)")
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  public func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// The permission bits of a file.
  public func mode(of name: String) throws -> mode_t {
    var status = stat()
    guard stat("\(path)/\(name)", &status) == 0 else {
      throw SystemFault(action: "look at \(name)")
    }
    return status.st_mode & 0o777
  }
}

/// A call to the system that failed.
public struct SystemFault: Error, Equatable, CustomStringConvertible {
  public var action: String
  public var code: CInt

  public init(action: String, code: CInt = errno) {
    self.action = action
    self.code = code
  }

  public var description: String { "could not \(action): \(String(cString: strerror(code)))" }
}
