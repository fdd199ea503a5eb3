import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// The box with the files of a record.
struct OfficerFilesTests {
  private let files: [RecordFile]

  init() throws {
    let identity = try #require(FileID(bytes: 1...16))
    files = [("audit.csv", 3_400, 1), ("q1-บ้าน.jpg", 1_234_567, 40)].map { name, size, arrived in
      RecordFile(
        file: identity, author: PersonNumber(12), name: name, size: size,
        count: FileLimits.count(of: size), arrived: arrived)
    }
  }

  private func review() -> ReviewScreen.Model {
    ReviewScreen.Model(OfficerSamples.reading(), role: .district, language: .thai)
  }

  private func press(_ keys: [Key], _ model: inout ReviewScreen.Model) -> [ReviewScreen.Effect] {
    keys.flatMap { ReviewScreen.update(&model, $0) }
  }

  private func shown(_ model: ReviewScreen.Model) -> String {
    var grid = OfficerSamples.grid(24, 80)
    _ = ReviewScreen.view(model, in: grid.area, on: &grid)
    return GridText.text(of: grid)
  }

  @Test func `a key asks the centre, and the list says how far each has come`() {
    var model = review()
    #expect(press([.character("f")], &model) == [.listFiles])
    #expect(shown(model).contains("กำลังถามศูนย์…"))
    model.take(.list(files))
    #expect(shown(model).contains("audit.csv · 3 kB · ถึงศูนย์แล้ว"))
    #expect(shown(model).contains("q1-บ้าน.jpg · 1.2 MB · กำลังมา 40 จาก 101 ส่วน"))
    #expect(press([.escape], &model) == [] && model.overlay == nil)
    model.take(.list(files))
    #expect(model.overlay == nil, "an answer that comes late opens nothing")
  }

  @Test func `a file is fetched to where the officer says, and Esc stops it`() {
    var model = review()
    _ = press([.character("f")], &model)
    model.take(.list(files))
    #expect(press([.enter], &model) == [])
    #expect(shown(model).contains("~/audit.csv") && shown(model).contains("ไฟล์จะไม่ถูกเข้ารหัส"))
    let keys: [Key] = [.control("u"), .paste("/media/usb/log.csv"), .enter]
    #expect(press(keys, &model) == [.fetch(files[0], to: "/media/usb/log.csv")])
    model.take(.fetched(1_700))
    #expect(shown(model).contains("รับมา 2 kB จาก 3 kB"))
    #expect(press([.enter, .character("v")], &model) == [], "nothing else happens meanwhile")
    #expect(press([.escape], &model) == [.stopFetching])
    model.take(.stopped)
    #expect(shown(model).contains("จะต่อจากที่ค้างไว้"))
    _ = press([.enter, .enter], &model)
    model.take(.written("/media/usb/log.csv"))
    #expect(shown(model).contains("เก็บแล้วที่ /media/usb/log.csv"))
    model.take(.fetched(9))
    #expect(!shown(model).contains("รับมา"))
  }

  @Test func `a file that is on its way is not asked for, and a refusal is said`() {
    var model = review()
    _ = press([.character("f")], &model)
    #expect(press([.enter], &model) == [], "there is no list yet")
    model.take(.list(files))
    #expect(press([.down, .enter], &model) == [])
    #expect(shown(model).contains("หมู่บ้านต้องส่งต่อก่อน"))
    model.take(.failed(Label("ไม่ได้", "No")))
    #expect(shown(model).contains("ไม่ได้"))
    model.take(.list([]))
    _ = press([.up], &model)
    #expect(shown(model).contains("ศูนย์ไม่มีไฟล์ของแบบนี้"))
  }

  @Test(arguments: Language.allCases, [(24, 80), (20, 60), (12, 40)])
  func `the box of files looks right`(language: Language, size: (rows: Int, columns: Int)) {
    var model = review()
    model.language = language
    _ = press([.character("f")], &model)
    model.take(.list(files))
    _ = press([.enter], &model)
    var grid = OfficerSamples.grid(size.rows, size.columns)
    _ = ReviewScreen.view(model, in: grid.area, on: &grid)
    expectGolden(grid, "officer-files-\(language.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test func `in lines a number chooses the file, and a line says where it goes`() throws {
    var model = OfficerScreens.Model(role: .district, language: .thai)
    _ = OfficerScreens.update(&model, .rows(OfficerSamples.rows))
    let reading = OfficerSamples.reading(OfficerSamples.rows[0], isChanged: false, warns: false)
    _ = OfficerScreens.update(&model, .opened(reading))
    let id = OfficerSamples.rows[0].id
    var app = MadeUp.home()
    app.screen = .officer(model)
    var talk = Talking(app)
    talk.say(":files")
    #expect(talk.effects == [.listFiles(id)])
    _ = talk.talk.model.update(.officer(.files(id, .list(files))))
    #expect(talk.prompt.contains("   1 audit.csv · 3 kB · ถึงศูนย์แล้ว"))
    for line in ["9", "", "ไม่", ":ลบ"] { #expect(talk.say(line).hasPrefix("! "), "\(line)") }
    talk.say("1")
    #expect(talk.say("ไม่").hasPrefix("! "))
    talk.say("/tmp/log.csv")
    #expect(talk.effects.last == .fetch(files[0], of: id, to: "/tmp/log.csv"))
  }
}
