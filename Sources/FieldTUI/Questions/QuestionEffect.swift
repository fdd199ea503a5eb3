import SurveyForms
import TerminalKit
import ThaiText

/// What a question asks of the page it stands on, in this order when there are several.
enum QuestionEffect: Equatable, Sendable {
  /// These values were accepted.
  case answer([Answer])
  case goOn
  case goBack
  /// Something was not taken, and why.
  case say(FillPhrase)
}

/// A value for one question, in the form's own spelling: ISO dates, names separated by spaces.
struct Answer: Equatable, Sendable {
  let path: String
  let text: String
  /// The file that the text names, where it lies now; nil for every other answer.
  var source: String?
}

/// What questions may know beside their own answers.
struct QuestionSetting: Sendable {
  var language: Language
  var areas: AreaIndex?
  /// The code of the surveyor's own area, whose places are offered first.
  var home: String
  var today: CivilDate
  var files = FileSight.disk
}

/// A choice as a question shows it.
struct OfferedChoice: Equatable, Sendable {
  /// What is stored.
  let name: String
  let label: String
  /// The same in the other language, which a search finds too.
  var otherLabel = ""
  /// The label in the designer's styling, where it has any.
  var styled: StyledText?
}
