import XLSForms

/// An XLSForm on the disk.
struct SheetFile {
  private let bytes: [UInt8]
  private let format: XLSForm.Format
  private let name: String

  /// - Throws: ``FormFile/Unreadable``, also for a file whose name does not end as a workbook's.
  init(_ path: String) throws(FormFile.Unreadable) {
    guard let format = XLSForm.Format(fileName: path) else {
      throw FormFile.Unreadable(path: path, isMissing: false)
    }
    self.format = format
    bytes = try FormFile.contents(path)
    let file = path.split(separator: "/").last ?? ""
    name = String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
  }

  func convert() -> XLSForm.Conversion { XLSForm.convert(bytes, format, named: name) }
}
