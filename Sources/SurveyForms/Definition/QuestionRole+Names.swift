/// The roles of questions in forms that give none: by their names, as forms had them before.
extension QuestionRole {
  /// The role that a name stands for; a form that gives this role to any question means that one.
  static func usual(forName name: some StringProtocol, _ control: Control) -> QuestionRole? {
    if let role = byName[String(name)] { return role }
    // Not the choice whether there is one: `has_citizen_id`.
    guard control == .input else { return nil }
    return byEnding.first { name.hasSuffix($0.ending) }?.role
      ?? (name.hasPrefix("warn_") ? .warning : nil)
  }

  private static let byName: [String: QuestionRole] = [
    "no_id_reason": .noIDReason, "no_id_reason_text": .noIDReason, "warn_no_id": .graveWarning,
    "title": .title, "first_name": .firstName, "last_name": .lastName, "age": .age,
    "house_no": .houseNumber, "road": .road, "soi": .lane, "moo": .cardMoo,
    "addr_here": .cardIsHere, "addr_province": .cardProvince, "addr_district": .cardDistrict,
    "addr_subdistrict": .cardSubdistrict, "postcode": .postcode,
    "site_kind": .siteKind, "site_province": .siteProvince, "site_district": .siteDistrict,
    "site_subdistrict": .siteSubdistrict, "site_moo": .siteMoo, "site_name": .siteName,
    "survey_date": .surveyDate, "informant_name": .informantName, "paper_signed": .paperSigned,
    "surveyor_name": .surveyorName, "surveyor_position": .surveyorPosition,
  ]

  private static let byEnding: [(ending: String, role: QuestionRole)] = [
    ("citizen_id", .nationalID), ("national_id", .nationalID),
    ("phone", .phone), ("tel", .phone), ("mobile", .phone),
  ]
}

extension FormParser {
  /// What a question is about: as its bind says, else as its name usually means.
  func role(of field: FieldID, _ control: Control) -> QuestionRole? {
    let field = fields[field.index]
    if let role = field.binding.role { return role }
    guard let usual = QuestionRole.usual(forName: field.localName, control),
      !writtenRoles.contains(usual)
    else { return nil }
    return usual
  }

  /// The question for how many items of a ranking are wanted: the one with this role that comes next
  /// in the ranking's group; else `needs_count` for `needs`.
  func countName(ofRanking field: FieldID) -> String? {
    guard let parent = fields[field.index].parent else { return nil }
    let siblings = fields[parent.index].children
    let later = siblings.drop { $0 != field }.dropFirst()
    let own = later.prefix { fields[$0.index].binding.type != .rank }
    let count =
      own.first { fields[$0.index].binding.role == .rankCount }
      ?? siblings.first { fields[$0.index].name == fields[field.index].name + "_count" }
    return count.map { fields[$0.index].name }
  }
}
