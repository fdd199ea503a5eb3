import Sealing

/// A person's data key, sealed with the key that the passphrase gives.
///
/// The digest tells a wrong passphrase from a damaged disk, which the seal alone cannot.
struct WrappedKey {
  var salt: [UInt8]
  var cost: PassphraseCost
  var sealed: [UInt8]
  var digest: [UInt8]
}

extension WrappedKey {
  init(
    _ dataKey: SecretBytes, of person: Int64, by passphrase: SecretBytes, cost: PassphraseCost
  ) throws(SealingError) {
    let salt = randomBytes(PassphraseKey.saltCount)
    let key = try PassphraseKey.derive(passphrase, salt: salt, cost: cost)
    let sealed = SealedValue.seal(dataKey.exposed, with: key, for: Self.context(of: person))
    self.init(salt: salt, cost: cost, sealed: sealed, digest: Self.digest(salt, sealed))
  }

  func open(with passphrase: SecretBytes, of person: Int64) throws(StoreError) -> SecretBytes {
    guard !sealed.isEmpty || !digest.isEmpty else { throw .keysWiped }
    guard digest == Self.digest(salt, sealed) else {
      throw .damaged("the key of a person was changed")
    }
    do {
      let key = try PassphraseKey.derive(passphrase, salt: salt, cost: cost)
      var opened = try SealedValue.open(sealed, with: key, for: Self.context(of: person))
      return SecretBytes(wiping: &opened)
    } catch .cannotOpen {
      throw .wrongPassphrase
    } catch {
      throw StoreError(error)
    }
  }

  private static func context(of person: Int64) -> String { "person/key/\(person)" }

  private static func digest(_ salt: [UInt8], _ sealed: [UInt8]) -> [UInt8] {
    Digest.blake2b(salt + sealed, count: 16)
  }
}

extension SecretBytes {
  /// The bytes in an ordinary array, for the moment it takes to seal them.
  var exposed: [UInt8] { withBytes { Array($0) } }
}
