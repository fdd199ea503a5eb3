import TerminalKit

/// The words for a position that a profile keeps by the name of the form's choice.
enum PositionPhrase: String, Wording {
  case kamnan, head, committee, chair, ccommittee

  var label: Label {
    switch self {
    case .kamnan: Label("กำนัน", "Kamnan")
    case .head: Label("ผู้ใหญ่บ้าน", "Village head")
    case .committee: Label("คณะกรรมการหมู่บ้าน", "Village committee")
    case .chair: Label("ประธานกรรมการชุมชน", "Community committee chair")
    case .ccommittee: Label("กรรมการชุมชน", "Community committee member")
    }
  }

  /// A position in words; one that was typed in words stays as it is.
  static func words(for position: String, in language: Language) -> String {
    PositionPhrase(rawValue: position)?.text(in: language) ?? position
  }
}
