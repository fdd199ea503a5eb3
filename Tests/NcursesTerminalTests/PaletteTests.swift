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

  @Test func `every text of 256 colours is 4.5 to 1 from a light ground and a dark one`() {
    for role in Style.Role.allCases {
      let ink = Palette.ink(of: role, among: 256)
      guard let text = ink.text else { continue }
      for ground in ink.ground.map({ [luminance($0)] }) ?? [0, 1] {
        #expect(contrast(luminance(text), ground) >= 4.5, "\(role)")
      }
    }
  }

  @Test func `six of the fixed colours can be read on both grounds`() {
    let readable = (Int16(16)..<256).filter { colour in
      [0, 1].allSatisfy { contrast(luminance(colour), $0) >= 4.5 }
    }
    #expect(readable == [29, 63, 98, 131, 163, 243])
  }

  @Test(arguments: [CInt(0), 8, 16])
  func `few colours, which everybody sets as he likes, are left alone`(colours: CInt) {
    for role in Style.Role.allCases {
      #expect(Palette.ink(of: role, among: colours) == Palette.Ink())
      let allowed = CInt(CNCURSES_BOLD) | reverse
      #expect(Palette.attributes(of: Style(role), among: colours) & ~allowed == 0)
    }
  }

  @Test func `what is stressed is underlined, with any colours`() {
    for colours in [CInt(0), 8, 256] {
      let look = Palette.attributes(of: Style(.label, isUnderlined: true), among: colours)
      #expect(look & CInt(CNCURSES_UNDERLINE) != 0)
    }
  }

  /// How far two lights are from each other, from 1 to 21 (WCAG 2, contrast ratio).
  private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// How light a colour is, from 0 to 1, as xterm draws it.
  private func luminance(_ colour: Int16) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = Int(colour) - 16
    let (red, green, blue) =
      colour >= 232
      ? (8 + 10 * (cube - 216), 8 + 10 * (cube - 216), 8 + 10 * (cube - 216))
      : (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    func linear(_ level: Int) -> Double {
      let share = Double(level) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
