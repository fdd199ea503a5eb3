import SyncProtocol
import TerminalKit

/// The laptops of an officer's area, one of which may be lost.
enum LaptopsScreen {
  struct Model: Equatable {
    /// Nil until the centre has answered.
    var laptops: [LaptopsReply.Laptop]?
    var row = 0
    /// Set while the officer is asked whether it shall really be revoked.
    var question: Dialog.Model?
  }

  enum Effect: Equatable {
    case revoke(DeviceNumber)
    case say(Label)
    case back
  }

  enum Action: Sendable { case revoke, explain, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.delete, label: KeyCarePhrase.revoke.label, action: .revoke),
    KeyBinding(.enter, label: Phrase.open.label, action: .explain, isShown: false),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key, _ language: Language) -> [Effect] {
    let laptops = model.laptops ?? []
    if var question = model.question {
      let outcome = Dialog.update(&question, key)
      model.question = outcome == .moved || outcome == .ignored ? question : nil
      guard outcome == .chose(1), laptops.indices.contains(model.row) else { return [] }
      let number = laptops[model.row].number
      model.laptops = nil
      return [.revoke(number)]
    }
    if let row = Scrolling.moved(model.row, by: key, of: laptops.count, page: 8) {
      model.row = row
      return []
    }
    switch keys.action(for: key) {
    case .back: return [.back]
    case .revoke:
      guard laptops.indices.contains(model.row) else { return [] }
      let laptop = laptops[model.row]
      guard laptop.revoked == nil else { return [.say(KeyCarePhrase.revokedBefore.label)] }
      let names = laptop.people.map(\.name).joined(separator: ", ")
      model.question = Dialog.Model(
        title: "\(KeyCarePhrase.revoke.text(in: language)) \(laptop.number.value)",
        text: "\(names)\n\(KeyCarePhrase.revokeQuestion.text(in: language))",
        buttons: [KeyCarePhrase.keep, .revoke].map { $0.text(in: language) })
    case .explain: return [.say(KeyCarePhrase.laptopsHelp.label)]
    case nil: break
    }
    return []
  }

  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      KeyCarePhrase.laptopsTitle.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    guard let laptops = model.laptops else {
      grid.draw(KeyCarePhrase.asking.text(in: language), at: body.point(0), style: .accent)
      return nil
    }
    if laptops.isEmpty { grid.draw(KeyCarePhrase.noLaptops.text(in: language), at: body.point(0)) }
    let details = details(of: model, language)
      .flatMap { TextWrap.lines($0, width: body.columns - 2) }
    let visible = max(1, min(laptops.count, body.rows - details.count - 1))
    let top = Scrolling.top(0, showing: model.row, of: laptops.count, visible: visible)
    let width = laptops.map { TextWidth.of(state(of: $0, language)) }.max() ?? 0
    for (row, laptop) in laptops.enumerated().dropFirst(top).prefix(visible) {
      grid.drawRow(
        line(of: laptop, stateWidth: width, language), row: row - top, in: body,
        style: row == model.row ? .selected : laptop.revoked == nil ? .plain : .muted)
    }
    grid.draw(details, in: body.splitTop(visible + 1).1.inset(columns: 1))
    if let question = model.question {
      return Dialog.view(question, language, in: grid.area, on: &grid)
    }
    return laptops.isEmpty ? nil : body.point(model.row - top)
  }

  private static func asked(by names: [String], _ language: Language) -> String {
    let names = names.map { $0.isEmpty ? KeyCarePhrase.keeper.text(in: language) : $0 }
    return "\(KeyCarePhrase.askedBy.text(in: language)) \(names.joined(separator: ", "))"
  }

  /// A row of the list: the number and the state first, then as many names as there is room for.
  private static func line(
    of laptop: LaptopsReply.Laptop, stateWidth: Int, _ language: Language
  ) -> String {
    let number = TextWidth.pad("\(laptop.number.value)", to: 5)
    let standing = TextWidth.pad(state(of: laptop, language), to: stateWidth)
    return " \(number) \(standing)  \(laptop.people.map(\.name).joined(separator: ", "))"
  }

  /// Everything about the marked laptop, which a row has no room for.
  private static func details(of model: Model, _ language: Language) -> [String] {
    guard let laptops = model.laptops, laptops.indices.contains(model.row) else { return [] }
    let laptop = laptops[model.row]
    return people(of: laptop, language) + (laptop.asked.map { [asked(by: $0, language)] } ?? [])
  }

  /// The laptop as one line of text, however long.
  static func text(of laptop: LaptopsReply.Laptop, _ language: Language) -> String {
    let standing = laptop.asked.map { asked(by: $0, language) } ?? state(of: laptop, language)
    let names = people(of: laptop, language).joined(separator: ", ")
    return "\(laptop.number.value) \(standing) \(names)"
  }

  private static func state(of laptop: LaptopsReply.Laptop, _ language: Language) -> String {
    if let revoked = laptop.revoked {
      return "\(KeyCarePhrase.isRevoked.text(in: language)) \(BuddhistTime.text(revoked))"
    }
    if laptop.asked != nil { return KeyCarePhrase.waitsForSecond.text(in: language) }
    return laptop.seen.map(BuddhistTime.text) ?? KeyCarePhrase.neverSeen.text(in: language)
  }

  private static func people(
    of laptop: LaptopsReply.Laptop, _ language: Language
  ) -> [String] {
    laptop.people.map { person in
      let until = person.expires.map {
        " \(KeyCarePhrase.until.text(in: language)) \(BuddhistTime.text($0))"
      }
      return "\(person.name) (\(person.area))\(until ?? "")"
    }
  }
}
