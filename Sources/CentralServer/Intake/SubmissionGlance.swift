/// The little that the centre itself reads of a submission: the record's name and the national ID.
///
/// Everything else is for people. The scan goes once over the bytes, follows no reference and gives
/// up at a DOCTYPE, so no submission can cost more than its length.
struct SubmissionGlance: Equatable {
  /// `meta/instanceName`, as the form makes it.
  private(set) var title: String?
  /// Thirteen ASCII digits.
  private(set) var nationalID: String?

  init(_ xml: [UInt8]) {
    var scan = XMLScan(xml)
    while let leaf = scan.nextLeaf() {
      switch leaf.name {
      case "instanceName": title = leaf.text
      case "citizen_id_norm", "citizen_id": nationalID = nationalID ?? Self.digits(leaf.text)
      default: continue
      }
    }
  }

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
