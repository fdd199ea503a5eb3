/// A form as its designer writes it, in the sheets of a workbook.
public struct XLSForm: Sendable {
  /// The kinds of files that sheets are read from.
  public enum Format: Sendable, CaseIterable {
    /// Office Open XML, as Excel and LibreOffice write it.
    case xlsx
    /// Sheets one below the other, the first column naming them.
    case csv
    /// Tables between bars.
    case markdown

    /// The kind that a file's name tells; nil for one that is no XLSForm.
    public init?(fileName: String) {
      switch fileName.split(separator: ".").last?.lowercased() {
      case "xlsx", "xlsm": self = .xlsx
      case "csv": self = .csv
      case "md": self = .markdown
      default: return nil
      }
    }
  }

  /// What converting gave.
  public struct Conversion: Sendable {
    /// The XForm; nil if a finding is an error.
    public let xform: String?
    public let findings: [SheetFinding]
    /// What lies beside the XForm as `itemsets.csv`: the sheet `external_choices`, if there is one.
    public var itemsets: [UInt8]?
    let survey: Survey?
  }

  /// Makes the XForm that pyxform 4.5.0 makes.
  ///
  /// - Parameter name: What the form is called where its settings give it no id: the file's name.
  public static func convert(_ bytes: [UInt8], _ format: Format, named name: String) -> Conversion {
    do throws(WorkbookFailure) {
      return convert(try workbook(bytes, format), named: name)
    } catch {
      let finding = SheetFinding(unreadable: error, named: name)
      return Conversion(xform: nil, findings: [finding], survey: nil)
    }
  }

  private static func workbook(
    _ bytes: [UInt8], _ format: Format
  ) throws(WorkbookFailure) -> Workbook {
    switch format {
    case .xlsx: try XLSXSheets.read(bytes)
    case .csv: try CSVSheets.read(bytes)
    case .markdown: try MarkdownSheets.read(bytes)
    }
  }

  static func convert(_ workbook: Workbook, named name: String) -> Conversion {
    let reader = SurveyReader(workbook, fallbackID: name)
    guard !reader.log.hasErrors else {
      return Conversion(xform: nil, findings: reader.log.findings, survey: reader.survey)
    }
    return Conversion(
      xform: FormWriter(reader.survey).document, findings: reader.log.findings,
      itemsets: workbook["external_choices"].map(\.csv), survey: reader.survey)
  }
}
