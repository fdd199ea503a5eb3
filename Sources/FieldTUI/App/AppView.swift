import TerminalKit

extension AppModel {
  /// Draws the app and says where the cursor stands.
  ///
  /// Below 40 columns and 12 rows it only says so: half a question would be answered wrongly.
  func view(on grid: inout Grid) -> Point? {
    guard grid.size.rows >= 12, grid.size.columns >= 40 else {
      let words = Phrase.tooSmall.text(in: language)
      grid.draw(TextWrap.lines(words, width: grid.size.columns), in: grid.area, style: .problem)
      return nil
    }
    let cursor = viewScreen(on: &grid).flatMap { harmless($0, on: grid) }
    guard let overlay else { return cursor }
    switch overlay {
    case .dialog(let dialog, _): return Dialog.view(dialog, language, in: grid.area, on: &grid)
    case .text(let title, let text):
      show(title, text.lines.isEmpty ? help(text.top) : text, on: &grid)
      return nil
    case .recovered(let text):
      show(KeyCarePhrase.wasRecovered.label, text, on: &grid)
      return nil
    }
  }

  /// The cursor's place, or nil on a lit line: a block would turn the first letter dark again.
  private func harmless(_ cursor: Point, on grid: Grid) -> Point? {
    grid[cursor].style.role == .selected ? nil : cursor
  }

  private func viewScreen(on grid: inout Grid) -> Point? {
    switch screen {
    case .starting:
      let body = frame.draw(Phrase.product.label, keys: [], on: &grid)
      grid.draw([Phrase.opening.text(in: language)], in: body, style: .muted)
      return nil
    case .signIn(let model): return SignInScreen.view(model, frame, on: &grid)
    case .person(let model): return PersonScreen.view(model, setting, frame, on: &grid)
    case .home(let model): return HomeScreen.view(model, about: card, frame, on: &grid)
    case .list(let model): return RecordListScreen.view(model, frame, on: &grid)
    case .reading(let model): return ReadingScreen.view(model, frame, on: &grid)
    case .forms(let model): return FormsScreen.view(model, frame, on: &grid)
    case .send(let model): return SendScreen.view(model, frame, on: &grid)
    case .enrol(let model): return EnrolScreen.view(model, frame, on: &grid)
    case .settings(let model): return SettingsScreen.view(model, frame, on: &grid)
    case .keyCare(let model): return KeyCareScreen.view(model, frame, on: &grid)
    case .laptops(let model): return LaptopsScreen.view(model, frame, on: &grid)
    case .guide(let model): return GuideScreen.view(model, frame, on: &grid)
    case .tour(let model): return TourScreen.view(model, frame, on: &grid)
    case .move(let model): return MoveScreen.view(model, setting, frame, on: &grid)
    case .fill(let model, _): return FillScreen.view(model, on: &grid)
    case .officer(let model): return OfficerScreens.view(model, in: grid.area, on: &grid)
    }
  }

  private func show(_ title: Label, _ text: ScrollText.Model, on grid: inout Grid) {
    let box = grid.area.centred(rows: grid.size.rows - 4, columns: min(78, grid.size.columns - 2))
    Dialog.frame(box, title: title.text(in: language), on: &grid)
    let (body, foot) = box.inset(rows: 1, columns: 3).splitBottom(1)
    ScrollText.view(text, in: body, on: &grid)
    grid.draw("Esc \(Phrase.closeHelp.text(in: language))", at: foot.origin, style: .muted)
    StatusLine.keys(ScrollText.keys(in: language), in: grid.area.splitBottom(1).1, on: &grid)
  }

  /// The help of the screen that is shown.
  private func help(_ top: Int) -> ScrollText.Model {
    var text = ScrollText.Model([ScrollText.Line(helpLabel.text(in: language))])
    text.top = top
    return text
  }

  var helpLabel: Label {
    switch screen {
    case .starting, .signIn: SignInPhrase.help.label
    case .person: PersonPhrase.help.label
    case .home(let model): (model.mayReview ? HomePhrase.officerHelp : .help).label
    case .list(let model):
      model.kind == .everybody ? VillagePhrase.helpEverybody.label : RecordsPhrase.help.label
    case .reading: ReadingPhrase.help.label
    case .forms: FormsPhrase.help.label
    case .send: SendPhrase.help.label
    case .enrol: EnrolPhrase.help.label
    case .settings(let model): (model.facts.isOfficer ? SettingsPhrase.officerHelp : .help).label
    case .move: MovePhrase.help.label
    case .keyCare(let model): KeyCareScreen.help(of: model.purpose).label
    case .laptops: KeyCarePhrase.laptopsHelp.label
    case .guide, .tour: GuidePhrase.help.label
    case .fill, .officer: GuidePhrase.call.label
    }
  }

  private var card: PersonCard {
    guard let signedIn else { return PersonCard() }
    let place = signedIn.profile.area.flatMap { areas?.place($0.description) }
    return PersonCard(
      name: signedIn.profile.name,
      position: PositionPhrase.words(for: signedIn.profile.position, in: language),
      place: place?.text(in: language) ?? "", centre: signedIn.person.enrolment?.centreTitle)
  }
}
