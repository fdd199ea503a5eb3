import SyncProtocol
import TerminalKit

/// The keys that work while a box lies over the screen, for the help line.
enum BoxKeys {
  case choosing, reading, commenting, giving(Decision), searching

  func help(in language: Language) -> [KeyHelp] {
    bindings.map { KeyHelp(keys: $0.keys, label: $0.label.text(in: language)) }
  }

  private var bindings: [(keys: String, label: Label)] {
    let back = (keys: Key.escape.name, label: Label("กลับ", "Back"))
    switch self {
    case .choosing:
      return [(Key.up.name + Key.down.name, Label("เลื่อน", "Move")), Self.accept, back]
    case .reading: return [(Key.up.name + Key.down.name, Label("เลื่อน", "Scroll")), back]
    case .commenting: return [(Key.enter.name, Label("เก็บไว้", "Keep")), Self.clear]
    case .giving(let decision):
      return [
        ("1-\(decision.offeredReasons.count)", Label("เหตุผล", "Reasons")),
        (Key.tab.name, Label("หมายเหตุ", "Note")), (Key.enter.name, Label("ตกลง", "Decide")), back,
        (Key.function(1).name, OfficerKeys.helpLabel),
      ]
    case .searching:
      return [Self.accept, (Key.escape.name, Label("เลิกค้น", "Stop")), Self.clear]
    }
  }

  private static let accept = (keys: Key.enter.name, label: Label("ตกลง", "Accept"))
  private static let clear = (keys: Key.control("u").name, label: Label("ล้าง", "Clear"))
}
