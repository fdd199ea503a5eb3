/// The headers that prove which laptop a request comes from.
///
/// There is no session and no password on the wire: each request is signed with the laptop's key
/// (reliability, 3.1), and its number used once keeps a captured one from being played again.
public struct RequestSignature: Equatable, Sendable {
  public static let deviceHeader = "X-FieldTUI-Device"
  public static let nonceHeader = "X-FieldTUI-Nonce"
  public static let timeHeader = "X-FieldTUI-Time"
  public static let signatureHeader = "X-FieldTUI-Signature"

  public var device: DeviceNumber
  /// Sixteen random bytes as hexadecimal digits.
  public var nonce: String
  public var time: Timestamp
  public var signature: [UInt8]

  public init(device: DeviceNumber, nonce: String, time: Timestamp, signature: [UInt8]) {
    self.device = device
    self.nonce = nonce
    self.time = time
    self.signature = signature
  }

  /// Reads the headers; `nil` when one is missing or makes no sense.
  public init?(header: (String) -> String?) {
    guard let device = header(Self.deviceHeader).flatMap({ Int32($0) }),
      let nonce = header(Self.nonceHeader), Hex.bytes(nonce)?.count == 16,
      let time = header(Self.timeHeader).flatMap({ Int64($0) }),
      let signature = header(Self.signatureHeader).flatMap(Base64Bytes.init(text:))
    else { return nil }
    self.init(
      device: DeviceNumber(device), nonce: nonce, time: Timestamp(milliseconds: time),
      signature: signature.bytes)
  }

  public var headers: [(name: String, value: String)] {
    [
      (Self.deviceHeader, "\(device.value)"), (Self.nonceHeader, nonce),
      (Self.timeHeader, "\(time.milliseconds)"),
      (Self.signatureHeader, Base64Bytes(signature).text),
    ]
  }

  /// What the laptop signs; `bodyHash` is BLAKE2b-256 of the body as it is sent.
  public static func signedBytes(
    method: String = "POST", path: String = WirePath.sync, device: DeviceNumber, nonce: String,
    time: Timestamp, bodyHash: [UInt8]
  ) -> [UInt8] {
    Array(
      """
      fieldtui.request.1
      \(method) \(path)
      \(device.value)
      \(nonce)
      \(time.milliseconds)
      \(Hex.text(bodyHash))
      """.utf8)
  }
}

/// Where a centre listens.
public enum WirePath {
  public static let sync = "/v1/sync"
  public static let enrol = "/v1/enrol"
  public static let hello = "/v1/hello"
  public static let laptops = "/v1/laptops"
  public static let files = "/v1/files"
  /// Not an address: what a bundle's signature names, so that it is worth nothing on the network.
  public static let bundle = "bundle"
}

/// The content types of the protocol.
public enum WireType {
  public static let frames = "application/x-fieldtui-frames"
  public static let json = "application/json"
}
