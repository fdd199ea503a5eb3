import SurveyForms

/// Makes the editor of an entry from what the session holds.
enum FillEditors {
  static func editor(
    of entry: PageEntry, in session: FormSession, _ setting: QuestionSetting
  ) -> QuestionEditor {
    switch entry.kind {
    case .question(let question): editor(of: question, at: entry.path, in: session, setting)
    case .place(let paths):
      .place(PlaceQuestion.Model(paths: paths, code: session.value(paths.subdistrict), setting))
    case .rank(_, let countPath):
      .rank(
        RankQuestion.Model(
          path: entry.path, countPath: countPath,
          choices: choices(at: entry.path, in: session, setting),
          value: session.value(entry.path),
          count: countPath.flatMap { Int(session.value($0)) } ?? 0))
    case .note, .warning, .addAnother: .inert
    }
  }

  private static func editor(
    of question: Question, at path: String, in session: FormSession, _ setting: QuestionSetting
  ) -> QuestionEditor {
    guard !session.isReadonly(path) else { return .inert }
    let value = session.value(path)
    switch QuestionKind(question, choiceCount: session.choiceCount(path)) {
    case .text(let kind): return .text(TextQuestion.Model(path: path, value: value, kind: kind))
    case .number(let takesFractions, let groupsThousands):
      return .number(
        NumberQuestion.Model(
          path: path, value: value, takesFractions: takesFractions,
          groupsThousands: groupsThousands))
    case .range(let bounds, let takesFractions):
      return .range(
        RangeQuestion.Model(
          path: path, value: value, bounds: bounds, takesFractions: takesFractions))
    case .nationalID: return .nationalID(NationalIDQuestion.Model(path: path, value: value))
    case .date(let precision):
      return .date(
        DateQuestion.Model(
          path: path, value: value, precision: precision,
          offersToday: question.role == .surveyDate))
    case .truth:
      return .choice(
        ChoiceQuestion.Model(path: path, choices: truths(setting), chosen: chosen(value)))
    case .file(let media): return .file(FileQuestion.Model(path: path, value: value, media: media))
    case .trigger: return .trigger(TriggerQuestion.Model(path: path, isDone: !value.isEmpty))
    case .choice, .longChoice, .manyChoices, .manyFound, .rank:
      let offered = choices(at: path, in: session, setting)
      return list(of: question, at: path, offered, value)
    }
  }

  private static func list(
    of question: Question, at path: String, _ offered: [OfferedChoice], _ value: String
  ) -> QuestionEditor {
    switch QuestionKind(question, choiceCount: offered.count) {
    case .longChoice:
      .longChoice(LongChoiceQuestion.Model(path: path, choices: offered, chosen: chosen(value)))
    case .manyChoices:
      .manyChoices(ManyChoicesQuestion.Model(path: path, choices: offered, value: value))
    case .manyFound:
      .manyFound(ManyFoundQuestion.Model(path: path, choices: offered, value: value))
    case .rank:
      .rank(
        RankQuestion.Model(path: path, countPath: nil, choices: offered, value: value, count: 0))
    case .choice, .text, .number, .range, .nationalID, .date, .truth, .file, .trigger:
      .choice(ChoiceQuestion.Model(path: path, choices: offered, chosen: chosen(value)))
    }
  }

  private static func chosen(_ value: String) -> String? { value.isEmpty ? nil : value }

  /// What a question of the type `boolean` offers.
  static func truths(_ setting: QuestionSetting) -> [OfferedChoice] {
    [("1", FormPhrase.yes), ("0", .no)].map {
      OfferedChoice(name: $0, label: $1.text(in: setting.language))
    }
  }

  /// The choices with their labels; areas, which forms name in Thai only, in both languages.
  static func choices(
    at path: String, in session: FormSession, _ setting: QuestionSetting
  ) -> [OfferedChoice] {
    session.choices(path).map { choice in
      guard let area = setting.areas?.area(choice.name), area.thai == choice.label else {
        return OfferedChoice(name: choice.name, label: choice.label)
      }
      return OfferedChoice(
        name: choice.name, label: area.name(in: setting.language),
        otherLabel: area.name(in: setting.language.other))
    }
  }
}
