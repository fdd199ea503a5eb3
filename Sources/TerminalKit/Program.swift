/// A screen program: what it knows, how messages change that, and how it looks.
public struct Program<Model, Message: Sendable, Effect> {
  public var update: (inout Model, Message) -> [Effect]
  public var view: (Model, inout Grid) -> Point?
  /// Starts the work that an update asked for; results come back through the mailbox.
  public var perform: (Effect) -> Void
  public var isFinished: (Model) -> Bool
  /// What is told of a key, and of when it arrived, in milliseconds that only rise.
  public var message: (Key, Int) -> Message?
  /// Sent once after a key when no other came for `restMilliseconds`; nil for none.
  public var rest: Message?
  public var restMilliseconds: Int
  /// Sent when nothing at all happened for `idleMilliseconds`.
  public var idle: Message
  public var idleMilliseconds: Int
  /// Whether work is under way that must have come back before the next key is drawn.
  public var isUnsettled: (Model) -> Bool
  /// How long a drawing waits for such work: a slow disk, not a dead one.
  public var settleMilliseconds: Int
  /// Milliseconds that only rise.
  public var clock: () -> Int

  public init(
    update: @escaping (inout Model, Message) -> [Effect],
    view: @escaping (Model, inout Grid) -> Point?, perform: @escaping (Effect) -> Void,
    isFinished: @escaping (Model) -> Bool, message: @escaping (Key, Int) -> Message?,
    rest: Message? = nil, restMilliseconds: Int = 1_500, idle: Message,
    idleMilliseconds: Int = 30_000, isUnsettled: @escaping (Model) -> Bool = { _ in false },
    settleMilliseconds: Int = 500, clock: (() -> Int)? = nil
  ) {
    self.update = update
    self.view = view
    self.perform = perform
    self.isFinished = isFinished
    self.message = message
    self.rest = rest
    self.restMilliseconds = restMilliseconds
    self.idle = idle
    self.idleMilliseconds = idleMilliseconds
    self.isUnsettled = isUnsettled
    self.settleMilliseconds = settleMilliseconds
    self.clock = clock ?? KeyArrivals.monotonic
  }

  /// Draws, waits and updates until the model is finished or the terminal is gone.
  ///
  /// - Returns: The model at the end.
  public func run(_ start: Model, on terminal: any Terminal, mailbox: Mailbox<Message>) -> Model {
    var model = start
    var pause = KeyPause(rest: rest == nil ? nil : restMilliseconds, idle: idleMilliseconds)
    var arrivals = KeyArrivals(clock: clock)
    while !isFinished(model) {
      var grid = Grid(size: terminal.size)
      let cursor = view(model, &grid)
      terminal.show(grid, cursor: cursor)

      arrivals.wait()
      let awaited = terminal.nextKeys(timeout: pause.timeout)
      let arrived = arrivals.arrived()
      switch awaited {
      case .keys(let keys):
        take(mailbox.takeAll(), &model)
        if pause.hasRested(after: keys), let rest { take(rest, &model) }
        for key in keys {
          if let typed = message(key, arrived) { take(typed, &model) }
        }
      case .timeout:
        take(mailbox.takeAll(), &model)
        take(pause.timesOut() ? rest ?? idle : idle, &model)
      case .gone: return model
      }
      settle(&model, terminal, mailbox)
    }
    return model
  }

  private func take(_ messages: [Message], _ model: inout Model) {
    for message in messages { take(message, &model) }
  }

  private func take(_ message: Message, _ model: inout Model) {
    for effect in update(&model, message) { perform(effect) }
  }

  /// Waits for what must be done before anything is drawn, but not for ever.
  private func settle(
    _ model: inout Model, _ terminal: any Terminal, _ mailbox: Mailbox<Message>
  ) {
    guard isUnsettled(model) else { return }
    let deadline = ContinuousClock.now + .milliseconds(settleMilliseconds)
    while isUnsettled(model) {
      let left = Int((deadline - .now) / .milliseconds(1))
      guard left > 0 else { return }
      // What has come already needs no wake-up.
      let come = mailbox.takeAll()
      if come.isEmpty { terminal.waitForWork(timeout: left) } else { take(come, &model) }
    }
  }
}
