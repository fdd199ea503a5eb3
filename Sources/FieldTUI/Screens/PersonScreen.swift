import OfflineStore
import Sealing
import SyncProtocol
import TerminalKit
import ThaiText

/// What a person says about himself once, and the passphrase of a new one.
enum PersonScreen {
  enum Field: Int, CaseIterable {
    case name, position, kind, place, moo, villageName, passphrase, again
  }

  struct Model: Equatable {
    /// Whether a person is added, who needs a passphrase.
    let isNew: Bool
    var texts: [Field: TextField.Model]
    /// The form's name for the kind of place: `village` or `community`.
    var kind: String
    var place: PlaceQuestion.Model
    var focus = Field.name
    var isWorking = false
    /// Whether a word was typed where only 1 and 2 answer.
    var hasStrayWord = false
    /// How digits typed on the Thai number row are read.
    fileprivate var numberRow = NumberRow(separators: "")
    /// Four words to take as a passphrase, for whoever likes them.
    var suggestion = ""
    /// The names that the laptop shows to whoever sits at it.
    var shownNames: [String] = []
    /// Whether this is the first thing that a new laptop shows.
    var isFirst = false

    init(_ profile: Profile?, isNew: Bool, _ setting: QuestionSetting) {
      self.isNew = isNew
      let kept = profile?.position ?? ""
      // The forms understand the Thai words as well, whatever language they are filled in in.
      let position =
        setting.language == .thai ? PositionPhrase.words(for: kept, in: .thai) : kept
      kind = profile.map(\.siteKind).flatMap { $0.isEmpty ? nil : $0 } ?? "village"
      place = PlaceQuestion.Model(
        paths: .init(province: "", district: "", subdistrict: ""),
        code: profile?.area?.description ?? "", setting)
      texts = [
        .name: .init(profile?.name ?? "", limit: 80),
        .position: .init(position, limit: 80),
        .moo: .init(profile?.moo.map(String.init) ?? "", limit: 20),
        .villageName: .init(profile?.villageName ?? "", limit: 80),
        .passphrase: .init(isSecret: true, limit: 200), .again: .init(isSecret: true, limit: 200),
      ]
    }

    var fields: [Field] {
      Field.allCases.filter { isNew || $0.rawValue < Field.passphrase.rawValue }
    }

    /// Whether something of a new person was filled in, which leaving would lose.
    var isBegun: Bool {
      isNew
        && (texts.values.contains { !$0.text.isEmpty } || !place.code.isEmpty
          || !place.search.field.text.isEmpty || kind != "village")
    }

    func text(_ field: Field) -> String { texts[field]?.text ?? "" }
  }

  enum Effect: Equatable {
    case add(Profile, passphrase: String)
    case save(Profile)
    case suggest
    case say(Label)
    case back
  }

  enum Action: Sendable { case accept, up, down, suggest, save, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: Phrase.next.label, action: .accept),
    KeyBinding(.up, label: Phrase.move.label, action: .up, isShown: false),
    KeyBinding(.backTab, label: Phrase.move.label, action: .up, isShown: false),
    KeyBinding(.down, .tab, label: Phrase.move.label, action: .down),
    KeyBinding(
      .function(5), label: PersonPhrase.otherWords.label, action: .suggest, isShown: false),
    KeyBinding(.function(10), label: PersonPhrase.save.label, action: .save),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key, _ setting: QuestionSetting) -> [Effect] {
    guard !model.isWorking else { return [] }
    if model.focus == .place, model.place.search.isOpen { return pick(&model, key, setting) }
    switch keys.action(for: key) {
    case .back: return [.back]
    case .save: return save(&model, setting)
    case .suggest: return model.isNew ? [.suggest] : []
    default: break
    }
    if model.focus == .place { return pick(&model, key, setting) }
    switch keys.action(for: key) {
    case .up: return leave(&model, by: -1)
    case .down: return leave(&model, by: 1)
    case .accept where model.focus == model.fields.last: return save(&model, setting)
    case .accept: return leave(&model, by: 1)
    case .save, .suggest, .back, nil: return type(&model, key)
    }
  }

  /// Goes on from a field; a text that it does not take stays there, with the reason.
  private static func leave(_ model: inout Model, by step: Int) -> [Effect] {
    if let reason = refusal(of: model.focus, in: model) {
      // Said once more at the first key that goes on: the letters were not seen to arrive.
      model.hasStrayWord = false
      return [.say(reason.label)]
    }
    move(&model, by: step)
    return []
  }

  private static func refusal(of field: Field, in model: Model) -> PersonPhrase? {
    switch field {
    case .kind: return model.hasStrayWord ? .kindHint : nil
    case .moo: return model.text(.moo).isBlank || moo(model) != nil ? nil : .badMoo
    case .place:
      guard !model.place.search.field.text.isBlank else { return nil }
      return model.place.found.codes.isEmpty ? .noSuchPlace : .placeNotTaken
    case .name, .position, .villageName, .passphrase, .again: return nil
    }
  }

  /// The village's number as it was typed, in Thai or Arabic digits; nil when it is none.
  private static func moo(_ model: Model) -> Int? {
    let text = ThaiNormalization.normalize(model.text(.moo))
    return Int(Digits.ascii(text)).flatMap { (1...99).contains($0) ? $0 : nil }
  }

  private static func move(_ model: inout Model, by step: Int) {
    let row = (model.fields.firstIndex(of: model.focus) ?? 0) + step
    model.focus = model.fields[max(0, min(row, model.fields.count - 1))]
  }

  private static func pick(
    _ model: inout Model, _ key: Key, _ setting: QuestionSetting
  ) -> [Effect] {
    for effect in PlaceQuestion.update(&model.place, key, setting) {
      switch effect {
      case .goOn: return leave(&model, by: 1)
      case .goBack: return leave(&model, by: -1)
      case .say(let phrase):
        return [.say(Label(phrase.text(in: .thai), phrase.text(in: .english)))]
      case .answer: break
      }
    }
    return []
  }

  private static func type(_ model: inout Model, _ key: Key) -> [Effect] {
    if model.focus == .kind { return choose(&model, key) }
    if model.focus == .moo, var field = model.texts[.moo],
      model.numberRow.take(key, into: &field)
    {
      model.texts[.moo] = field
      return []
    }
    let outcome = model.texts[model.focus].map { field in
      var field = field
      let outcome = TextField.update(&field, key, normalize: normalizer(model.focus))
      model.texts[model.focus] = field
      return outcome
    }
    return outcome.flatMap(Phrase.refusal).map { [.say($0)] } ?? []
  }

  /// One digit answers and goes on, as in a survey.
  private static func choose(_ model: inout Model, _ key: Key) -> [Effect] {
    let kinds = ["village", "community"]
    if let digit = ChoiceKeys.digit(key), kinds.indices.contains(digit - 1) {
      model.kind = kinds[digit - 1]
      model.hasStrayWord = false
      move(&model, by: 1)
      return []
    }
    switch key {
    case .character(" "):
      model.kind = kinds[model.kind == kinds[0] ? 1 : 0]
      model.hasStrayWord = false
    case .character, .paste:
      model.hasStrayWord = true
      return [.say(PersonPhrase.kindHint.label)]
    default: break
    }
    return []
  }

  /// Passphrases stay as they were typed; Thai digits of the village's number become Arabic ones.
  private static func normalizer(_ field: Field) -> (String) -> String {
    switch field {
    case .passphrase, .again: { $0 }
    case .moo: { Digits.ascii(ThaiNormalization.normalize($0, keepingEnds: true)) }
    default: { ThaiNormalization.normalize($0, keepingEnds: true) }
    }
  }

  private static func save(_ model: inout Model, _ setting: QuestionSetting) -> [Effect] {
    let profile = profile(of: model, setting.language)
    if profile.name.isEmpty { return complain(&model, .name, Phrase.needsName.label) }
    for field in [Field.place, .moo] {
      if let reason = refusal(of: field, in: model) { return complain(&model, field, reason.label) }
    }
    guard model.isNew else {
      model.isWorking = true
      return [.save(profile)]
    }
    let words = profile.guessableWords(setting) + model.shownNames
    if let problem = PassphraseRules(personalWords: words).problem(with: model.text(.passphrase)) {
      return complain(&model, .passphrase, PersonPhrase.of(problem).label)
    }
    guard model.text(.passphrase) == model.text(.again) else {
      model.texts[.again] = .init(isSecret: true, limit: 200)
      return complain(&model, .again, PersonPhrase.different.label)
    }
    model.isWorking = true
    return [.add(profile, passphrase: model.text(.passphrase))]
  }

  private static func complain(
    _ model: inout Model, _ field: Field, _ label: Label
  ) -> [Effect] {
    model.focus = field
    return [.say(label)]
  }

  private static func profile(of model: Model, _ language: Language) -> Profile {
    Profile(
      name: ThaiNormalization.normalize(model.text(.name)),
      position: ThaiNormalization.normalize(model.text(.position)), siteKind: model.kind,
      area: model.place.code.isEmpty ? nil : AreaCode(model.place.code), moo: moo(model),
      villageName: ThaiNormalization.normalize(model.text(.villageName)),
      language: language.rawValue)
  }
}

extension Profile {
  /// What anyone would try as this person's passphrase: name, office, village, and the places around.
  func guessableWords(_ setting: QuestionSetting) -> [String] {
    let place = area.map { PlaceQuestion.text(of: $0.description, setting) } ?? ""
    return [name, villageName, position, place]
  }
}
