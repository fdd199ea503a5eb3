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
    let value = session.value(path)
    let offered = choices(at: path, in: session, setting)
    switch QuestionKind(question, choiceCount: offered.count) {
    case _ where session.isReadonly(path), .unanswerable: return .inert
    case .text(let kind): return .text(TextQuestion.Model(path: path, value: value, kind: kind))
    case .number(let takesFractions, let groupsThousands):
      return .number(
        NumberQuestion.Model(
          path: path, value: value, takesFractions: takesFractions,
          groupsThousands: groupsThousands))
    case .nationalID: return .nationalID(NationalIDQuestion.Model(path: path, value: value))
    case .date: return .date(DateQuestion.Model(path: path, value: value))
    case .choice:
      let chosen = value.isEmpty ? nil : value
      return .choice(ChoiceQuestion.Model(path: path, choices: offered, chosen: chosen))
    case .longChoice:
      let chosen = value.isEmpty ? nil : value
      return .longChoice(LongChoiceQuestion.Model(path: path, choices: offered, chosen: chosen))
    case .manyChoices:
      return .manyChoices(ManyChoicesQuestion.Model(path: path, choices: offered, value: value))
    case .rank:
      return .rank(
        RankQuestion.Model(path: path, countPath: nil, choices: offered, value: value, count: 0))
    case .trigger: return .trigger(TriggerQuestion.Model(path: path, isDone: !value.isEmpty))
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
