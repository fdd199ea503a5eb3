import CNcurses
import Glibc
import TerminalKit
import Testing

@testable import NcursesTerminal

@Suite struct PaletteTests {
  private let bold = CInt(CNCURSES_BOLD)
  private let reverse = CInt(CNCURSES_REVERSE)

  @Test(arguments: [CInt(0), 8, 16, 256])
  func `what the keys act on is reversed, whatever the colours`(colours: CInt) {
    for style in [Style.focus, .selected, .bar] {
      #expect(Palette.attributes(of: style, among: colours) & reverse != 0)
    }
  }

  @Test func `without colours a problem and a warning are bold`() {
    #expect(Palette.attributes(of: .problem, among: 0) & bold != 0)
    #expect(Palette.attributes(of: .warning, among: 0) & bold != 0)
    #expect(Palette.attributes(of: .plain, among: 0) == 0)
  }

  @Test func `what has no colour of its own among few is bold`() {
    #expect(Palette.ink(of: .accent, among: 8) == Palette.Ink())
    #expect(Palette.attributes(of: .accent, among: 8) & bold != 0)
  }

  @Test func `a bar is in one tone where bold makes another colour`() {
    for colours in [CInt(8), 16] {
      #expect(Palette.attributes(of: .bar.bold, among: colours) & bold == 0)
    }
    for colours in [CInt(0), 256] {
      #expect(Palette.attributes(of: .bar.bold, among: colours) & bold != 0)
    }
  }

  @Test(arguments: [CInt(8), 16, 256])
  func `a role's colours are ones that the terminal has`(colours: CInt) {
    for role in Style.Role.allCases {
      let ink = Palette.ink(of: role, among: colours)
      for colour in [ink.text, ink.ground].compactMap(\.self) {
        #expect((0..<Int16(colours)).contains(colour))
      }
    }
  }

  @Test(arguments: [CInt(8), 16, 256])
  func `every text can be read, on a light ground and on a dark one`(colours: CInt) {
    for role in Style.Role.allCases {
      let ink = Palette.ink(of: role, among: colours)
      guard let text = ink.text else { continue }
      for ground in ink.ground.map({ [luminance($0)] }) ?? [0, 1] {
        #expect(contrast(luminance(text), ground) >= 3.5, "\(role) among \(colours)")
      }
    }
  }

  /// How far two lights are from each other, from 1 to 21 (WCAG 2, contrast ratio).
  private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// How light a colour is, from 0 to 1, as xterm draws it.
  private func luminance(_ colour: Int16) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let basic = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
      (229, 229, 229), (127, 127, 127),
    ]
    let cube = Int(colour) - 16
    let (red, green, blue) =
      switch colour {
      case 232...: (8 + 10 * (cube - 216), 8 + 10 * (cube - 216), 8 + 10 * (cube - 216))
      case 16...: (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
      default: basic[Int(colour)]
      }
    func linear(_ level: Int) -> Double {
      let share = Double(level) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
