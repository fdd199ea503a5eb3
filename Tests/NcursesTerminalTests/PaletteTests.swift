import CNcurses
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

  @Test(arguments: [CInt(8), 16, 256])
  func `a role's colour is one that the terminal has`(colours: CInt) {
    for role in Style.Role.allCases {
      #expect((0..<Int16(colours)).contains(Palette.colour(of: role, among: colours) ?? 0))
    }
  }

  @Test func `text keeps the terminal's own colour, on a light ground and on a dark one`() {
    for role in [Style.Role.plain, .title, .selected] {
      #expect(Palette.colour(of: role, among: 256) == nil)
    }
  }
}
