/// What a form wants written down about how it is filled in: `meta/audit` and the parameters on its
/// bind (ODK XForms, "audit").
public struct AuditPlan: Sendable, Equatable {
  /// `odk:track-changes`: every answer before and after.
  public var tracksChanges = false
  /// `odk:identify-user`: who filled it in.
  public var identifiesUser = false
  /// `odk:track-changes-reasons="on-form-edit"`: why a saved record was changed.
  public var asksReasons = false
  /// `odk:location-…`: where, which a laptop does not know.
  public var wantsPlaces = false

  init() {}

  init(bind: XMLTree.Element) {
    func says(_ name: String) -> String? { bind.attribute(name, in: AuditPlan.namespace) }
    tracksChanges = says("track-changes") == "true"
    identifiesUser = says("identify-user") == "true"
    asksReasons = says("track-changes-reasons") == "on-form-edit"
    wantsPlaces = ["location-priority", "location-min-interval", "location-max-age"]
      .contains { says($0) != nil }
  }

  static let namespace = "http://www.opendatakit.org/xforms"
}

extension FormDefinition {
  /// What to write down while the form is filled in; nil when it wants nothing.
  public var audit: AuditPlan? {
    model.identity.audit.map { model[$0].binding.audit ?? AuditPlan() }
  }
}
