import Sealing
import SyncProtocol

/// Whom the centre shall take up: made by the operator, printed as a one-time code.
struct EnrolmentOrder: Equatable, Codable, Sendable {
  var mandate: Mandate
  var name: String

  /// Returns nil when the area is none for the role, or the name is none that can be shown.
  init?(role: Role, area: AreaCode, name: String) {
    let digits = area.description.utf8.count
    let isFitting =
      switch role {
      case .village: digits == 8
      case .district: digits == 4 || digits == 6
      case .province: digits == 2
      case .auditor: digits <= 2
      }
    // The name is printed on slips and shown on screens of others.
    let isDrawable = !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard isFitting, isDrawable, !name.isEmpty, name.utf8.count <= 300 else { return nil }
    mandate = Mandate(role: role, area: area)
    self.name = name
  }
}

/// A code that was made for an order.
struct IssuedCode: Equatable, Codable, Sendable {
  var code: String
  var expires: Timestamp
}

extension Centre {
  /// How long a code can be used: 72 hours, in milliseconds.
  static let codeLife: Int64 = 72 * 60 * 60 * 1000

  /// Makes a one-time code, of which only a digest is kept.
  func issueCode(for order: EnrolmentOrder) throws -> IssuedCode {
    let now = ambient.now()
    let expires = Timestamp(milliseconds: now.milliseconds + Self.codeLife)
    // 32,768 selectors, and as many living codes at most; then there is none left to give.
    for _ in 0..<100 {
      let code = EnrolmentCode(ambient)
      // Only the centre's own key opens it: the store alone enrols nobody.
      let key = try CodeKey.derive(code.description, selector: code.selector, cost: codeCost)
      let new = NewCode(
        selector: code.selector, digest: digest(of: code),
        sealedKey: try BoxKeys.seal(key.withBytes { Array($0) }, to: keys.box.publicKey),
        mandate: order.mandate, name: order.name, expires: expires)
      if try storage.keep(new, at: now) {
        return IssuedCode(code: code.description, expires: expires)
      }
    }
    throw Problem.busy
  }

  /// What stands for a code in the store.
  func digest(of code: EnrolmentCode) -> [UInt8] {
    blind(code.description, form: "enrolment-code")
  }
}
