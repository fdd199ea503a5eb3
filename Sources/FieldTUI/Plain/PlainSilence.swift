import Dispatch
import Glibc

/// A terminal that does not show what is typed, until the line is there or the program is stopped.
///
/// What was typed ahead stays: nothing is flushed. Ctrl-C and Ctrl-Z find the echo on again.
struct PlainSilence {
  private let descriptor: CInt
  private let settings: termios
  private let watches: [any DispatchSourceSignal]

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  /// Nil where there is no terminal.
  init?(_ descriptor: CInt) {
    var settings = termios()
    guard isatty(descriptor) == 1, tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.descriptor = descriptor
    self.settings = settings
    let shown = settings
    watches = Self.signals.map { number in
      signal(number, SIG_IGN)
      let watch = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "silence"))
      watch.setEventHandler { Self.stop(by: number, descriptor, shown) }
      watch.activate()
      return watch
    }
    Self.silence(descriptor, settings)
  }

  func end() {
    for watch in watches { watch.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
    Self.set(descriptor, settings)
  }

  /// Does what the signal asks for, with the terminal as it was.
  private static func stop(by number: CInt, _ descriptor: CInt, _ settings: termios) {
    set(descriptor, settings)
    if number == SIGTSTP {
      raise(SIGSTOP)
      silence(descriptor, settings)
    } else {
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
  }

  private static func silence(_ descriptor: CInt, _ settings: termios) {
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    // The end of the line is no secret, and without it the answer would stand behind the question.
    silent.c_lflag |= tcflag_t(ECHONL)
    set(descriptor, silent)
  }

  private static func set(_ descriptor: CInt, _ settings: termios) {
    var settings = settings
    tcsetattr(descriptor, TCSANOW, &settings)
  }
}
