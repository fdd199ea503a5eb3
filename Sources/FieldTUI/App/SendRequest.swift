import Dispatch
import Glibc
import TerminalKit

/// The wish of another program of this account that the one that has the store sends what waits.
///
/// `fieldtui sync` cannot, while a program is open and perhaps locked for days. So it asks that program
/// by SIGURG, which a program that does not wait for it never notices; see docs/decisions/0132.
enum SendRequest {
  /// The program that has the store was asked.
  struct Sent: Error, Equatable {
    var process: Int32
  }

  /// Tells of every request until what it returns is cancelled.
  static func watch(_ asked: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    let source = DispatchSource.makeSignalSource(
      signal: SIGURG, queue: DispatchQueue(label: "send-requests"))
    source.setEventHandler(handler: asked)
    source.activate()
    return source
  }

  /// Asks a process; false when nobody knows which it is, or it belongs to somebody else.
  static func ask(_ process: Int32) -> Bool { process > 1 && kill(process, SIGURG) == 0 }
}

extension SendRequest.Sent {
  var label: Label {
    Label(
      "โปรแกรมเปิดอยู่ในอีกหน้าต่างหนึ่ง (โปรเซส \(process)) จึงขอให้โปรแกรมนั้นส่งให้แล้ว ไม่ต้องปิดหน้าต่าง",
      "The program is open in another window (process \(process)) and was asked to send. It can stay open."
    )
  }
}
