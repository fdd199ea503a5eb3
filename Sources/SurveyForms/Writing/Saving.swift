extension FormSession {
  /// The whole record, hidden answers too; ``init(_:draft:environment:)`` opens it again as it was.
  public func draft() -> [UInt8] {
    var writer = RecordWriter(self, for: .draft)
    return writer.write()
  }

  /// The record as OpenRosa servers expect it: what is relevant, with the time of finishing.
  ///
  /// The caller keeps these bytes and sends only them: a server takes the same bytes again, and
  /// refuses others under the same `instanceID`.
  ///
  /// - Parameter log: The name of the file with the log of how it was filled in, which `meta/audit`
  ///   says.
  public func submission(log: String? = nil) -> [UInt8] {
    var finished = self
    let place = model.identity.audit
    finished.change { pass in
      pass.stampEnd()
      guard let log, let place else { return }
      for node in pass.instance.nodes(of: place) { _ = pass.set(.text(log), at: node) }
    }
    var writer = RecordWriter(finished, for: .submission)
    return writer.write()
  }

  /// Makes the record a new version of one that was sent: a new `instanceID`, and the old one as
  /// `deprecatedID` where the form has a place for it.
  public mutating func beginRevision() {
    let identity = model.identity
    change { pass in
      guard let field = identity.instanceID, let node = pass.instance.nodes(of: field).first else {
        return
      }
      let old = pass.instance[node].value
      _ = pass.set(.text("uuid:" + pass.newUUID()), at: node)
      for node in identity.deprecatedID.map(pass.instance.nodes(of:)) ?? [] {
        _ = pass.set(old, at: node)
      }
    }
  }
}
