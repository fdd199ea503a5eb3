import OfflineStore
import SyncProtocol
import TerminalKit
import ThaiText

/// All that the app knows while it runs; a value, and without any key.
struct AppModel {
  enum Screen {
    case starting
    case signIn(SignInScreen.Model)
    case person(PersonScreen.Model)
    case home(HomeScreen.Model)
    case list(RecordListScreen.Model)
    case reading(ReadingScreen.Model)
    case forms(FormsScreen.Model)
    case send(SendScreen.Model)
    case enrol(EnrolScreen.Model)
    case settings(SettingsScreen.Model)
    case keyCare(KeyCareScreen.Model)
    case laptops(LaptopsScreen.Model)
    case guide(GuideScreen.Model)
    case tour(TourScreen.Model)
    case fill(FillScreen.Model, OpenRecord)
    case move(MoveScreen.Model)
    case officer(OfficerScreens.Model)
  }

  /// What stands over a screen and takes the keys.
  enum Overlay: Equatable {
    case text(Label, ScrollText.Model)
    /// That somebody's records were opened without the old passphrase; closing it says it was read.
    case recovered(ScrollText.Model)
    case dialog(Dialog.Model, Matter)
  }

  /// What a dialog is about, which its second button does.
  enum Matter: Equatable {
    case quit
    /// Whether a finished record is called back.
    case recall(RecordID)
    /// Whether what was typed about a new person is given up.
    case giveUp
    /// Whether a new request to recover takes the place of the one that waits for answers.
    case replaceRequest(file: String)
    /// Something to write down before going on; there is nothing to do.
    case told
    case lock
    /// Whether the person is called on this laptop as the centre does.
    case name(String)
  }

  struct SignedIn: Equatable {
    var person: Person
    var profile: Profile
  }

  var screen = Screen.starting
  var overlay: Overlay?
  var notice: ScreenFrame.Notice?
  var language = Language.thai
  /// Whether the terminal can show Thai, as far as it has said.
  var showsThai = true
  var people: [Person] = []
  var signedIn: SignedIn?
  /// The person's records as the store has them.
  var records: [RecordSummary] = []
  /// How many there are of each kind, also while a form is open and they are not kept.
  var counts = RecordCounts()
  /// What their forms are called, by their ids; empty when all are of one form.
  var formTitles: [String: String] = [:]
  /// How many records wait for an officer; nil for someone who is none.
  var queued: Int?
  /// The record that was finished last, to go on with the next person of its house.
  var lastFinished: FinishedRecord?
  /// When everything new was last fetched from the centre; nil when it never was.
  var fetched: Timestamp?
  /// What is left to be done after a lock: to begin anew, with a memory in which nothing was.
  var renewal: Renewal?
  /// Whether nothing is under way that the lock had to let end.
  var isQuiet = false
  /// Where the centre is, as far as this laptop knows.
  var server = ""
  var areas: AreaIndex?
  var today: CivilDate
  /// What the next paper has in common with the last.
  var pile = PaperPile()
  /// How long what was asked for has taken, once it takes longer than half a second.
  var secondsWorked: Int?
  /// Half minutes without a key.
  var idles = 0
  var isFinished = false
  var bounce = KeyBounce()
  /// Somebody asked for the lock while an answer was on its way to the disk.
  var locksWhenSaved = false
  /// Where recovery files are offered to be written.
  var slipFile = ""

  /// How the program that this one replaced was locked; used once.
  var locked: Renewal?
  /// What another program handed over to sign in with; used once.
  var passphrase: String?

  init(today: CivilDate, areas: AreaIndex? = nil, passphrase: String? = nil) {
    self.today = today
    self.areas = areas
    self.passphrase = passphrase
  }

  /// Goes on where another program locked the screen.
  mutating func go(on renewal: Renewal) {
    language = renewal.language
    locked = renewal
  }

  var setting: QuestionSetting {
    QuestionSetting(
      language: language, areas: areas, home: signedIn?.profile.area?.description ?? "",
      today: today)
  }

  var frame: ScreenFrame {
    ScreenFrame(
      language: language, name: signedIn?.person.name ?? "", notice: workNotice ?? notice)
  }

  /// How long something has taken already, and that it can be stopped.
  private var workNotice: ScreenFrame.Notice? {
    guard let secondsWorked else { return nil }
    let words = secondsWorked == 0 ? Phrase.working.label : Phrase.working(for: secondsWorked)
    guard screen.isWaiting else { return .init(.hint, words) }
    let stop = Phrase.escStops.label
    return .init(
      .hint, Label("\(words.thai)   \(stop.thai)", "\(words.english)   \(stop.english)"))
  }

  mutating func say(_ kind: ScreenFrame.Notice.Kind, _ label: Label) {
    notice = ScreenFrame.Notice(kind, label)
  }
}

extension AppModel.Screen {
  /// Whether somebody is being let in, and it is this person.
  func awaits(_ person: Int64) -> Bool {
    switch self {
    case .signIn(let model): model.isOpening && model.person?.id == person
    case .keyCare(let model): model.isWorking && model.purpose == .recover(person)
    default: isWaiting
    }
  }

  /// Whether nothing can be typed until something that was asked for has come back.
  var isWaiting: Bool {
    switch self {
    case .signIn(let model): model.isOpening
    case .person(let model): model.isWorking
    case .keyCare(let model): model.isWorking
    case .enrol(let model): model.isAsking
    case .starting, .home, .list, .reading, .forms, .send, .settings, .laptops, .guide, .tour,
      .fill,
      .move, .officer:
      false
    }
  }

  /// Whether somebody may have typed here what no store has.
  var isHalfTyped: Bool {
    switch self {
    case .person, .enrol, .keyCare: true
    case .starting, .signIn, .home, .list, .reading, .forms, .send, .settings, .laptops, .guide,
      .tour,
      .fill, .move, .officer:
      false
    }
  }
}
