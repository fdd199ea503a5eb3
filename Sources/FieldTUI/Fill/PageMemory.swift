import Synchronization
import TerminalKit

/// What drawing a form worked out that the next drawing may use again.
///
/// Typing changes the editor alone, and the page around it is laid out once for many keys. A memory
/// is good for the one state it was made in: a model that changes what the page shows begins a new
/// one, so that copies which differ never share theirs.
final class PageMemory: Sendable {
  /// A block, and the only things it depends on that may change while the memory lasts.
  struct Place: Hashable {
    let entry: Int
    let width: Int
    /// The room that the editor wants; nil when the entry is not in focus.
    let editor: EditorRoom?
  }

  /// What the layout must know of an editor.
  struct EditorRoom: Hashable {
    let height: Int
    let heightBeside: Int
    let fitsBeside: Bool
    /// Whether the words of its question are shortened, so that more of it is seen.
    let isTight: Bool
    /// How many rows of the page are seen at once.
    let rows: Int
  }

  /// What a whole screen depends on beside the state that the memory is good for.
  struct Surroundings: Equatable {
    let size: Size
    let saving: FillScreen.Saving
    /// Whether a text stands in the editor that is no answer yet, which the title says.
    let isTyping: Bool
    /// Whether the disk has that text.
    let areTextsSaved: Bool
    let notice: FillPhrase?
    let editor: EditorRoom?
    /// What the line at the bottom says.
    let keys: [KeyHelp]
  }

  /// A screen without its editor, and where that is drawn.
  struct Picture {
    let grid: Grid
    let editor: EditorPlace?
  }

  /// Where the editor is drawn, of which the first rows may lie above the page.
  struct EditorPlace {
    let area: Rect
    let hiddenRows: Int
    /// All its rows.
    let rows: Int
  }

  private struct Kept {
    var bodySize: Size?
    var picture: (of: Surroundings, Picture)?
    var title: String?
    var answered: PersonLookup?
    var flagged: Bool?
    var states: [SectionList.State]?
    var sectionRows: [Int: [String]] = [:]
    var blocks: [Place: PageBlock] = [:]
  }

  private let kept = Mutex(Kept())

  init(bodySize: Size? = nil) { self.bodySize = bodySize }

  /// How much of the screen the page had when it was last drawn, also before something changed.
  var bodySize: Size? {
    get { kept.withLock { $0.bodySize } }
    set { kept.withLock { $0.bodySize = newValue } }
  }

  /// The last picture, or another one where something around the editor is different.
  func picture(of surroundings: Surroundings, _ make: () -> Picture) -> Picture {
    if let known = kept.withLock({ $0.picture }), known.of == surroundings { return known.1 }
    let made = make()
    kept.withLock { $0.picture = (surroundings, made) }
    return made
  }

  /// How wide the editor was drawn the last time.
  var editorColumns: Int? { kept.withLock { $0.picture?.1.editor?.area.columns } }

  func title(_ make: () -> String) -> String {
    if let known = kept.withLock({ $0.title }) { return known }
    let made = make()
    kept.withLock { $0.title = made }
    return made
  }

  /// Whom the answers are about.
  func answered(_ find: () -> PersonLookup) -> PersonLookup {
    if let known = kept.withLock({ $0.answered }) { return known }
    let found = find()
    kept.withLock { $0.answered = found }
    return found
  }

  /// Whether there is something to correct.
  func flagged(_ find: () -> Bool) -> Bool {
    if let known = kept.withLock({ $0.flagged }) { return known }
    let found = find()
    kept.withLock { $0.flagged = found }
    return found
  }

  func states(_ make: () -> [SectionList.State]) -> [SectionList.State] {
    if let known = kept.withLock({ $0.states }) { return known }
    let made = make()
    kept.withLock { $0.states = made }
    return made
  }

  func sectionRows(width: Int, _ make: () -> [String]) -> [String] {
    if let known = kept.withLock({ $0.sectionRows[width] }) { return known }
    let made = make()
    kept.withLock { $0.sectionRows[width] = made }
    return made
  }

  func block(at place: Place, _ make: () -> PageBlock) -> PageBlock {
    if let known = kept.withLock({ $0.blocks[place] }) { return known }
    let made = make()
    kept.withLock { $0.blocks[place] = made }
    return made
  }
}
