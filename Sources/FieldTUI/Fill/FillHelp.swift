import TerminalKit

/// What F1 says: the question with its hint and guidance, how to answer it, and the keys.
enum FillHelp {
  static func text(of model: FillScreen.Model) -> ScrollText.Model {
    var lines: [ScrollText.Line] = []
    if let entry = model.entry {
      lines.append(ScrollText.Line(model.session.label(entry.path), style: .title))
      for words in [model.session.hint(entry.path), model.session.guidance(entry.path)] {
        if let words { lines += [ScrollText.Line(""), ScrollText.Line(words)] }
      }
      lines.append(ScrollText.Line(""))
      lines.append(ScrollText.Line(FillPhrase.how(to: model.editor).text(in: model.language)))
    }
    lines.append(ScrollText.Line(""))
    lines.append(ScrollText.Line(FillPhrase.theKeys.text(in: model.language), style: .label))
    for help in FillKeys.all(in: model.language) {
      lines.append(ScrollText.Line(TextWidth.pad(help.keys, to: 10) + help.label))
    }
    lines.append(ScrollText.Line(""))
    lines.append(ScrollText.Line(FillPhrase.whomToAsk.text(in: model.language), style: .muted))
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
    case .date(let model): model.precision == .day ? .howToDate : model.precision.example
    case .choice: .howToChoose
    case .longChoice: .howToFind
    case .manyChoices: .howToTick
    case .place: .howToPlace
    case .rank: .howToRank
    case .trigger: .howToAcknowledge
    case .inert: .howToPass
    }
  }
}
