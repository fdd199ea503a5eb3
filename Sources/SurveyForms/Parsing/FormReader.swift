/// Reads XForms, as pyxform and the ODK tools write them.
public enum FormReader {
  /// The most nodes of a record, repeats counted once: four times the largest form we know of.
  package static let mostNodes = 20_000

  /// Reads a form, and finds everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - xform: The bytes of the XML.
  ///   - media: The bytes of a file that lies beside the form, such as `thai-areas.csv`.
  /// - Returns: A definition, unless there was an error; the findings stand in the order of the file.
  public static func read(_ xform: [UInt8], media: (String) -> [UInt8]?) -> FormReading {
    read(xform, thorough: false, media: media)
  }

  /// Reads a form as ``read(_:media:)`` does, and looks besides for what its designer should mend.
  ///
  /// - Returns: What it finds more than reading does are warnings, but for what makes a label fail.
  public static func check(_ xform: [UInt8], media: (String) -> [UInt8]?) -> FormReading {
    read(xform, thorough: true, media: media)
  }

  private static func read(
    _ xform: [UInt8], thorough: Bool, media: (String) -> [UInt8]?
  ) -> FormReading {
    var log = FindingLog(source: xform)
    let definition = FormParser.definition(of: xform, thorough: thorough, media: media, log: &log)
    let findings = log.findings
    let isUsable = !findings.contains { $0.severity == .error }
    return FormReading(
      definition: isUsable ? definition : nil, runnable: log.isRunnable ? definition : nil,
      findings: findings)
  }
}

/// What reading a form gave.
public struct FormReading: Sendable {
  /// Nil if a finding is an error.
  public let definition: FormDefinition?
  /// The form if ODK's own clients would run it, although an error keeps us from carrying it into a
  /// village: a rule names a question that is not there, a list is missing, it has no id.
  package let runnable: FormDefinition?
  public let findings: [Finding]
}
