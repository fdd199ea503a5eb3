import SyncProtocol

/// What a list knows of the person in a record besides the name, to find somebody by.
///
/// It is sealed with the record's title, and stays when the answers go to the centre.
public struct RecordCard: Equatable, Sendable {
  public var house: String
  /// The number of the village on the person's card.
  public var moo: String
  public var phone: String
  /// The digits of the national ID; never drawn whole in a list.
  public var nationalID: String

  public init(house: String = "", moo: String = "", phone: String = "", nationalID: String = "") {
    self.house = house
    self.moo = moo
    self.phone = phone
    self.nationalID = nationalID
  }
}

/// The address in a record, for the next person of the same house: answers by what they are about.
public typealias HouseAddress = [String: String]

/// A record's title with what else lists may show, as one text to be sealed.
struct SealedTitle: Equatable {
  var title: String
  /// Nil in records that an earlier program saved.
  var card: RecordCard?
  var address: HouseAddress = [:]

  // XML has no such character, so no answer does.
  private static let separator: Character = "\u{1F}"

  init(title: String, card: RecordCard?, address: HouseAddress) {
    self.title = title
    self.card = card
    self.address = address
  }

  init(_ draft: Draft) {
    self.init(title: draft.title, card: draft.card, address: draft.address)
  }

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: Self.separator, omittingEmptySubsequences: false)
    self.init(title: String(parts.first ?? ""), card: nil, address: [:])
    guard parts.count >= 5 else { return }
    card = RecordCard(
      house: String(parts[1]), moo: String(parts[2]), phone: String(parts[3]),
      nationalID: String(parts[4]))
    for pair in parts.dropFirst(5) {
      guard let sign = pair.firstIndex(of: "=") else { continue }
      address[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
    }
  }

  var bytes: [UInt8] {
    guard let card else { return Array(clean(title).utf8) }
    let pairs = address.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    let parts = [title, card.house, card.moo, card.phone, card.nationalID] + pairs
    return Array(parts.map(clean).joined(separator: String(Self.separator)).utf8)
  }

  private func clean(_ text: String) -> String { text.filter { $0 != Self.separator } }
}

extension Keyring {
  /// Opens what was sealed as a record's title.
  func openTitle(_ sealed: [UInt8], of id: RecordID) throws -> SealedTitle {
    SealedTitle(try open(sealed, as: .title(id)))
  }
}
