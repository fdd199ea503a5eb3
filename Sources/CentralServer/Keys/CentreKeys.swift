import Sealing

/// The centre's secrets, each in a file of its own that only the centre's user can read.
struct CentreKeys: Sendable {
  /// The number that revisions name; old keys stay when a new one is made.
  static let boxNumber = 1

  private static let boxName = "key-box-\(boxNumber)"
  private static let signName = "key-sign"
  private static let blindName = "key-blind"
  /// The files that the keys are in.
  static let names = [boxName, signName, blindName]

  /// Opens what laptops sealed.
  var box: BoxKeys
  /// Signs the receipts.
  var sign: SigningKeys
  /// Blinds national IDs; see ``BlindIndex``.
  var blind: SecretBytes

  /// Reads the keys.
  init(in directory: DataDirectory) throws {
    try self.init { name, _ in
      guard var known = try directory.read(name) else { throw DataDirectoryError.keyMissing(name) }
      return SecretBytes(wiping: &known)
    }
  }

  /// Makes the keys of a new centre, or those that an unfinished one lacks.
  init(madeIn directory: DataDirectory) throws {
    try self.init { name, make in
      if var known = try directory.read(name) { return SecretBytes(wiping: &known) }
      let new = make()
      try directory.write(new.withBytes { Array($0) }, to: name)
      return new
    }
  }

  private init(
    _ secret: (_ name: String, _ make: () -> SecretBytes) throws -> SecretBytes
  ) throws {
    box = try Self.usable(Self.boxName) { name in
      try BoxKeys(secret: secret(name) { BoxKeys().secret })
    }
    sign = try Self.usable(Self.signName) { name in
      try SigningKeys(secret: secret(name) { SigningKeys().secret })
    }
    blind = try secret(Self.blindName) { SecretBytes(randomCount: 32) }
  }

  /// A file of another length is a key of something else.
  private static func usable<Key>(_ name: String, _ read: (String) throws -> Key) throws -> Key {
    do {
      return try read(name)
    } catch is SealingError {
      throw DataDirectoryError.keyIsAnother(name)
    }
  }

  /// What a database remembers of each key: enough to know it again, too little to make it.
  var marks: [(name: String, mark: [UInt8])] {
    zip(Self.names, [box.secret, sign.secret, blind]).map { name, secret in
      let context = Array("fieldtui.centre-key.1\n\(name)\n".utf8)
      // Whoever has the digest would have to try 2^256 secrets.
      return (name, Digest.blake2b(context + secret.withBytes { Array($0) }, count: 32))
    }
  }

  /// Refuses keys that cannot be those that made what a database holds.
  ///
  /// Only for a database that remembers no marks yet; what it does not tell is believed.
  func require(fitting evidence: KeyEvidence) throws(DataDirectoryError) {
    // Some may be garbage, or from days when another key lay here.
    guard evidence.boxes.isEmpty || evidence.boxes.contains(where: { (try? box.open($0)) != nil })
    else {
      throw .keyIsAnother(Self.boxName)
    }
    // The file holds a seed and its public half; of random bytes the two do not go together.
    let probe = Array("fieldtui.centre-key.1".utf8)
    guard SigningKeys.verify(sign.sign(probe), of: probe, by: sign.publicKey) else {
      throw .keyIsAnother(Self.signName)
    }
    let blinded = evidence.blinded.compactMap { revision -> Bool? in
      guard let xml = SealedSubmission.open(revision.box, with: box),
        let number = SubmissionGlance(xml).nationalID
      else { return nil }
      return BlindIndex(key: blind)(number, form: revision.form) == revision.blind
    }
    guard blinded.isEmpty || blinded.contains(true) else {
      throw .keyIsAnother(Self.blindName)
    }
  }
}
