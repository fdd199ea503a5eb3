/// The body of `POST /v1/laptops`: an officer asks for the laptops of the area, or revokes one.
///
/// The laptop signs the request, and the officer signs this: the laptop's own key, which lies in
/// clear on the disk, revokes nothing.
public struct LaptopsRequest: Equatable, Codable, Sendable {
  public var person: PersonNumber
  /// The laptop to revoke, if any.
  public var revoke: DeviceNumber?
  /// The number that the request itself is signed with, so that neither can be taken for another.
  public var nonce: String
  /// The officer's Ed25519 signature over ``signedBytes``.
  public var signature: Base64Bytes?

  public init(person: PersonNumber, revoke: DeviceNumber?, nonce: String) {
    self.person = person
    self.revoke = revoke
    self.nonce = nonce
  }

  /// What the officer signs: this request without the signature.
  public var signedBytes: [UInt8] {
    var unsigned = self
    unsigned.signature = nil
    return Array("fieldtui.laptops.1\n".utf8) + WireJSON.encode(unsigned)
  }
}

/// The answer: every laptop that somebody of the officer's area uses.
public struct LaptopsReply: Equatable, Codable, Sendable {
  public var laptops: [Laptop]

  public init(laptops: [Laptop]) {
    self.laptops = laptops
  }

  /// One laptop and the people on it.
  public struct Laptop: Equatable, Codable, Sendable {
    public var number: DeviceNumber
    public var people: [Person]
    public var enrolled: Timestamp
    /// When it last spoke to the centre.
    public var seen: Timestamp?
    public var revoked: Timestamp?
    /// Who asked for an officer's laptop to be revoked, while a second person is waited for.
    ///
    /// An empty name is the centre's keeper. A centre of before does not say it.
    public var asked: [String]?

    public init(
      number: DeviceNumber, people: [Person], enrolled: Timestamp, seen: Timestamp?,
      revoked: Timestamp?, asked: [String]? = nil
    ) {
      self.number = number
      self.people = people
      self.enrolled = enrolled
      self.seen = seen
      self.revoked = revoked
      self.asked = asked
    }
  }

  /// Somebody who uses it.
  public struct Person: Equatable, Codable, Sendable {
    public var name: String
    public var role: Role
    public var area: AreaCode
    /// Until when the person is certified on it.
    public var expires: Timestamp?

    public init(name: String, role: Role, area: AreaCode, expires: Timestamp? = nil) {
      self.name = name
      self.role = role
      self.area = area
      self.expires = expires
    }
  }
}
