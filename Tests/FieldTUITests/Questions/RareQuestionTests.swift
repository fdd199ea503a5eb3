import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

/// Ranges, coordinates, months, moments, files and long lists to tick.
@Suite struct RareQuestionTests {
  @Test(arguments: ["17.1547 103.7036", "๑๗.๑๕๔๗, ๑๐๓.๗๐๓๖", " 17.1547,103.7036 "])
  func `a point is read in Thai and Arabic digits`(typed: String) throws {
    #expect(try Coordinates.read(typed, as: .point) == "17.1547 103.7036 0 0")
  }

  @Test func `what cannot be a point says why`() {
    #expect(throws: FillPhrase.form(.latitudeFirst)) {
      try Coordinates.read("103.7036 17.1547", as: .point)
    }
    #expect(throws: FillPhrase.form(.outsideEarth)) { try Coordinates.read("17 181", as: .point) }
    #expect(throws: FillPhrase.form(.notAPoint)) { try Coordinates.read("พังโคน", as: .point) }
    #expect(throws: FillPhrase.form(.tooFewPoints(2))) { try Coordinates.read("17 103", as: .line) }
  }

  @Test func `an area is closed, and shown as it was typed`() throws {
    let stored = try Coordinates.read("17 103; 17.1 103; 17.1 103.1", as: .area)
    #expect(stored == "17 103 0 0;17.1 103 0 0;17.1 103.1 0 0;17 103 0 0")
    #expect(try Coordinates.read(Coordinates.typed(stored), as: .area) == stored)
    #expect(Coordinates.words(stored, as: .area) == .closed(3))
  }

  @Test(arguments: [
    ("4/2563", "2020-04-01"), ("เม.ย. 63", "2020-04-01"), ("10/4/2563", "2020-04-01"),
    ("๔/๒๕๖๓", "2020-04-01"),
  ])
  func `a month is stored as its first day`(typed: String, stored: String) throws {
    let reading = try DatePrecision.month.read(typed, today: Country.setting.today)
    #expect(reading.value == stored)
    #expect(DatePrecision.month.shown(stored, isThai: true) == "เมษายน 2563")
    #expect(DatePrecision.month.typed(stored) == "04/2563")
  }

  @Test func `a year and a moment are read as people write them`() throws {
    let today = Country.setting.today
    #expect(try DatePrecision.year.read("2563", today: today).value == "2020-01-01")
    #expect(try DatePrecision.year.read("63", today: today).value == "2020-01-01")
    let moment = try DatePrecision.moment.read("10 เม.ย. 63 9.30 น.", today: today).value
    #expect(moment == "2020-04-10T09:30:00.000+07:00")
    #expect(DatePrecision.moment.typed(moment) == "10/04/2563 09:30")
    #expect(throws: FillPhrase.form(.momentNeedsTime)) {
      try DatePrecision.moment.read("10/4/2563", today: today)
    }
  }

  private func scale(_ value: String = "") throws -> RangeQuestion.Model {
    let survey = try SmallForm.survey(
      record: "<pain>\(value)</pain>", binds: #"<bind nodeset="/data/pain" type="int"/>"#,
      body: #"<range ref="/data/pain" start="0" end="10" step="2"><label>ปวด</label></range>"#)
    guard case .range(let model) = survey.model.editor else {
      Issue.record("not a range")
      return try scale(value)
    }
    return model
  }

  @Test func `a range takes only its steps, typed or moved to`() throws {
    var model = try scale()
    for (key, value) in [("+", "0"), ("+", "2"), ("=", "4"), ("-", "2"), ("ช", "4"), ("ข", "2")] {
      for typed in keys(key) {
        let effects = RangeQuestion.update(&model, typed)
        #expect(effects == [.answer([Answer(path: "/data/pain", text: value)])])
      }
    }
    for key in [Key.left, .right, .home, .end, .enter, .tab] {
      for effect in RangeQuestion.update(&model, key) { #expect(effect == .goOn, "it only passes") }
      #expect(model.typed.field.text == "2")
    }
    for typed in ["12", "3"] {
      var other = try scale("4")
      for key in keys(typed) { _ = RangeQuestion.update(&other, key) }
      #expect(RangeQuestion.update(&other, .enter) == [])
      #expect(other.typed.problem != nil)
    }
    var last = try scale("10")
    _ = RangeQuestion.update(&last, .character("+"))
    #expect(last.typed.field.text == "10", "not past its end")
  }

  private var setting: QuestionSetting {
    var setting = Country.setting
    setting.files = FileSight { path in
      switch path {
      case "/media/usb/House 1.JPG": .file(bytes: 2_345_678)
      case "/media/usb": .folder
      case "/media/usb/film.jpg": .file(bytes: 200 << 20)
      case "/media/usb/letter.pdf": .file(bytes: 10)
      default: .missing
      }
    }
    return setting
  }

  @Test func `a file is looked at, named by its question, and handed on with where it lies`() {
    var model = FileQuestion.Model(path: "/data/person[2]/photo", value: "", media: .image)
    _ = FileQuestion.update(&model, .paste("'/media/usb/House 1.JPG'"), setting)
    #expect(FileQuestion.echo(model, setting).text == "House 1.JPG · 2.3 MB พบแล้ว")
    let answer = Answer(
      path: "/data/person[2]/photo", text: "person2-photo.jpg", source: "/media/usb/House 1.JPG")
    #expect(FileQuestion.update(&model, .enter, setting) == [.answer([answer]), .goOn])
    #expect(FileQuestion.update(&model, .backspace, setting).count == 1, "it can be taken back")
    #expect(model.kept.isEmpty)
  }

  @Test(arguments: [
    ("/media/usb/none.jpg", FormPhrase.fileMissing("none.jpg")), ("/media/usb", .fileIsFolder),
    ("/media/usb/film.jpg", .fileTooLarge(210, 10)),
  ])
  func `a file that cannot be the answer says why`(path: String, reason: FormPhrase) {
    var model = FileQuestion.Model(path: "/data/photo", value: "", media: .image)
    _ = FileQuestion.update(&model, .paste(path), setting)
    #expect(FileQuestion.update(&model, .enter, setting) == [])
    #expect(model.typed.problem == .form(reason))
  }

  @Test func `a document is no photo`() {
    var model = FileQuestion.Model(path: "/data/photo", value: "", media: .image)
    _ = FileQuestion.update(&model, .paste("/media/usb/letter.pdf"), setting)
    #expect(FileQuestion.update(&model, .enter, setting) == [])
    #expect(model.typed.problem != nil)
  }

  @Test func `a file that could not be kept leaves no answer behind`() throws {
    var survey = try SmallForm.survey(
      record: "<photo/>", binds: #"<bind nodeset="/data/photo" type="binary"/>"#,
      body: #"<upload ref="/data/photo" mediatype="image/*"><label>รูปบ้าน</label></upload>"#)
    survey.model.setting.files = setting.files
    survey.model.startEditing()
    survey.press(.paste("/media/usb/House 1.JPG"), .enter)
    #expect(survey.value("photo") == "photo.jpg")
    let record = survey.model.record
    #expect(
      survey.effects.first
        == .attach(
          record, path: "/data/photo", name: "photo.jpg", source: "/media/usb/House 1.JPG"))
    _ = FillScreen.update(
      &survey.model, .attachFailed(path: "/data/photo", Label("เก็บไฟล์ไม่ได้", "not kept")))
    #expect(survey.value("photo").isEmpty)
    #expect(survey.model.notice == .said(Label("เก็บไฟล์ไม่ได้", "not kept")))
  }

  @Test func `many of a long list are ticked by part of their names`() {
    let villages = (1...100_000).map { OfferedChoice(name: "v\($0)", label: "บ้านเลขที่ \($0)") }
    var model = ManyFoundQuestion.Model(path: "/data/v", choices: villages, value: "v7")
    for key in keys("บานเลขที 99999") { _ = ManyFoundQuestion.update(&model, key) }
    let both = [QuestionEffect.answer([Answer(path: "/data/v", text: "v7 v99999")])]
    #expect(ManyFoundQuestion.update(&model, .enter) == both)
    #expect(ManyFoundQuestion.update(&model, .tab) == [.goOn])
  }

  @Test(arguments: [
    ("string", "masked", QuestionKind.text(.masked)), ("geopoint", "", .text(.place(.point))),
    ("geoshape", "", .text(.place(.area))), ("dateTime", "", .date(.moment)),
    ("date", "month-year", .date(.month)), ("date", "year", .date(.year)),
    ("date", "thai", .date(.day)), ("boolean", "", .truth), ("binary", "", .file(.any)),
    ("barcode", "", .text(.words)), ("string", "numbers", .text(.digits)),
  ])
  func `a question is asked as its type and appearance want`(
    type: String, appearance: String, kind: QuestionKind
  ) throws {
    let form = try SmallForm.form(
      record: "<x/>", binds: #"<bind nodeset="/data/x" type="\#(type)"/>"#,
      body: #"<input ref="/data/x" appearance="\#(appearance)"><label>ข้อ</label></input>"#)
    guard case .question(let question)? = form.body.first else {
      Issue.record("no question")
      return
    }
    #expect(QuestionKind(question, choiceCount: 0) == kind)
  }
}
