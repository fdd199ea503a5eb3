import OfflineStore
import SurveyForms
import ThaiText

/// What lists and other records may know of the person in a record, by what its questions are about.
extension FormSession {
  var card: RecordCard {
    RecordCard(
      house: Digits.ascii(value(of: .houseNumber)), moo: Digits.ascii(value(of: .cardMoo)),
      phone: PhoneNumber(value(of: .phone)).digits, nationalID: nationalID(value(of: .nationalID)))
  }

  /// The address, by roles: what is not answered is not in it.
  var houseAddress: HouseAddress {
    let answers = QuestionRole.address.map { ($0.rawValue, value(of: $0)) }
    return Dictionary(answers.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  private func nationalID(_ value: String) -> String {
    // Half a number, or another kind of one, is nobody's.
    (try? NationalID(value))?.digits ?? ""
  }

  /// Answers the questions of an address, and returns those whose answers are new.
  ///
  /// Nothing that somebody answered is overwritten: where one of them has an answer that neither the
  /// address nor a record that was just begun has, none is filled in.
  mutating func fillIn(_ address: HouseAddress, begun: FormSession) -> [String] {
    let isFree = QuestionRole.address.allSatisfy { role in
      let standing = value(of: role)
      return standing.isEmpty || standing == address[role.rawValue]
        || standing == begun.value(of: role)
    }
    guard isFree else { return [] }
    return QuestionRole.address.compactMap { role in
      guard let text = address[role.rawValue], let path = path(of: role), isRelevant(path),
        value(path) != text, (try? answer(path, text)) != nil
      else { return nil }
      return path
    }
  }
}

extension QuestionRole {
  /// The questions of an address, each after those that decide what it may be.
  static let address: [QuestionRole] = [
    .houseNumber, .road, .lane, .cardIsHere, .cardMoo, .cardProvince, .cardDistrict,
    .cardSubdistrict, .postcode,
  ]
}
