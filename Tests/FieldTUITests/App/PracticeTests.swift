import OfflineStore
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// A survey that is filled in to learn how.
@Suite struct PracticeTests {
  private func practising() throws -> AppModel {
    var model = MadeUp.home()
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/first_name")
    survey.model.isPractice = true
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    _ = model.update(
      .opened(
        survey.model,
        OpenRecord(
          formID: "affected_person", formVersion: "1", formHash: hash, isPractice: true)))
    return model
  }

  /// Whether this would bring anything of a survey to a disk or to the network.
  private func keeps(_ effect: AppEffect) -> Bool {
    switch effect {
    case .save, .finish, .attach, .send, .resume: true
    default: false
    }
  }

  @Test func `it begins at home and from the tour`() {
    var model = MadeUp.home()
    while case .home(let home) = model.screen, home.item != .practice {
      _ = model.update(.key(.down))
    }
    #expect(model.update(.key(.enter)) == [.practise(.thai)])
    model.screen = .tour(.init(page: 4))
    #expect(model.update(.key(.function(6))) == [.practise(.thai)])
  }

  @Test func `it is marked on every screen it is on, at every size`() throws {
    for (rows, columns) in [(24, 80), (20, 60), (12, 40), (60, 200)] {
      for keys in [[], [Key.function(1)], [.function(9)], [.function(6)], [.function(9), .end]] {
        var model = try practising()
        for key in keys { _ = model.update(.key(key)) }
        let grid = MadeUp.screen(model, rows: rows, columns: columns)
        #expect(GridText.row(0, of: grid).contains("ฝึกกรอก"), "\(keys) \(columns)x\(rows)")
      }
    }
    let model = try practising()
    #expect(Talking(model).opening.contains("ฝึกกรอก"))
  }

  @Test func `no key brings anything of it to the disk, and leaving throws it away`() throws {
    var model = try practising()
    var effects = model.type("สมชาย")
    for key in [Key.enter, .paste("ใจดี"), .enter, .down, .pageDown, .function(9), .escape] {
      effects += model.update(.key(key))
    }
    for _ in 1...9 { effects += model.update(.idle) }
    effects += model.update(.key(.escape))
    #expect(!effects.contains(where: keeps), "\(effects)")
    #expect(model.screen.kind == .home)
    #expect(model.notice?.label == FormPhrase.practiceGone.label)
  }

  @Test func `a lock forgets it, and nobody comes back to it`() throws {
    var model = try practising()
    _ = model.type("สมชาย")
    #expect(model.update(.key(.function(12))) == [.lock])
    #expect(model.renewal?.left == nil)
  }

  @Test func `finishing says what would have happened, and keeps nothing`() throws {
    var model = try practising()
    guard case .fill(let fill, let record) = model.screen else { return }
    let draft = record.draft(
      FillScreen.Snapshot(
        number: 1, record: fill.record, instance: [], title: "", place: "", problems: 0,
        answered: 0, comments: []), language: "th")
    #expect(draft.isPractice, "so that the store refuses it as well")
    let effects = model.practise(
      .finish(
        FillScreen.Snapshot(
          number: 1, record: fill.record, instance: [], title: "", place: "", problems: 0,
          answered: 0, comments: []), submission: [], log: nil))
    #expect(effects == [.loadRecords])
    let screen = GridText.text(of: MadeUp.screen(model))
    #expect(screen.contains("พร้อมส่ง") && screen.contains("ฝึกกรอกจบแล้ว"))
    guard case .dialog(let box, .told)? = model.overlay else { return }
    #expect(box.text.contains("ไม่มีอะไรถูกเก็บหรือส่ง"))
    #expect(model.screen.kind == .home)
  }
}
