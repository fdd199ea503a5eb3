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
    case back
  }

  enum Action: Sendable { case revoke, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.delete, label: KeyCarePhrase.revoke.label, action: .revoke),
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
      guard laptops.indices.contains(model.row), laptops[model.row].revoked == nil else {
        return []
      }
      model.question = Dialog.Model(
        title: "\(KeyCarePhrase.revoke.text(in: language)) \(laptops[model.row].number.value)",
        text: KeyCarePhrase.revokeQuestion.text(in: language),
        buttons: [KeyCarePhrase.keep, .revoke].map { $0.text(in: language) })
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
    let top = Scrolling.top(0, showing: model.row, of: laptops.count, visible: body.rows)
    for (row, laptop) in laptops.enumerated().dropFirst(top).prefix(body.rows) {
      grid.drawRow(
        text(of: laptop, language), row: row - top, in: body,
        style: row == model.row ? .selected : laptop.revoked == nil ? .plain : .muted)
    }
    if let question = model.question { return Dialog.view(question, in: grid.area, on: &grid) }
    return laptops.isEmpty ? nil : body.point(model.row - top)
  }

  private static func asked(by names: [String], _ language: Language) -> String {
    let names = names.map { $0.isEmpty ? KeyCarePhrase.keeper.text(in: language) : $0 }
    return "\(KeyCarePhrase.askedBy.text(in: language)) \(names.joined(separator: ", "))"
  }

  static func text(of laptop: LaptopsReply.Laptop, _ language: Language) -> String {
    let state =
      if let revoked = laptop.revoked {
        "\(KeyCarePhrase.revoked.text(in: language)) \(BuddhistTime.text(revoked))"
      } else {
        laptop.asked.map { asked(by: $0, language) }
          ?? laptop.seen.map(BuddhistTime.text) ?? KeyCarePhrase.neverSeen.text(in: language)
      }
    let people = laptop.people.map { person in
      let until = person.expires.map {
        " \(KeyCarePhrase.until.text(in: language)) \(BuddhistTime.text($0))"
      }
      return "\(person.name) (\(person.area))\(until ?? "")"
    }.joined(separator: ", ")
    return
      " \(TextWidth.pad("\(laptop.number.value)", to: 6)) \(TextWidth.pad(state, to: 18)) \(people)"
  }
}
