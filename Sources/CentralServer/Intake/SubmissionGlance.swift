/// The little that the centre itself reads of a submission: the record's name and the national ID.
///
/// Everything else is for people. The scan goes once over the bytes, follows no reference and gives
/// up at a DOCTYPE, so no submission can cost more than its length.
struct SubmissionGlance: Equatable {
  /// `meta/instanceName`, as the form makes it.
  private(set) var title: String?
  /// Thirteen ASCII digits.
  private(set) var nationalID: String?

  /// - Parameter numbers: The names of the questions for the national ID, as the form gives them.
  init(_ xml: [UInt8], numbers: Set<String> = Self.usualNumbers) {
    var scan = XMLScan(xml)
    while let leaf = scan.nextLeaf() {
      switch leaf.name {
      case "instanceName": title = leaf.text
      case let name where numbers.contains(name):
        nationalID = nationalID ?? Self.digits(leaf.text)
      default: continue
      }
    }
  }

  /// What the question is called where the form is not known here.
  static let usualNumbers: Set = ["citizen_id", "citizen_id_norm"]

  private static func digits(_ text: String) -> String? {
    let digits = text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x30...0x39: scalar
      case 0x0E50...0x0E59: Unicode.Scalar(scalar.value - 0x0E50 + 0x30)
      default: nil
      }
    }
    return digits.count == 13 ? String(String.UnicodeScalarView(digits)) : nil
  }
}
