import OfflineStore
import SyncProtocol
import TerminalKit
import TestSupport
import Testing
import ThaiText

@testable import FieldTUI

/// The list of everybody: who is in it, how they are found, and what can be done from there.
@Suite struct VillageTests {
  private func list() -> RecordListScreen.Model { .init(.everybody, MadeUp.village) }

  private func found(_ typed: String) -> Set<String> {
    var list = list()
    for scalar in typed.unicodeScalars { _ = RecordListScreen.update(&list, .character(scalar)) }
    return Set(list.found.map(\.title))
  }

  @Test func `everybody is in one list in every state, and what is in the trash is not`() {
    #expect(list().records.count == 5)
    #expect(!list().records.contains { $0.state == .trashed })
  }

  @Test(arguments: [
    ("1000000002010", "กำไร น้ำใส"), ("1-0000-00002-01-0", "กำไร น้ำใส"),
    ("1 0000 00002 01 0", "กำไร น้ำใส"), ("๑๐๐๐๐๐๐๐๐๒๐๑๐", "กำไร น้ำใส"), ("2010", "กำไร น้ำใส"),
    ("0812345672", "ที่รัก ใจดี"), ("081 234 5672", "ที่รัก ใจดี"), ("5672", "ที่รัก ใจดี"),
    ("14", "ที่รัก ใจดี"), ("บุญมี 16", "บุญมี ศรีสุข"), ("16 บุญมี", "บุญมี ศรีสุข"),
    ("ศรีสุข บุญมี", "บุญมี ศรีสุข"), ("บุนมี สีสุก", "บุญมี ศรีสุข"),
    ("น้ำใส 99/7 2010", "กำไร น้ำใส"),
  ])
  func `one person is found by any of what is known`(typed: String, name: String) {
    #expect(found(typed) == [name], "\(typed)")
  }

  @Test func `a house finds all of its people, also by the number before the stroke`() {
    #expect(found("99/7") == ["สมมุติ ทดลอง", "กำไร น้ำใส"])
    #expect(found("99") == ["สมมุติ ทดลอง", "กำไร น้ำใส"])
  }

  @Test func `digits on the Thai layout find the same`() {
    // 5672 typed with the Thai layout on.
    #expect(found("ถุึ/") == ["ที่รัก ใจดี"])
  }

  @Test func `no list draws a whole national ID`() {
    for size in [(60, 200), (24, 80), (12, 40)] {
      var model = MadeUp.home(MadeUp.village)
      model.screen = .list(list())
      let text = GridText.text(of: MadeUp.screen(model, rows: size.0, columns: size.1))
      #expect(!text.contains("1000000001013") && !text.contains("1-0000-00001-01-3"))
    }
  }

  @Test func `a wide screen shows house, telephone, who returned it and when`() {
    var returned = MadeUp.village[3]
    returned.verdict = Verdict(
      decision: DecisionBody(), by: "นางสุดา รักไทย", time: MadeUp.time)
    var model = MadeUp.home([returned])
    model.screen = .list(.init(.everybody, [returned]))
    let text = GridText.text(of: MadeUp.screen(model, rows: 60, columns: 200))
    for part in ["081-234-5673", "15", "นางสุดา รักไทย 10/04/2563", "1013"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `home counts everybody, and what was finished and sent today`() {
    var model = MadeUp.home(MadeUp.village)
    _ = model.update(
      .records(MadeUp.village, queued: nil, sent: 2, on: BuddhistTime.day(of: MadeUp.time)))
    let text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("5 ราย · วันนี้เสร็จ 3 · ส่งวันนี้ 2"))
    _ = model.update(.key(.character("6")))
    let list = GridText.text(of: MadeUp.screen(model))
    #expect(list.contains("5 ราย · วันนี้เสร็จ 3 · ส่งวันนี้ 2 · ส่งกลับแก้ไข 1"))
    _ = model.update(
      .records(
        MadeUp.village, queued: nil, on: CivilDate(daysSince1970: MadeUp.today.daysSince1970 + 7)))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("วันนี้เสร็จ 0"))
  }

  @Test(arguments: LocalState.allCases.filter { $0 != .trashed })
  func `Enter reads a record in every state`(state: LocalState) {
    let record = MadeUp.record(9, "ดาว ไพร", state)
    var model = MadeUp.home([record])
    model.screen = .list(.init(.everybody, [record]))
    #expect(model.update(.key(.enter)) == [.read(record, .thai)])
  }

  @Test func `reading goes back to the list as it was searched`() {
    var model = MadeUp.home(MadeUp.village)
    _ = model.update(.key(.character("6")))
    _ = model.type("บุญ")
    _ = model.update(.reading(.init(MadeUp.village[4])))
    #expect(model.update(.key(.escape)) == [.loadRecords])
    guard case .list(let list) = model.screen else {
      Issue.record("not the list")
      return
    }
    #expect(list.search.text == "บุญ" && list.found.map(\.title) == ["บุญมี ศรีสุข"])
  }

  @Test func `a record that is read hides the national ID until it is asked for, which is kept`() {
    var model = MadeUp.home(MadeUp.village)
    model.screen = .reading(MadeUp.reading)
    var text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("x-xxxx-xxxx1-01-3") && text.contains("อายุไม่ตรงกับบัตร"))
    #expect(model.update(.key(.function(3))) == [.log(.revealed, MadeUp.village[2].id)])
    text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("1-0000-00001-01-3"))
    #expect(model.update(.key(.function(3))) == [])
    #expect(!GridText.text(of: MadeUp.screen(model)).contains("1-0000-00001-01-3"))
  }

  @Test(arguments: [(24, 80), (12, 40), (60, 200)])
  func `all of a record can be read to its end`(rows: Int, columns: Int) {
    var model = MadeUp.home(MadeUp.village)
    var reading = MadeUp.reading
    let answers = (1...80).map { number in
      RecordReading.Answer(
        path: "/data/q\(number)", label: Label("ข้อที่ \(number)", "Question \(number)"),
        value: .text(Label("คำตอบที่ \(number).", "Answer \(number).")))
    }
    reading.text = .here([.init(title: Label("ก", "a"), answers: answers)], [])
    model.screen = .reading(reading)
    var seen = ""
    for _ in 0..<200 {
      seen += GridText.text(of: MadeUp.screen(model, rows: rows, columns: columns))
      _ = model.update(.key(.down))
    }
    #expect((1...80).allSatisfy { seen.contains("คำตอบที่ \($0).") })
  }

  @Test func `a draft that is read opens at the answer that is marked`() {
    var reading = MadeUp.reading
    reading.record.state = .draft
    var model = MadeUp.home(MadeUp.village)
    model.screen = .reading(reading)
    _ = MadeUp.screen(model)
    for _ in 0..<60 {
      guard case .reading(let now) = model.screen else { break }
      let lines = ReadingLines(now, width: now.drawn.columns, .thai).lines
      if lines[now.row].path == "/data/age" { break }
      _ = model.update(.key(.down))
    }
    #expect(
      model.update(.key(.enter)) == [.open(MadeUp.village[2].id, .thai, at: "/data/age")])
  }

  @Test func `what only the centre opens says so`() {
    var model = MadeUp.home(MadeUp.village)
    model.screen = .reading(.init(MadeUp.village[4]))
    let text = GridText.text(of: MadeUp.screen(model)).filter { $0 != " " && $0 != "\n" }
    #expect(text.contains("เข้ารหัสไว้ให้ระบบกลางเปิดได้เท่านั้น"))
  }

  @Test func `a finished record is recalled only after a yes, in the list and while it is read`() {
    let ready = MadeUp.village[2]
    for screen in [
      AppModel.Screen.list(.init(.everybody, [ready])), .list(.init(.ready, [ready])),
      .reading(.init(ready)),
    ] {
      var model = MadeUp.home([ready])
      model.screen = screen
      #expect(model.update(.key(.function(6))) == [])
      let text = GridText.text(of: MadeUp.screen(model))
      #expect(text.contains("จะกลับเป็นร่าง") && text.contains("ยังไม่ได้ส่งออกจากเครื่องนี้"))
      #expect(model.update(.key(.escape)) == [])
      _ = model.update(.key(.function(6)))
      #expect(model.update(.key(.character("2"))) == [.recall(ready.id, .thai)])
    }
  }

  @Test func `what cannot be recalled says what is known of where it is`() {
    var record = MadeUp.village[4]
    #expect(VillagePhrase.whyNotRecalled(record) == .arrived)
    record.delivery = .offered
    record.state = .ready
    #expect(VillagePhrase.whyNotRecalled(record) == .mayHaveArrived)
    #expect(VillagePhrase.whyNotRecalled(MadeUp.village[0]) == .isOpenAlready)
  }

  @Test func `Delete throws away a draft, and says of others why it does not`() {
    for record in MadeUp.village where record.state != .trashed {
      var model = MadeUp.home([record])
      model.screen = .list(.init(.everybody, [record]))
      let effects = model.update(.key(.delete))
      #expect(effects == (record.state == .draft ? [.trash(record.id)] : []))
      #expect((model.notice == nil) == (record.state == .draft), "\(record.state)")
    }
    #expect(VillagePhrase.whyNotTrashed(.returned) == .returnedIsNotTrashed)
  }

  @Test func `a record without a name is told apart by its time, in lists and in lines`() {
    let record = MadeUp.record(9, "", .ready)
    #expect(RecordListScreen.name(of: record, .thai) == "(ยังไม่มีชื่อ) 10/04/2563 17:14")
    var model = MadeUp.home([record])
    model.screen = .list(.init(.ready, [record]))
    #expect(Talking(model).opening.contains("1 (ยังไม่มีชื่อ) 10/04"))
  }

  @Test func `ten thousand people are searched at once`() {
    let many = (0..<10_000).map { number in
      var record = MadeUp.record(1, "นายทดสอบ \(number)", .sent)
      record.card = RecordCard(house: "\(number)", phone: "0812345678", nationalID: "1000000001013")
      return record
    }
    var search = PeopleSearch(many)
    #expect(search.positions(of: "1000000001013").count == 10_000)
    #expect(search.positions(of: "ทดสอบ 9999") == [9_999])
    #expect(search.positions(of: "ไม่มีใคร").isEmpty)
  }
}
