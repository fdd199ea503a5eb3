import OfflineStore
import TerminalKit

/// Who is signed in, for whom, and how far the work is: the side of a wide home screen.
struct PersonCard: Equatable {
  var name = ""
  var position = ""
  var place = ""
  /// What the centre calls itself; nil before the person was enrolled.
  var centre: String?

  func view(_ counts: RecordCounts, in area: Rect, _ language: Language, on grid: inout Grid) {
    let box = area.splitTop(13).0
    Dialog.frame(box, title: HomePhrase.today.text(in: language), on: &grid)
    let inside = box.inset(rows: 1, columns: 2)
    let people = [name, position, place].filter { !$0.isEmpty }
    let centreLine =
      centre.map { "\(HomePhrase.centre.text(in: language)): \($0)" }
      ?? HomePhrase.notEnrolled.text(in: language)
    let numbers = [
      (RecordsPhrase.draftState, counts.drafts), (.returnedState, counts.returned),
      (.readyState, counts.ready), (.sentState, counts.sent), (.verifiedState, counts.verified),
    ]
    let lines =
      people + [centreLine, ""]
      + numbers.map { "\(TextWidth.pad($0.0.text(in: language), to: 20)) \($0.1)" }
    grid.draw(lines, in: inside)
  }
}
