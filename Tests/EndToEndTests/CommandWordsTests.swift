import TestSupport
import Testing

/// What the commands of `fieldtui` say where the locale is Thai, English, or neither.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct CommandWordsTests {
  private let folder: TemporaryFolder
  private let centre: RunningCentre
  private var data: [String] { ["--data", FieldLaptop.data(in: folder)] }

  init() async throws {
    folder = try TemporaryFolder()
    centre = try RunningCentre()
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย", in: folder)
    let code = try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย")
    try await laptop.enrol(code, at: centre.port)
    _ = try await laptop.finish(3)
  }

  private func run(_ words: [String], in locale: String) throws -> Program.Outcome {
    try Program(name: "fieldtui", environment: ["LANG": locale]).run(words + data)
  }

  /// Words in Latin letters, but for the names of things that have no other.
  private func latin(in text: String) -> [Substring] {
    let names: Set<Substring> = [
      "MB", "FieldTUI", "apt", "data", "demo", "fieldtui", "http", "install", "libcurl", "libthai",
      "make", "plain", "sudo", "xterm",
    ]
    return text.split { !($0.isASCII && $0.isLetter) }.filter { !names.contains($0) }
  }

  @Test func `in Thai, nothing but names is in Latin letters`() throws {
    let words = [
      ["sync", "--dry-run"], ["doctor"], ["bundle", "write", folder.path + "/bundle"], ["sync"],
    ]
    let text = try words.map { words in
      let outcome = try run(words, in: "th_TH.UTF-8")
      return outcome.output + outcome.errors
    }.joined()
    for wanted in [
      "แบบสำรวจ: 3 ฉบับ\n", "แบบและผลการตรวจ: รอส่ง 3 รายการ ศูนย์ไม่รับ 0 รายการ\n",
      "เขียนแล้ว: 3 รายการ\n", "ศูนย์รับแล้ว: 3 จาก 3\n",
    ] { #expect(text.contains(wanted), "\(text)") }
    // The swap space is called by its path, whatever that is.
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("พื้นที่ swap:") }
    #expect(latin(in: lines.joined(separator: "\n")) == [], "\(text)")
    let log = try run(["doctor", "--log", "9"], in: "th_TH.UTF-8").output
    #expect(log.contains(" เขียนชุดข้อมูลลงไฟล์"), "\(log)")
  }

  @Test(arguments: ["en_US.UTF-8", "C.UTF-8"])
  func `elsewhere the counts are English, and stay what scripts cut at the colon`(
    locale: String
  ) throws {
    #expect(try run(["sync", "--dry-run"], in: locale).output.contains("\nrecords: 3\n"))
    #expect(try run(["doctor"], in: locale).output.contains("outbox: 3 waiting, 0 refused\n"))
    #expect(
      try run(["sync"], in: locale).output.hasPrefix("acknowledged: 3 of 3\nreceived: "))
  }

  @Test(arguments: [
    ("th_TH.UTF-8", true, false), ("en_US.UTF-8", false, true), ("C.UTF-8", true, true),
  ])
  func `a sentence is in the language of the locale, or in both`(
    locale: String, isThai: Bool, isEnglish: Bool
  ) throws {
    try centre.killer()()
    centre.reap()
    let sync = try run(["sync"], in: locale)
    #expect(sync.errors.contains("ไม่มีข้อมูลสูญหาย") == isThai, "\(sync)")
    #expect(sync.errors.contains("Nothing is lost") == isEnglish, "\(sync)")
    let missing = try run(["bundle", "read", folder.path + "/none"], in: locale)
    #expect(missing.errors.contains("ไม่มีแฟ้มนี้") == isThai, "\(missing)")
    #expect(missing.errors.contains("no such file") == isEnglish, "\(missing)")
  }

  @Test func `an output that cannot be written is an error like the others`() throws {
    let program = Program(name: "fieldtui", environment: ["LANG": "th_TH.UTF-8"])
    let command = try program.start(
      ["sync", "--dry-run"] + data, output: "/dev/full", errors: folder.path + "/errors")
    #expect(command.wait() == 74)
    #expect(
      folder.text(of: "errors") == "fieldtui: เขียนผลลัพธ์ไม่ได้ ดิสก์อาจเต็ม โปรดเพิ่มที่ว่างแล้วสั่งใหม่\n")
  }

  @Test func `JSON is in no language`() throws {
    let plans = try ["th_TH.UTF-8", "en_US.UTF-8"].map {
      try run(["sync", "--dry-run", "--json"], in: $0).output
    }
    #expect(plans[0] == plans[1])
    #expect(plans[0].contains("\"records\":3,"))
  }
}
