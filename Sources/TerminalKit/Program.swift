/// A screen program: what it knows, how messages change that, and how it looks.
public struct Program<Model, Message: Sendable, Effect> {
  public var update: (inout Model, Message) -> [Effect]
  public var view: (Model, inout Grid) -> Point?
  /// Starts the work that an update asked for; results come back through the mailbox.
  public var perform: (Effect) -> Void
  public var isFinished: (Model) -> Bool
  public var message: (Key) -> Message?
  /// Sent when nothing at all happened for `idleMilliseconds`.
  public var idle: Message
  public var idleMilliseconds: Int

  public init(
    update: @escaping (inout Model, Message) -> [Effect],
    view: @escaping (Model, inout Grid) -> Point?, perform: @escaping (Effect) -> Void,
    isFinished: @escaping (Model) -> Bool, message: @escaping (Key) -> Message?, idle: Message,
    idleMilliseconds: Int = 30_000
  ) {
    self.update = update
    self.view = view
    self.perform = perform
    self.isFinished = isFinished
    self.message = message
    self.idle = idle
    self.idleMilliseconds = idleMilliseconds
  }

  /// Draws, waits and updates until the model is finished or the terminal is gone.
  ///
  /// - Returns: The model at the end.
  public func run(_ start: Model, on terminal: any Terminal, mailbox: Mailbox<Message>) -> Model {
    var model = start
    while !isFinished(model) {
      var grid = Grid(size: terminal.size)
      let cursor = view(model, &grid)
      terminal.show(grid, cursor: cursor)

      let typed: [Message]
      switch terminal.nextKeys(timeout: idleMilliseconds) {
      case .keys(let keys): typed = keys.compactMap(message)
      case .timeout: typed = [idle]
      case .gone: return model
      }
      for message in mailbox.takeAll() + typed {
        for effect in update(&model, message) { perform(effect) }
      }
    }
    return model
  }
}
