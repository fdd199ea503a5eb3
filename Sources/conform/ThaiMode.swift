import FoundationEssentials
import TerminalKit
import ThaiText

/// Answers a file of Thai test vectors in the file's own shape.
///
/// Only the questions are read from the file: what was typed, how many cells there are. Every answer
/// comes from the code of the program, so the output can be compared with the file.
enum ThaiMode {
  static func run(_ cases: CaseFile) throws {
    let questions = try JSONDecoder().decode(JSON.self, from: cases.contents)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(answers(to: questions)), as: UTF8.self))
  }

  /// Answers each part of the file that there is; parts of other names are left out.
  static func answers(to file: JSON) -> JSON {
    let answered = file.members.compactMap { name, questions in
      parts[name].map { (name, $0(questions)) }
    }
    return .object(Dictionary(uniqueKeysWithValues: answered))
  }

  private static let parts: [String: @Sendable (JSON) -> JSON] = [
    "normalize": { each($0, ThaiSpelling.normalize) },
    "fold_equal": { each($0, ThaiSpelling.foldEqual) },
    "clusters": { each($0, ThaiCells.clusters) },
    "clip": { each($0, ThaiCells.clip) },
    "wrap": { each($0, ThaiCells.wrap) },
    "sort": ThaiSpelling.sort,
    "keyboard": ThaiKeyboard.answers(to:),
    "citizen_id": { each($0, ThaiNumbers.citizenID) },
    "gcode": { each($0, ThaiNumbers.pupilCode) },
    "phone": { each($0, ThaiNumbers.phone) },
    "dates": { each($0, ThaiDates.reading) },
    "date_formats": { each($0, ThaiDates.formats) },
  ]

  static func each(_ questions: JSON, _ answer: (JSON) -> JSON) -> JSON {
    .list(questions.items.map(answer))
  }
}
