import TerminalKit

/// What F1 says: the question with its hint and guidance, how to answer it, and the keys; of what
/// lies over the page what it is for.
enum FillHelp {
  /// What is said of a review or a jump list; nil for a box, which says by itself what it asks.
  static func text(of overlay: FillScreen.Overlay, in model: FillScreen.Model) -> ScrollText.Model?
  {
    switch overlay {
    case .review(let review):
      text(
        Label("ตรวจทาน", "Review"), [.howToReview, .howToFinish],
        FillKeys.reviewHelp(of: review, in: model.language), model.language)
    case .jump(let list):
      text(
        FormPhrase.jumpTitle.label, [.howToJump, .jumpMarks],
        JumpList.help(of: list, in: model.language), model.language)
    case .help, .languages, .remove, .abandon, .reason: nil
    }
  }

  private static func text(
    _ title: Label, _ words: [FormPhrase], _ keys: [KeyHelp], _ language: Language
  ) -> ScrollText.Model {
    var lines = [ScrollText.Line(title.text(in: language), style: .title)]
    for phrase in words {
      lines += [ScrollText.Line(""), ScrollText.Line(phrase.text(in: language))]
    }
    lines.append(ScrollText.Line(""))
    lines.append(ScrollText.Line(FillPhrase.theKeys.text(in: language), style: .label))
    lines += keys.map { ScrollText.Line(TextWidth.pad($0.keys, to: 10) + $0.label) }
    return ScrollText.Model(lines)
  }

  static func text(of model: FillScreen.Model) -> ScrollText.Model {
    // In the line above the page a long one is cut.
    var lines = [
      ScrollText.Line(model.title(ofSection: model.section), style: .label), ScrollText.Line(""),
    ]
    for note in model.notesAround {
      lines += [ScrollText.Line(model.session.label(note.path)), ScrollText.Line("")]
    }
    if let entry = model.entry {
      lines.append(ScrollText.Line(model.session.label(entry.path), style: .title))
      for words in [model.session.hint(entry.path), model.session.guidance(entry.path)] {
        if let words { lines += [ScrollText.Line(""), ScrollText.Line(words)] }
      }
      lines.append(ScrollText.Line(""))
      lines.append(ScrollText.Line(FillPhrase.how(to: model.editor).text(in: model.language)))
    }
    // Who does not find the answer needs a person more than a key.
    lines.append(ScrollText.Line(FillPhrase.whomToAsk.text(in: model.language)))
    lines.append(ScrollText.Line(""))
    lines.append(ScrollText.Line(FillPhrase.theKeys.text(in: model.language), style: .label))
    for help in FillKeys.all(in: model.language) {
      lines.append(ScrollText.Line(TextWidth.pad(help.keys, to: 10) + help.label))
    }
    return ScrollText.Model(lines)
  }
}

extension FillPhrase {
  /// How the question in focus is answered.
  static func how(to editor: QuestionEditor) -> FillPhrase {
    switch editor {
    case .text(let model):
      switch model.kind {
      case .place(.point): .form(.howToPoint)
      case .place: .form(.howToPoints)
      case .words, .digits, .phone, .time, .masked: .howToType
      }
    case .range: .form(.howToRange)
    case .manyFound: .form(.howToTickMany)
    case .file: .form(.howToFile)
    case .number: .howToNumber
    case .nationalID: .howToNationalID
    case .date(let model) where model.offersToday: .form(.howToSurveyDate)
    case .date(let model): model.precision == .day ? .howToDate : model.precision.example
    case .choice: .howToChoose
    case .longChoice: .howToFind
    case .manyChoices: .howToTick
    case .place: .howToPlace
    case .rank: RankPhrase.howTo.said
    case .trigger: .howToAcknowledge
    case .inert: .howToPass
    }
  }
}

extension FillScreen.Model {
  /// The notes between the question before and the one in focus, and those that follow the last one.
  fileprivate var notesAround: [PageEntry] {
    let before = entries.prefix(focus).reversed().prefix { !$0.takesFocus }.reversed()
    let rest = entries.dropFirst(focus + 1)
    return before + (rest.contains(where: \.takesFocus) ? [] : Array(rest))
  }
}
