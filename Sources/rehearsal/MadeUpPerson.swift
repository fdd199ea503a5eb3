/// Someone who was hit by the COVID-19 measures in a village, with the answers they would give.
///
/// Nobody: the national ID is of registry office 0000, which does not exist.
struct MadeUpPerson: Equatable, Sendable {
  /// Answers by question name, in the order of the form.
  private(set) var answers: [Answer] = []

  struct Answer: Equatable, Sendable {
    var question: String
    var value: String
  }

  /// What the surveyor got wrong in this survey, if anything.
  private(set) var slip: Slip?

  /// A mistake that the form warns about and an officer sends back.
  enum Slip: CaseIterable, Sendable {
    case monthlyIncomeForDaily, childTitle, postcodeOfElsewhere, entitlementContradicted
  }

  /// Makes person number `serial` up.
  ///
  /// - Parameters:
  ///   - serial: 1 to 9,999,999; it goes into the national ID, so no two people share one.
  ///   - today: The day of the survey, as ISO 8601.
  init(serial: Int, today: String, dice: inout Dice) {
    let isWoman = dice.happens(percent: 54)
    let age = Int.random(in: 18...79, using: &dice)
    slip = dice.happens(percent: 12) ? dice.pick(Slip.allCases) : nil
    note("affected_group", dice.pick([("g1", 35), ("g2", 65)]))
    note("title", title(isWoman: isWoman, &dice))
    note("first_name", dice.pick(isWoman ? MadeUpNames.women : MadeUpNames.men))
    note("last_name", dice.happens(percent: 1) ? "-" : MadeUpNames.surname(&dice))
    if dice.happens(percent: 85) { note("phone", phone(&dice)) }
    noteNumber(serial: serial, &dice)
    note("age", "\(age)")
    noteAddress(&dice)
    noteImpact(&dice)
    noteRegistration(&dice)
    noteNeeds(&dice)
    noteIncome(&dice)
    noteCertification(today: today, &dice)
  }

  private mutating func note(_ question: String, _ value: String) {
    answers.append(Answer(question: question, value: value))
  }

  private func title(isWoman: Bool, _ dice: inout Dice) -> String {
    if slip == .childTitle { return isWoman ? "girl" : "boy" }
    return isWoman ? dice.pick([("mrs", 60), ("miss", 40)]) : "mr"
  }

  private func phone(_ dice: inout Dice) -> String {
    let digits = (0..<8).map { _ in "\(Int.random(in: 0...9, using: &dice))" }.joined()
    return dice.pick(["06", "08", "09"]) + digits
  }

  private mutating func noteNumber(serial: Int, _ dice: inout Dice) {
    guard !dice.happens(percent: 2) else {
      note("has_citizen_id", "no")
      note("no_id_reason", "not_registered")
      return
    }
    note("has_citizen_id", "yes")
    note("citizen_id", MadeUpPerson.nationalID(kind: [1, 2, 3, 5][serial % 4], serial: serial))
  }

  /// A national ID of registry office 0000, with a right check digit.
  ///
  /// - Parameters:
  ///   - kind: The first digit, 1 to 8.
  ///   - serial: Digits 6 to 12, 0 to 9,999,999.
  static func nationalID(kind: Int, serial: Int) -> String {
    let digits = [kind, 0, 0, 0, 0] + decimalDigits(of: serial, count: 7)
    let sum = zip(digits, (2...13).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    return (digits + [(11 - sum % 11) % 10]).map(String.init).joined()
  }

  private static func decimalDigits(of number: Int, count: Int) -> [Int] {
    var left = number
    var digits: [Int] = []
    for _ in 0..<count {
      digits.append(left % 10)
      left /= 10
    }
    return digits.reversed()
  }

  private mutating func noteAddress(_ dice: inout Dice) {
    let house = Int.random(in: 1...240, using: &dice)
    note(
      "house_no",
      dice.happens(percent: 25) ? "\(house)/\(Int.random(in: 1...9, using: &dice))" : "\(house)")
    note("moo", "\(Int.random(in: 1...14, using: &dice))")
    if slip == .postcodeOfElsewhere { note("postcode", "10200") }
  }

  private mutating func noteImpact(_ dice: inout Dice) {
    let rights =
      slip == .entitlementContradicted
      ? "sso33" : dice.pick([("sso33", 20), ("sso39_40", 25), ("welfare_card", 35), ("none", 20)])
    note("rights", rights)
    guard slip == .entitlementContradicted || dice.happens(percent: 60) else {
      note(
        "other_impact",
        dice.pick([("no_normal_work", 60), ("cost_of_living", 25), ("no_selling_place", 15)]))
      return
    }
    note(
      "workplace",
      dice.pick(["ร้านอาหารตามสั่ง", "โรงงานเย็บผ้า", "ตลาดนัดคลองถม", "อู่ซ่อมรถ", "รับจ้างก่อสร้าง"]))
    let laidOff = rights == "sso33" ? "laid_off_33" : "laid_off_no33"
    note(
      "impact",
      slip == .entitlementContradicted
        ? "laid_off_no33"
        : dice.pick([
          (laidOff, 40), ("hours_cut", 20), ("business_closed", 10), ("income_down", 30),
        ]))
  }

  private mutating func noteRegistration(_ dice: inout Dice) {
    let registered = dice.happens(percent: 70)
    note("registered", registered ? "yes" : "no")
    if registered, dice.happens(percent: 60) {
      note("registered_on", "2020-04-0\(Int.random(in: 1...9, using: &dice))")
    }
  }

  private mutating func noteNeeds(_ dice: inout Dice) {
    let all = [
      "cash", "goods", "short_job", "training", "soft_loan", "debt_pause", "tax_cut", "utility_cut",
      "sme_finance", "plants", "livestock", "fish", "trade_tools", "farm_tools",
    ]
    let favourites = ["cash", "goods", "short_job", "utility_cut", "debt_pause", "plants"]
    var wanted = Array(
      favourites.shuffled(using: &dice).prefix(Int.random(in: 1...4, using: &dice)))
    if dice.happens(percent: 50) {
      wanted += all.filter { !wanted.contains($0) }.shuffled(using: &dice).prefix(2)
    }
    let rest = all.filter { !wanted.contains($0) } + ["other"]
    note("needs", (wanted + rest).joined(separator: " "))
    note("needs_count", "\(wanted.count)")
  }

  private mutating func noteIncome(_ dice: inout Dice) {
    let day = Int.random(in: 10...60, using: &dice) * 10
    if slip == .monthlyIncomeForDaily {
      note("income_day", "\(day * 26)")
      note("income_month", "\(day * 26)")
      answers[answers.count - 1].value = "\(day)"
    } else if dice.happens(percent: 60) {
      note("income_day", "\(day)")
    } else {
      note("income_month", "\(day * 26)")
    }
  }

  private mutating func noteCertification(today: String, _ dice: inout Dice) {
    note("certified", "OK")
    let isSelf = dice.happens(percent: 88)
    note("informant_self", isSelf ? "yes" : "no")
    if !isSelf {
      note("informant_name", dice.pick(MadeUpNames.women) + " " + MadeUpNames.surname(&dice))
    }
    note("survey_date", today)
    note("paper_signed", "yes")
  }
}

extension MadeUpPerson {
  /// What the surveyor answers instead when the slip is sent back; nothing without a slip.
  var corrections: [Answer] {
    switch slip {
    case nil: []
    case .childTitle:
      [Answer(question: "title", value: self["title"] == "girl" ? "miss" : "mr")]
    case .postcodeOfElsewhere: [Answer(question: "postcode", value: "47160")]
    case .entitlementContradicted: [Answer(question: "impact", value: "laid_off_33")]
    case .monthlyIncomeForDaily:
      [
        Answer(question: "income_day", value: self["income_month"] ?? "0"),
        Answer(question: "income_month", value: self["income_day"] ?? "0"),
      ]
    }
  }

  /// The answer to a question, if there is one.
  subscript(question: String) -> String? {
    answers.first { $0.question == question }?.value
  }
}
