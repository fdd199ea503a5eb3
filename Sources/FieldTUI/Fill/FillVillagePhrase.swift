import TerminalKit

/// What a form being filled in says about other records on this laptop.
enum FillVillagePhrase: Wording {
  case sameID, sameNameAndHouse, sameIDByCoUser
  case lastAddress, noAddress, noLastAddress, addressStands

  var label: Label {
    switch self {
    case .sameID:
      Label("อาจซ้ำ เลขบัตรนี้มีแล้ว", "Perhaps a double, this ID is here already")
    case .sameNameAndHouse:
      Label("อาจซ้ำ ชื่อและบ้านนี้มีแล้ว", "Perhaps a double, same name and house")
    case .sameIDByCoUser:
      Label("อาจซ้ำ เลขบัตรนี้มีในเครื่องนี้แล้ว โดย", "Perhaps a double, already on this laptop, by")
    case .lastAddress: Label("ที่อยู่เดียวกับรายก่อน", "Address as before")
    case .noAddress:
      Label(
        "ไม่มีที่อยู่ของรายนี้ในเครื่อง ให้กรอกแบบสำรวจใหม่ตามปกติ",
        "This laptop has no address of that record. Begin a new survey as usual.")
    case .noLastAddress:
      Label("ยังไม่มีรายก่อนที่มีที่อยู่", "No record before this one has an address.")
    case .addressStands:
      Label(
        "มีที่อยู่กรอกไว้แล้ว จึงไม่ได้เปลี่ยน", "An address stands here already; nothing was changed.")
    }
  }

  static func filledAddress(_ answers: String) -> Label {
    Label(
      "กรอกที่อยู่ให้แล้ว: \(answers)  (F4 เอาออก)", "Address filled in: \(answers)  (F4 takes it back)")
  }
}
