public import OfflineStore
public import Sealing
public import SyncProtocol

/// Enrolment of a laptop that never sees the internet: a file goes to the centre, and one comes back.
extension SyncEngine {
  /// Writes down what this laptop would ask for with a one-time code; nothing changes here.
  ///
  /// - Parameter cost: What the key of the code takes; the centre's is ``PassphraseCost/floor``.
  public func enrolmentFile(
    _ code: EnrolmentCode, name: String, for keyring: Keyring, cost: PassphraseCost = .floor
  ) async throws(SyncFailure) -> EnrolmentFile {
    let asked = try await request(code, name, keyring)
    let context = EnrolmentFile.context(.toCentre, selector: code.selector)
    return EnrolmentFile(
      .toCentre, selector: code.selector,
      sealed: SealedValue.seal(
        WireJSON.encode(asked), with: try key(of: code, cost), for: context))
  }

  /// Takes in the centre's answer, which only somebody who knew the code can have written.
  ///
  /// Throws ``StoreError/unusableBundle`` for any other file: nothing changes then.
  @discardableResult
  public func enrol(
    with file: EnrolmentFile, _ code: EnrolmentCode, for keyring: Keyring,
    cost: PassphraseCost = .floor
  ) async throws(SyncFailure) -> EnrolmentReply {
    let key = try key(of: code, cost)
    let context = EnrolmentFile.context(.toLaptop, selector: code.selector)
    // Why it does not open makes no difference: it is not the answer to this code.
    guard file.direction == .toLaptop, file.selector == code.selector,
      let json = try? SealedValue.open(file.sealed, with: key, for: context),
      let reply = WireJSON.decode(EnrolmentReply.self, from: json)
    else { throw .store(.unusableBundle) }
    try await stored { store throws(StoreError) in
      try await store.enrolled(reply, url: "", for: keyring)
    }
    return reply
  }

  private func key(
    of code: EnrolmentCode, _ cost: PassphraseCost
  ) throws(SyncFailure) -> SecretBytes {
    do throws(SealingError) {
      return try CodeKey.derive(code.description, selector: code.selector, cost: cost)
    } catch {
      throw .store(.noMemory)
    }
  }
}
