/// What a form is called on the disk.
enum FormName {
  /// An id or a version as a name that can lead nowhere else: letters, digits, `-`, `_` and `.` stand
  /// for themselves, everything else for its bytes, as in a URL.
  static func safe(_ text: String) -> String {
    var name = ""
    for byte in text.utf8 {
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        // A name that begins with a dot is hidden, or leads up.
        case UInt8(ascii: "."): !name.isEmpty
        default: false
        }
      name += isPlain ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte)
    }
    return name
  }

  /// The folder of a form: its id, with `-` for `_`.
  static func folder(ofForm id: String) -> String { safe(id).replacing("_", with: "-") }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
