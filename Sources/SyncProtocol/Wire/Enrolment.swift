/// The body of `POST /v1/enrol`: a one-time code and the public keys that it shall stand for.
public struct EnrolmentRequest: Equatable, Codable, Sendable {
  public var code: String
  public var device: Device
  public var person: Person

  public init(code: EnrolmentCode, device: Device, person: Person) {
    self.code = code.description
    self.device = device
    self.person = person
  }

  /// The laptop; it has no number before its first person is enrolled.
  public struct Device: Equatable, Codable, Sendable {
    public var number: DeviceNumber?
    public var sign: Base64Bytes

    public init(number: DeviceNumber?, sign: [UInt8]) {
      self.number = number
      self.sign = Base64Bytes(sign)
    }
  }

  /// The person, with the key he signs records with and the key that returned records are sealed to.
  public struct Person: Equatable, Codable, Sendable {
    public var name: String
    public var sign: Base64Bytes
    public var box: Base64Bytes

    public init(name: String, sign: [UInt8], box: [UInt8]) {
      self.name = name
      self.sign = Base64Bytes(sign)
      self.box = Base64Bytes(box)
    }
  }
}

/// What a centre answers to a code that it knows.
public struct EnrolmentReply: Equatable, Codable, Sendable {
  public var device: DeviceNumber
  public var person: PersonNumber
  public var name: String
  public var role: Role
  public var area: AreaCode
  public var epoch: Epoch
  public var centre: Centre
  /// What the centre calls itself.
  public var title: String
  /// What the person is certified as, and until when.
  public var certificate: Certificate?

  public init(
    device: DeviceNumber, person: PersonNumber, name: String, role: Role, area: AreaCode,
    epoch: Epoch, centre: Centre, title: String, certificate: Certificate? = nil
  ) {
    self.device = device
    self.person = person
    self.name = name
    self.role = role
    self.area = area
    self.epoch = epoch
    self.centre = centre
    self.title = title
    self.certificate = certificate
  }

  /// The centre's public keys, and the number of the box key.
  public struct Centre: Equatable, Codable, Sendable {
    public var key: Int
    public var box: Base64Bytes
    public var sign: Base64Bytes

    public init(key: Int, box: [UInt8], sign: [UInt8]) {
      self.key = key
      self.box = Base64Bytes(box)
      self.sign = Base64Bytes(sign)
    }
  }
}

/// The answer to `GET /v1/hello`, by which a centre is told from any other web server.
public struct CentreHello: Equatable, Codable, Sendable {
  public var version: Int
  public var epoch: Epoch
  public var title: String
  public var now: Timestamp

  private enum CodingKeys: String, CodingKey {
    case version = "p"
    case epoch, title, now
  }

  public init(
    version: Int = SyncHello.currentVersion, epoch: Epoch, title: String, now: Timestamp
  ) {
    self.version = version
    self.epoch = epoch
    self.title = title
    self.now = now
  }
}
