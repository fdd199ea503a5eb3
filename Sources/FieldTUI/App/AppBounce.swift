import TerminalKit

/// Which keys opened another screen or did something for good, so that the same key pressed twice does
/// nothing there.
extension AppModel {
  /// Where the person is, as far as the same key would do something else elsewhere.
  struct Stand: Equatable {
    /// The screen and what lies over it.
    fileprivate let place: Int
    /// The field of a screen that asks for several things.
    fileprivate let field: Int

    init(_ model: AppModel) {
      place = model.screen.number * 2 + (model.overlay == nil ? 0 : 1)
      field = model.screen.field
    }
  }

  /// Takes note of what a key did.
  mutating func note(_ key: Key, at time: Int?, from before: Stand, _ effects: [AppEffect]) {
    let after = Stand(self)
    if after.place == before.place, case .fill(let model, _) = screen {
      bounce = model.bounce
      return
    }
    let isDone: Bool
    switch screen {
    case .officer: isDone = effects.contains(where: \.isOfficersDoing)
    default: isDone = !effects.isEmpty
    }
    let isPassed = after.field != before.field && (key.digit != nil || key == .character(" "))
    if after.place != before.place || isDone || isPassed { bounce.turn(by: key, at: time) }
  }
}

extension AppEffect {
  /// Whether an officer did something to a record or opened one, rather than wrote a letter of a note.
  fileprivate var isOfficersDoing: Bool {
    switch self {
    case .decide, .undoDecision, .openReview: true
    default: false
    }
  }
}

extension AppModel.Screen {
  fileprivate var number: Int {
    switch self {
    case .starting: 0
    case .signIn(let model): model.passphrase == nil ? 1 : 2
    case .person: 3
    case .home: 4
    case .list: 5
    case .forms: 6
    case .send: 7
    case .enrol: 8
    case .settings: 9
    case .keyCare: 10
    case .laptops(let model): model.question == nil ? 11 : 12
    case .guide: 13
    case .tour: 14
    case .fill: 15
    case .move(let model): model.confirm == nil ? 16 : 17
    case .reading: 18
    case .officer(let model): 32 + model.layers
    }
  }

  fileprivate var field: Int {
    switch self {
    case .person(let model): model.fields.firstIndex(of: model.focus) ?? 0
    default: 0
    }
  }
}

extension OfficerScreens.Model {
  /// What lies over the queue, as bits.
  fileprivate var layers: Int {
    let isThere = [
      review != nil, review?.overlay != nil, leaving != nil, queue.overlay != nil,
      queue.searching != nil,
    ]
    return isThere.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
  }
}
