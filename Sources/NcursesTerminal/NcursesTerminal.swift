import CNcurses
import Glibc
public import TerminalKit

/// Why a screen cannot be shown.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is a file or a pipe.
  case noTerminal
  /// `TERM` is missing, or names a terminal on which the cursor cannot be moved.
  case cannotMoveCursor
  /// The machine has no locale with UTF-8, or curses knows no terminal at all.
  case cannotShowThai
  case noPipe
}

/// The real terminal, by way of ncurses; one at a time, used by one thread.
public final class NcursesTerminal: Terminal {
  private let pipe: WakeupPipe
  private let palette: Palette
  private var dividesSaraAm: Bool
  /// Marks are left out where they would push everything behind them aside.
  private var leavesOutMarks = false
  private var decoder = KeyDecoder()
  private var probe = ThaiProbe()
  private var shown: Grid?
  /// Kept from cell to cell, so that drawing takes no memory.
  private var scalars: [UInt32] = []
  /// Signals that came while only work was waited for.
  private var pending: Set<WakeupPipe.Signal> = []
  /// What is to be told before any key.
  private var early: [Key] = []

  public var waker: @Sendable () -> Void { pipe.waker }

  /// Takes the terminal over.
  ///
  /// - Parameter environment: Reads a variable of the environment.
  public init(environment: (String) -> String?) throws(TerminalError) {
    try Self.check()
    guard let pipe = WakeupPipe() else { throw .noPipe }
    self.pipe = pipe
    // Before curses starts, which leaves a handler alone that is there already.
    cncurses_signals_into(pipe.writing)
    guard cncurses_use_utf8(), cncurses_start() else { throw .cannotShowThai }
    palette = Palette(hasColour: environment("NO_COLOR") == nil)
    dividesSaraAm =
      environment("FIELDTUI_SARA_AM").map { $0 == "split" } ?? (environment("XTERM_VERSION") != nil)
    leavesOutMarks = cncurses_has_fixed_letters()
    if leavesOutMarks {
      early = [.thaiUnreadable]
    } else {
      cncurses_ask_width(ThaiProbe.texts.0, ThaiProbe.texts.1)
    }
  }

  /// Throws when standard input or output is no terminal, or one that is only written on line by line;
  /// changes nothing.
  public static func check() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    guard cncurses_moves_cursor() else { throw .cannotMoveCursor }
  }

  deinit { cncurses_stop() }

  public var size: Size {
    Size(rows: Int(cncurses_rows()), columns: Int(cncurses_columns()))
  }

  /// Gives the terminal back; nothing is shown after this.
  public func close() { cncurses_stop() }

  /// Leaves the terminal to the program that this one becomes, with the screen as it is.
  ///
  /// - Returns: What to call right before that: it lets the system answer signals again, and says whether
  ///   this program was asked to end in the meantime; then the terminal is given back.
  public func handOver() -> @Sendable () -> Bool {
    cncurses_hand_over()
    let (pipe, pending) = (pipe, pending)
    return {
      cncurses_signals_out()
      guard pending.union(pipe.letters()).contains(.terminate) else { return false }
      cncurses_take_back()
      return true
    }
  }

  public func show(_ grid: Grid, cursor: Point?) {
    let drawn =
      leavesOutMarks ? grid.withoutMarks() : dividesSaraAm ? grid.dividingSaraAm() : grid
    for damage in damage(of: drawn) { put(damage, of: drawn) }
    shown = drawn
    cncurses_show(CInt(cursor?.row ?? -1), CInt(cursor?.column ?? 0))
  }

  private func damage(of grid: Grid) -> [Damage] {
    if let shown, shown.size == grid.size { return grid.damage(over: shown) }
    return (0..<grid.size.rows).map { row in
      // curses has cleared the screen, or will: what is blank need not be written.
      Damage(row: row, columns: 0..<grid.size.columns, isWhole: false)
    }
  }

  private func put(_ damage: Damage, of grid: Grid) {
    for column in damage.columns {
      let cell = grid[Point(row: damage.row, column: column)]
      guard !cell.scalars.isEmpty else { continue }
      scalars.removeAll(keepingCapacity: true)
      cell.scalars.forEach { scalars.append($0) }
      let look = palette.look(of: cell.style)
      cncurses_put(
        CInt(damage.row), CInt(column), scalars, CInt(scalars.count), look.attributes, look.pair)
    }
    guard damage.isWhole else { return }
    cncurses_write_again(
      CInt(damage.row), CInt(damage.columns.lowerBound), CInt(damage.columns.count))
  }

  public func nextKeys(timeout: Int?) -> Awaited {
    // curses reads ahead: what is left in its buffer, poll would not see.
    let keys = drain()
    guard keys.isEmpty else { return .keys(keys) }
    switch pending.isEmpty ? pipe.wait(timeout: timeout) : .roused([]) {
    case .gone: return .gone
    case .timedOut: return decoder.endPaste().map { .keys([$0]) } ?? .timeout
    case .roused(let letters):
      let signals = pending.union(letters)
      pending = []
      guard !signals.contains(.terminate) else { return .gone }
      guard signals.contains(.resize) else { return .keys(drain()) }
      cncurses_take_size()
      shown = nil
      return .keys([.resized] + drain())
    }
  }

  public func waitForWork(timeout: Int) {
    pending.formUnion(pipe.letters(timeout: timeout).subtracting([.wake]))
  }

  private func drain() -> [Key] {
    var keys = early
    early = []
    var value: UInt32 = 0
    while case let kind = cncurses_key(&value), kind != 0 {
      keys += decoder.keys(for: value, isCode: kind == 2)
    }
    keys += decoder.endSequence()
    for column in decoder.takeReports() {
      if let verdict = probe.take(column: column) { keys += heed(verdict) }
    }
    // The way out for a person whose screen another program wrote on.
    if keys.contains(.control("l")) { drawAnew() }
    return keys
  }

  private func heed(_ verdict: ThaiProbe.Verdict) -> [Key] {
    switch verdict {
    case .good: return []
    case .dividesSaraAm:
      dividesSaraAm = true
      drawAnew()
      return [.resized]
    case .cannotShow:
      leavesOutMarks = true
      drawAnew()
      return [.thaiUnreadable]
    }
  }

  private func drawAnew() {
    shown = nil
    cncurses_redraw_all()
  }
}
