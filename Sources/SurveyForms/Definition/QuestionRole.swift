/// What a question is about, as far as a program does something with it: `ft:role` on its bind.
///
/// It is the only thing that the program knows of a survey. The raw values are a promise to forms.
public enum QuestionRole: String, Sendable, Hashable, CaseIterable {
  // The person.
  case nationalID = "national-id"
  case noIDReason = "no-id-reason"
  case phone
  case title
  case firstName = "first-name"
  case lastName = "last-name"
  case age

  // The address on the person's card.
  case houseNumber = "house-number"
  case road
  case lane
  /// The number of the village.
  case cardMoo = "card-moo"
  /// Whether the card's subdistrict is the one that is surveyed: `yes` or `no`.
  case cardIsHere = "card-is-here"
  case cardProvince = "card-province"
  case cardDistrict = "card-district"
  case cardSubdistrict = "card-subdistrict"
  case postcode

  // The place that is surveyed.
  case siteKind = "site-kind"
  case siteProvince = "site-province"
  case siteDistrict = "site-district"
  case siteSubdistrict = "site-subdistrict"
  case siteMoo = "site-moo"
  case siteName = "site-name"

  // The paper and who signed it.
  case surveyDate = "survey-date"
  case informantName = "informant-name"
  case paperSigned = "paper-signed"
  case surveyorName = "surveyor-name"
  case surveyorPosition = "surveyor-position"

  /// How many items of the ranking before it are wanted.
  case rankCount = "rank-count"
  /// A note that warns while it is relevant, and hinders nothing.
  case warning
  /// A warning that whoever checks reads first.
  case graveWarning = "grave-warning"

  /// The namespace of the attribute, which forms of ours declare as `ft`.
  static let namespace = "urn:fieldtui:form"
}
