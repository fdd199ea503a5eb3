public import SurveyForms

/// Something wrong with an XLSForm, with the cell that it stands in.
public struct SheetFinding: Equatable, Sendable {
  /// The cell as spreadsheets name it, `survey!C14`; only the sheet where no cell is to blame.
  public let cell: String
  public let code: Code
  /// What its sentence names, in the sentence's order.
  public let subjects: [String]
  /// Why no sheet could be read, if none could.
  private let failure: WorkbookFailure?

  init(cell: String, code: Code, subjects: [String]) {
    self.cell = cell
    self.code = code
    self.subjects = subjects
    failure = nil
  }

  /// A file that is no workbook.
  init(unreadable failure: WorkbookFailure, named name: String) {
    cell = name
    code = .unreadable
    subjects = failure.subjects
    self.failure = failure
  }

  public var severity: Finding.Severity { code.severity }
  /// Whole sentences for the person who wrote the sheets.
  public var words: FindingWords { (failure?.words ?? code.words).naming(subjects) }
}

extension SheetFinding: CustomStringConvertible {
  public var description: String {
    "\(cell): \(severity.rawValue): \(words.english) [\(code.rawValue)]"
  }
}

extension SheetFinding {
  /// Every kind of finding in a sheet, by the name that `form check` prints; a promise to scripts.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    case unreadable = "unreadable-sheet"
    case noSurvey = "no-survey-sheet"
    case noTypeColumn = "no-type-column"
    case columnTwice = "column-twice"
    case noType = "no-type"
    case noName = "no-name"
    case badName = "bad-name"
    case nameTwice = "name-twice"
    case unknownQuestionType = "unknown-question-type"
    case unclosed = "unclosed-group"
    case closesNothing = "closes-nothing"
    case noSuchList = "no-such-list"
    case choiceWithoutName = "choice-without-name"
    case choiceTwice = "choice-twice"
    case choiceWithoutLabel = "unlabelled-choice"
    case spaceInChoice = "space-in-choice-name"
    case noSuchQuestion = "no-such-question"
    case manyQuestions = "many-questions"
    case badReference = "bad-reference"
    case noWords = "no-words"
    case missingCalculation = "missing-calculation"
    case badParameter = "bad-parameter"
    case notTogether = "not-together"
    case hiddenTrigger = "hidden-trigger"
    case listTwice = "list-twice"
    case badEntity = "bad-entity"
    case rowSkipped = "row-skipped"
    // What the XForm made of the sheets would be refused for, by the same names.
    case tooManyNodes = "too-many-nodes"
    case tooManyElements = "too-many-elements"
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case tooManyFindings = "too-many-findings"
  }
}

extension SheetFinding.Code {
  public var severity: Finding.Severity {
    switch self {
    case .choiceWithoutLabel, .rowSkipped, .tooManyFindings: .warning
    default: .error
    }
  }

  /// The sentences, with `{0}`, `{1}` where a finding names what it is about.
  public var words: FindingWords {
    switch self {
    case .unreadable, .noSurvey, .noTypeColumn, .columnTwice, .noType, .noName, .badName,
      .nameTwice,
      .unknownQuestionType, .unclosed, .closesNothing:
      rowWords
    case .noSuchList, .choiceWithoutName, .choiceTwice, .choiceWithoutLabel, .spaceInChoice,
      .listTwice:
      choiceWords
    case .noSuchQuestion, .manyQuestions, .badReference, .noWords, .missingCalculation,
      .badParameter, .notTogether, .hiddenTrigger, .badEntity, .rowSkipped:
      questionWords
    case .tooManyNodes: Finding.Code.tooManyNodes.words
    case .tooManyElements: Finding.Code.tooManyElements.words
    case .tooDeep:
      FindingWords(
        "กลุ่มซ้อนกันลึกกว่า {0} ชั้น โปรดลดชั้นของกลุ่ม",
        "Groups are nested more than {0} deep. Put fewer inside of each other.")
    case .tooLarge:
      FindingWords(
        "แบบฟอร์มที่ได้จะใหญ่กว่า {0} MB โปรดใช้ชื่อกลุ่มที่สั้นลงหรือแบ่งแบบฟอร์ม",
        "The form made of this would be larger than {0} MB. "
          + "Give groups shorter names, or make several forms of it.")
    case .tooManyFindings: Finding.Code.tooManyFindings.words
    }
  }

  /// Every sentence that the code can stand behind.
  public var sentences: [FindingWords] {
    self == .unreadable ? WorkbookFailure.all.map(\.words) : [words]
  }

  private var rowWords: FindingWords {
    switch self {
    case .noSurvey:
      FindingWords("ไม่มีแผ่นงานชื่อ survey", "There is no sheet called survey.")
    case .noTypeColumn:
      FindingWords(
        "แผ่นงาน {0} ไม่มีคอลัมน์ {1}", "The sheet {0} has no column {1}.")
    case .columnTwice:
      FindingWords("มีคอลัมน์ {0} สองคอลัมน์", "There are two columns for {0}.")
    case .noType:
      FindingWords("แถวนี้ไม่มีชนิดคำถาม (type)", "This row has no type of question.")
    case .noName:
      FindingWords("คำถามหรือกลุ่มนี้ไม่มีชื่อ (name)", "This question or group has no name.")
    case .badName:
      FindingWords(
        "{0} ใช้เป็นชื่อไม่ได้: ต้องขึ้นต้นด้วยตัวอักษรหรือขีดล่าง และไม่มีช่องว่าง",
        "{0} cannot be a name: it must begin with a letter or an underscore and have no spaces.")
    case .nameTwice:
      FindingWords("มี {0} อยู่แล้วในกลุ่มเดียวกัน", "There is a {0} in the same group already.")
    case .unknownQuestionType:
      FindingWords("ไม่รู้จักชนิดคำถาม {0}", "There is no type of question called {0}.")
    case .unclosed:
      FindingWords(
        "{0} นี้ไม่ถูกปิดด้วย end {0}", "This {0} is never closed with end {0}.")
    case .closesNothing:
      FindingWords(
        "end {0} นี้ไม่มี begin {0} ที่คู่กัน", "This end {0} closes nothing that began as {0}.")
    default:
      FindingWords("อ่านแฟ้มนี้ไม่ได้", "This file cannot be read.")
    }
  }

  private var choiceWords: FindingWords {
    switch self {
    case .choiceWithoutName:
      FindingWords(
        "ตัวเลือกนี้ไม่มีชื่อที่จะเก็บ (name)", "This choice has no name to store.")
    case .choiceTwice:
      FindingWords("รายการนี้มีตัวเลือก {0} แล้ว", "The list has a choice {0} already.")
    case .choiceWithoutLabel:
      FindingWords("ตัวเลือก {0} ไม่มีคำอธิบาย", "The choice {0} has no label.")
    case .spaceInChoice:
      FindingWords(
        "ชื่อตัวเลือก {0} มีช่องว่าง ใช้กับคำถามที่เลือกได้หลายข้อไม่ได้",
        "The choice {0} has a space in its name, which a question with several answers cannot have."
      )
    case .listTwice:
      FindingWords(
        "มีรายการชื่อ {0} สองรายการจากแฟ้มต่างกัน",
        "Two lists are called {0} and come from different files.")
    default:
      FindingWords(
        "แผ่นงาน choices ไม่มีรายการ {0}", "The sheet choices has no list called {0}.")
    }
  }

  private var questionWords: FindingWords {
    switch self {
    case .manyQuestions:
      FindingWords(
        "มีหลายคำถามชื่อ {0} จึงไม่รู้ว่าหมายถึงข้อใด",
        "Several questions are called {0}; which one is meant cannot be known.")
    case .badReference:
      FindingWords("เขียน {0} เป็น ${ชื่อ} ไม่ถูก", "{0} is not written as a name between ${ and }.")
    case .noWords:
      FindingWords("{0} ไม่มีคำถามหรือคำแนะนำ", "{0} has neither a label nor a hint.")
    case .missingCalculation:
      FindingWords("{0} ไม่มีสูตรคำนวณ", "{0} has no calculation.")
    case .badParameter:
      FindingWords("ใช้พารามิเตอร์ {0} แบบนี้ไม่ได้", "The parameter {0} cannot be used so.")
    case .notTogether:
      FindingWords("ใช้ {0} กับ {1} ด้วยกันไม่ได้", "{0} and {1} cannot be used together.")
    case .hiddenTrigger:
      FindingWords(
        "{0} ไม่มีใครเห็น จึงเปลี่ยน {1} ไม่ได้", "Nobody sees {0}, so it cannot change {1}.")
    case .badEntity:
      FindingWords("เอนทิตี {0} ประกาศไม่ถูก", "The entity {0} is not declared as it must be.")
    case .rowSkipped:
      FindingWords("ข้ามแถวนี้เพราะไม่มีชนิดและชื่อ", "This row has no type and no name, and is left out.")
    default:
      FindingWords("ไม่มีคำถามหรือกลุ่มชื่อ {0}", "There is no question or group called {0}.")
    }
  }
}

/// Gathers what is wrong with the sheets.
struct SheetLog {
  private var noted: [SheetFinding] = []
  private var left = 0
  private(set) var hasErrors = false

  /// More than this many findings are counted, not kept.
  static let limit = 500

  var findings: [SheetFinding] {
    guard left > 0 else { return noted }
    return noted + [SheetFinding(cell: "survey", code: .tooManyFindings, subjects: ["\(left)"])]
  }

  mutating func add(
    _ code: SheetFinding.Code, _ subjects: String..., sheet: String = "survey", row: SheetRow?,
    column: String
  ) {
    add(code, subjects) { SheetLog.cell(sheet, row, column) }
  }

  mutating func add(_ code: SheetFinding.Code, _ subjects: String..., sheet: String) {
    add(code, subjects) { sheet }
  }

  private mutating func add(
    _ code: SheetFinding.Code, _ subjects: [String], _ cell: () -> String
  ) {
    if code.severity == .error { hasErrors = true }
    guard noted.count < SheetLog.limit else { return left += 1 }
    noted.append(SheetFinding(cell: cell(), code: code, subjects: subjects))
  }

  static func cell(_ sheet: String, _ row: SheetRow?, _ column: String) -> String {
    guard let row else { return sheet }
    let first = column.split(separator: ":").first.map(String.init) ?? column
    guard let place = row.columns[column] ?? row.columns[first] else {
      return "\(sheet)!\(row.number)"
    }
    return "\(sheet)!\(letters(place))\(row.number)"
  }

  /// The letters of a column: A for 0, AA for 26.
  static func letters(_ column: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(65 + column % 26))))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
