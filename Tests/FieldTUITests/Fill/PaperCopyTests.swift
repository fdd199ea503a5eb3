import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// Copies made-up papers with a worn keyboard and wandering fingers.
///
/// `TORTURE_COPIES` says how many papers; `make torture` asks for ten thousand.
@Suite struct PaperCopyTests {
  private static let count = Torture.count("TORTURE_COPIES", usually: 60)

  @Test(arguments: 0..<6)
  func `what is copied with doubled keys and tours of the arrows is what the paper says`(
    part: Int
  ) throws {
    for number in stride(from: part, to: Self.count, by: 6) {
      var typist = try PaperTypist(Paper(seed: UInt64(number) &* 2_654_435_761 &+ 97))
      try typist.copy()
      guard typist.fault == nil else {
        Issue.record("paper \(number): \(typist.fault ?? "") after \(typist.lately)")
        return
      }
    }
  }
}

/// A made-up person's paper: for each question what stands there.
struct Paper {
  enum Mark: Equatable {
    /// The box with this number, counted from 1, is ticked.
    case box(Int, String)
    case text(String, String)
    /// Part of a place's name finds it.
    case place(String, String)
    /// A number in some of the boxes, from top to bottom.
    case ranks([Int?])
  }

  private(set) var marks: [String: Mark] = [:]
  private var state: UInt64

  init(seed: UInt64) {
    state = seed | 1
    let isTraveller = pick(3) == 0
    marks["grp/affected_group"] = isTraveller ? .box(1, "g1") : .box(2, "g2")
    if isTraveller { marks["grp/thaiqm_ref"] = same("TQ-\(1_000_000 + pick(9_000))") }
    tick("q1/title", ["mr", "mrs", "miss"])
    marks["q1/first_name"] = same(one(of: ["สมชาย", "บุญมี", "กรรณิการ์", "หญิง", "สรรพสิทธิ์"]))
    marks["q1/last_name"] = same(one(of: ["ใจดี", "รักเรียน", "ธรรมดี", "ทองสุก"]))
    if pick(2) == 0 { marks["q1/phone"] = same("08\(10_000_000 + pick(89_999_999))") }
    marks["q1/citizen_id"] = same(nationalID())
    marks["q1/age"] = same("\(19 + pick(70))")
    marks["q1/house_no"] = same(one(of: ["1", "22", "45/2", "112/11"]))
    if pick(2) == 0 { marks["q1/road"] = same("นิตโย") }
    if pick(2) == 0 { marks["q1/soi"] = same("\(pick(30) + 1)") }
    addAddress()
    tick("q2/rights", ["sso33", "sso39_40", "welfare_card", "none"])
    addWork()
    let isRegistered = pick(2) == 0
    marks["q5/registered"] = isRegistered ? .box(1, "yes") : .box(2, "no")
    if isRegistered { marks["q5/registered_on"] = .text("\(1 + pick(18))/4/2563", "") }
    addNeeds()
    marks["income/income_day"] = same("\(100 + pick(10) * 11)")
    marks["income/income_month"] = same("\(4_400 + pick(4) * 1_000)")
    marks["certify/certified"] = .box(1, "OK")
    let isSelf = pick(2) == 0
    marks["certify/informant_self"] = isSelf ? .box(1, "yes") : .box(2, "no")
    if !isSelf { marks["certify/informant_name"] = same("สมศรี ใจดี") }
    marks["certify/survey_date"] = .text("20/4/2563", "2020-04-20")
    marks["certify/paper_signed"] = .box(1, "yes")
  }

  private mutating func addAddress() {
    let isHere = pick(2) == 0
    marks["q1/addr_here"] = isHere ? .box(1, "yes") : .box(2, "no")
    marks["q1/moo"] = same("\(1 + pick(12))")
    if !isHere {
      marks["q1/addr_province"] = pick(2) == 0 ? .place("วาริ", "470601") : .place("ต้นผึ้ง", "470505")
    }
  }

  private mutating func addWork() {
    if pick(2) == 0 { marks["q3/employer"] = same("บริษัท ตัวอย่าง จำกัด") }
    if pick(2) == 0 { marks["q3/workplace"] = same("บางนา") }
    if pick(2) == 0 { marks["q3/work_province"] = .place("กรุง", "10") }
    let impacts = ["laid_off_33", "laid_off_no33", "hours_cut", "business_closed", "income_down"]
    guard pick(4) == 0 else { return tick("q3/impact", impacts) }
    tick("q4/other_impact", ["no_normal_work", "cost_of_living", "transport", "no_selling_place"])
  }

  private mutating func addNeeds() {
    let wanted = 1 + pick(15)
    var rows = Array(0..<15)
    for row in rows.indices { rows.swapAt(row, pick(15)) }
    var boxes: [Int?] = Array(repeating: nil, count: 15)
    for (rank, row) in rows.prefix(wanted).enumerated() { boxes[row] = rank + 1 }
    marks["q6/needs"] = .ranks(boxes)
    if boxes[14] != nil { marks["q6/needs_other_text"] = same("นมผงเด็ก") }
  }

  private func same(_ text: String) -> Mark { .text(text, text) }

  private mutating func tick(_ path: String, _ names: [String]) {
    let place = pick(names.count)
    marks[path] = .box(place + 1, names[place])
  }

  private mutating func one(of texts: [String]) -> String { texts[pick(texts.count)] }

  /// A number of registry office 0000 with its check digit.
  private mutating func nationalID() -> String {
    let digits = [1, 0, 0, 0, 0] + (0..<7).map { _ in pick(10) }
    let sum = zip(digits, stride(from: 13, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    return (digits + [(11 - sum % 11) % 10]).map(String.init).joined()
  }

  mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}

/// Somebody who copies a paper, looks at which question is in focus, and nowhere else.
struct PaperTypist {
  private(set) var survey: Survey
  private var paper: Paper
  private var done: Set<String> = []
  private var clock = 1_000
  private(set) var fault: String?
  private var pressed: [Key] = []

  init(_ paper: Paper) throws {
    survey = try #require(Survey())
    self.paper = paper
  }

  var lately: [Key] { pressed.suffix(14) }

  /// Answers one question after the other until the review is complete, then compares.
  mutating func copy() throws {
    for _ in 0..<900 where fault == nil {
      if paper.pick(12) == 0 { tour() }
      guard let next = nextMark() else { break }
      try go(to: next)
      guard fault == nil else { return }
      answer(next)
    }
    if fault == nil { compare() }
  }

  /// The first question on the paper, in the form's order, that is not copied yet.
  private func nextMark() -> String? {
    let stops = survey.model.sections.indices.flatMap { survey.model.entries(ofSection: $0) }
    return stops.map { String($0.path.dropFirst("/data/".count)) }
      .first { paper.marks[$0] != nil && !done.contains($0) }
  }

  private mutating func go(to path: String) throws {
    for _ in 0..<160 {
      if survey.model.overlay != nil { press(.escape) }
      let stops = survey.model.sections.indices.flatMap { survey.model.entries(ofSection: $0) }
      let here = stops.firstIndex { $0.path == survey.place } ?? 0
      let there = stops.firstIndex { $0.path == "/data/" + path } ?? 0
      if here == there { return }
      // Arrows move in an open list and in a ranking: Tab leads out of both.
      press(here < there ? (paper.pick(2) == 0 ? .tab : .enter) : .backTab)
      if fault != nil { return }
    }
    fault = "\(path) is not reached from \(survey.place)"
  }

  private mutating func answer(_ path: String) {
    guard let mark = paper.marks[path] else { return }
    done.insert(path)
    switch mark {
    case .box(let number, _): press(.character(Unicode.Scalar(UInt8(0x30 + number))), answers: true)
    case .text(let text, _):
      type(text)
      press(.enter, answers: true)
    case .place(let part, _):
      type(part)
      press(.enter, answers: true)
    case .ranks(let boxes): rank(boxes)
    }
  }

  /// Types the numbers of the boxes, each where the mark stands before its row.
  private mutating func rank(_ boxes: [Int?]) {
    for (row, box) in boxes.enumerated() {
      guard let box else { continue }
      for _ in 0..<60 where rankRow != row {
        press((rankRow ?? 0) < row ? .down : .up, answers: true)
      }
      type("\(box)")
      guard box > 1 else {
        press(.down, answers: true)
        continue
      }
      // The row is filled: the last digit once more, at once, is a key that bounces.
      guard row < 14, paper.pick(6) == 0, let digit = keys("\(box)").last else { continue }
      clock += 20 + paper.pick(200)
      survey.press(digit, at: clock)
    }
    press(.tab, answers: true)
  }

  private var rankRow: Int? {
    guard case .rank(let model) = survey.model.editor else { return nil }
    return model.row
  }

  /// Keys that move, here and there, for no reason.
  private mutating func tour() {
    let moves: [Key] = [.up, .down, .tab, .backTab, .left, .right, .pageUp, .pageDown, .home, .end]
    for _ in 0..<1 + paper.pick(8) {
      if survey.model.overlay != nil { press(.escape) }
      press(moves[paper.pick(moves.count)])
    }
  }

  private mutating func type(_ text: String) {
    for scalar in text.unicodeScalars {
      clock += 260
      pressed.append(.character(scalar))
      survey.press(.character(scalar), at: clock)
    }
  }

  /// Presses a key, and now and then gives it twice; only a key that answers may change an answer, and
  /// its double none without a word.
  private mutating func press(_ key: Key, answers: Bool = false) {
    clock += 300 + paper.pick(900)
    pressed.append(key)
    let before = survey.model.session.draft()
    survey.press(key, at: clock)
    let after = survey.model.session.draft()
    if !answers, before != after { return fault = "\(key) changed an answer at \(survey.place)" }
    guard paper.pick(6) == 0 else { return }
    clock += 20 + paper.pick(220)
    pressed.append(key)
    survey.press(key, at: clock)
    if after != survey.model.session.draft() { fault = "a double \(key) changed an answer" }
  }

  private mutating func compare() {
    for (path, mark) in paper.marks {
      let value = survey.value(path)
      switch mark {
      case .box(_, let name): expect(value == name, path)
      case .text(_, let text): expect(text.isEmpty ? !value.isEmpty : value == text, path)
      case .place(_, let code) where code.count == 2: expect(value == code, path)
      case .place(_, let code): expect(survey.value("q1/addr_subdistrict") == code, path)
      case .ranks(let boxes): expect(value.hasPrefix(order(of: boxes)), path)
      }
    }
    let problems = survey.model.session.problems().map(\.path)
    if fault == nil, !problems.isEmpty { fault = "left to correct: \(problems)" }
  }

  private mutating func expect(_ isSame: Bool, _ path: String) {
    if !isSame { fault = "\(path) is “\(survey.value(path))”" }
  }

  private func order(of boxes: [Int?]) -> String {
    let names = [
      "cash", "goods", "short_job", "training", "soft_loan", "debt_pause", "tax_cut",
      "utility_cut", "sme_finance", "plants", "livestock", "fish", "trade_tools", "farm_tools",
      "other",
    ]
    let ranked = zip(boxes, names).compactMap { box, name in box.map { ($0, name) } }
    return ranked.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: " ")
  }
}
