import XPath

extension Pass {
  /// Fills in what the device knows when a record is begun; `end` is for the finish.
  func preload() {
    for (index, field) in form.fields.enumerated() {
      // JavaRosa leaves attributes alone.
      guard let preload = field.binding.preload, !field.isAttribute else { continue }
      for node in instance.nodes(of: FieldID(index: index)) {
        if let value = value(of: preload, at: node) { instance[node].value = value }
      }
    }
    // A form may forget to ask for its identity; a record without one cannot be sent.
    guard environment.givesIdentity, let field = form.identity.instanceID,
      form[field].binding.calculate == nil
    else { return }
    for node in instance.nodes(of: field) where instance[node].value.isEmpty {
      instance[node].value = .text("uuid:" + newUUID())
    }
  }

  private func value(of preload: Preload, at node: Int32) -> AnswerValue? {
    switch preload {
    case .uid:
      // A record keeps the identity it was given.
      instance[node].value.isEmpty ? .text("uuid:" + newUUID()) : nil
    case .start: .dateTime(moment)
    case .today: .date(moment.day)
    case .end: nil
    case .property(let name):
      property(name).isEmpty ? nil : .text(property(name))
    case .constant(let text): .text(text)
    }
  }

  /// Writes the time of finishing.
  func stampEnd() {
    for (index, field) in form.fields.enumerated() where field.binding.preload == .end {
      for node in instance.nodes(of: FieldID(index: index)) {
        _ = set(.dateTime(moment), at: node)
      }
    }
  }

  private var moment: XPathDate { XPathDate(milliseconds: now, zoneOffset: zoneOffset) }
}
