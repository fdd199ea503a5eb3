import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import ThaiText

/// A form being filled in: its sections, the questions of one on a page, and the review at the end.
enum FillScreen {
  enum Message: Equatable, Sendable {
    /// - Parameter at: When a finger pressed it, in milliseconds; nil for one that a line of text means.
    case key(Key, at: Int? = nil)
    /// The snapshot with this number is on disk.
    case saved(Int)
    /// The snapshot with this number could not be written; nil when only room is missing.
    case saveFailed(Int, Label? = nil)
    /// The file for this answer could not be kept.
    case attachFailed(path: String, Label)
    /// No key came for a moment: what is being typed goes to the disk.
    case rest
    /// Who on this laptop is similar to the person in the record.
    case similar(SimilarPeople)
    /// The address of the last record.
    case address(HouseAddress)
    /// Somebody who works in lines of text has answered or moved.
    case line(Line)
    /// Nobody has pressed a key for a while.
    case pause
    /// The screen is about to be taken away.
    case settle
  }

  enum Effect: Equatable, Sendable {
    case save(Snapshot)
    /// With the log of how the record was filled in, which is kept beside it.
    case finish(Snapshot, submission: [UInt8], log: [UInt8]?)
    /// A file is to be kept beside the record under a name.
    case attach(RecordID, path: String, name: String, source: String)
    /// Whether somebody on this laptop is similar is to be found out.
    case lookForSimilar(PersonLookup)
    /// The address of the last record is wanted.
    case lastAddress
    /// The person chose another language for the screens.
    case language(Language)
    /// The person reads this form in a language that the screens lack; nil: in theirs again.
    case formLanguage(String?)
    case leave
  }

  /// Everything of a record that must survive, right after an answer.
  struct Snapshot: Equatable, Sendable {
    /// Rises with every snapshot of a screen.
    let number: Int
    let record: RecordID
    let instance: [UInt8]
    let title: String
    /// The question in focus.
    let place: String
    let problems: Int
    let answered: Int
    let comments: [QuestionComment]
    /// The lines of the log so far.
    var audit = ""
    /// What was typed and is no answer yet.
    var pending: [PendingText] = []
    /// What lists and other records may know of the person.
    var card = RecordCard()
    var address: HouseAddress = [:]
  }

  struct Model: Sendable {
    var session: FormSession { didSet { forgetPage() } }
    let record: RecordID
    let comments: [QuestionComment]
    /// The submission that was sent back, to show its answers beside the new ones.
    let former: FormSession?
    var setting: QuestionSetting { didSet { forgetPage() } }
    let profile: Profile?
    /// Whether it is filled in to learn how: nothing of it is kept or sent.
    var isPractice = false
    /// The language that was chosen for the form, where the screens lack it.
    var formLanguage: String?
    /// What earlier versions of the form asked and this one does not.
    let past: [FormerVersion.Answer]

    var sections: [Section] = [] { didSet { forgetPage() } }
    var section = 0 { didSet { forgetPage() } }
    var entries: [PageEntry] = [] { didSet { forgetPage() } }
    var focus = 0 {
      didSet {
        scroll = .by(0)
        forgetPage()
      }
    }
    /// Where the page stands, which a new focus brings back to itself.
    var scroll = PageScroll.by(0) { didSet { forgetPage() } }
    var editor = QuestionEditor.inert
    /// Whether what is typed now would mend what is said to be wrong with the answer before it.
    var isMended = false {
      didSet { if isMended != oldValue { forgetPage() } }
    }
    /// The pages of the form that the person has seen.
    var reached: Set<Int> = [] { didSet { forgetPage() } }
    /// The questions that the person has seen and left, whose absence may be called a problem.
    var asked: Set<String> = [] { didSet { forgetPage() } }
    var problems: [String: QuestionProblem] = [:] { didSet { forgetPage() } }
    /// Who on this laptop is similar to the person in the record, as far as it was looked for.
    var similar = SimilarPeople() { didSet { forgetPage() } }
    /// The rules of the form that could not be worked out.
    var faults: [FormFault] = []
    /// What was typed at questions and is no answer yet, by their paths.
    var pending: [String: String] = [:] { didSet { forgetPage() } }
    /// The answers that the profile gave.
    var prefilled: Set<String> = [] { didSet { forgetPage() } }
    var steps: [Step] = []
    /// What was taken back and can be given again, until another answer is given.
    var undone: [Step] = []
    /// How many answers were given so far.
    var stepNumber = 0
    /// The log that the form wants of how it is filled in.
    var audit: AuditLog?
    var saving = Saving()
    /// The question that the draft on the disk opens at; nil while there is no draft.
    var keptPlace: String?
    var overlay: Overlay?
    /// What the help that is shown explains and goes back to; nil for the page itself.
    var beneathHelp: Overlay?
    var notice: FillPhrase?
    /// What was chosen by the last key, which is said unless something else is.
    var chosen: FillPhrase?
    var bounce = KeyBounce()
    /// The key that is being taken.
    var pressed: (key: Key, time: Int?)?
    /// Whether the review led here and no key was pressed since.
    var afterReview: AfterReview?
    /// The warnings of the form that are relevant now.
    var warnings: [FormWarning] = [] { didSet { if warnings != oldValue { forgetPage() } } }
    /// Those that the answers given at the question in focus raised.
    var raised: [FormWarning] = [] { didSet { if raised != oldValue { forgetPage() } } }
    /// Those that the person was told of.
    var told: Set<FormWarning> = []
    /// Those that are told once the questions before their words were asked.
    var early: Set<FormWarning> = []
    /// What drawing keeps of the page until something changes that the page shows.
    private(set) var memory = PageMemory()

    private mutating func forgetPage() { memory = PageMemory(bodySize: memory.bodySize) }
  }

  /// A state to go back to: a copy of the answers.
  struct Step: Sendable {
    let session: FormSession
    let place: String
    let deed: Deed
  }

  /// What was done after a state that is kept.
  enum Deed: Sendable {
    case answered(PageEntry)
    case added(String)
    case removed(String)
    case filledAddress
  }

  /// What is known about the snapshots on their way to the disk.
  struct Saving: Equatable, Sendable {
    var asked = 0
    var done = 0
    var failed = 0
    /// Why the last one failed, unless the disk was just full.
    var reason: Label?
    /// The snapshot that must be on disk before the screen is left.
    var leavesAfter: Int?
    /// The texts without an answer that the last snapshot holds.
    var texts: [PendingText] = []
    /// Whether the disk refused that one: the next key may leave all the same.
    var mayLeaveUnsaved = false

    var isDone: Bool { done >= asked }
    var hasFailed: Bool { failed > done }
  }

  /// What lies over the page.
  enum Overlay: Equatable, Sendable {
    case help(ScrollText.Model)
    case review(ReviewPage.Model)
    case jump(JumpList.Model)
    /// In which language to read the form.
    case languages(LanguageList.Model)
    /// Whether an instance of a repeat is to go.
    case remove(Dialog.Model, instance: String)
    /// Whether to leave without the text in the field, which is no answer.
    case abandon(Dialog.Model)
    /// Why a saved record was changed, which the form wants to know.
    case reason(TextField.Model, Leaving)
  }
}

extension FillScreen.Model {
  /// Opens a record at its place, or a new one at its first question that the profile leaves open.
  ///
  /// - Parameters:
  ///   - profile: Whose answers a new record begins with; also of a record that is opened again.
  ///   - isNew: Whether to answer from the profile first.
  ///   - place: The question that was in focus.
  init(
    session: FormSession, record: RecordID, language: Language, areas: AreaIndex?,
    today: CivilDate, profile: Profile? = nil, isNew: Bool = false,
    comments: [QuestionComment] = [], former: FormSession? = nil, place: String = "",
    past: [FormerVersion.Answer] = [], pending: [PendingText] = []
  ) {
    self.session = session
    self.past = past
    self.record = record
    self.comments = comments
    self.former = former
    self.profile = profile
    setting = QuestionSetting(
      language: language, areas: areas, home: profile?.area?.description ?? "", today: today)
    speak(language)
    if isNew, let profile { ProfilePrefill.apply(profile, to: &self.session) }
    recall(pending)
    refresh()
    open(place: place.isEmpty ? firstRemarked ?? "" : place)
    keptPlace = place.isEmpty ? nil : place
    if !isNew, former == nil, !place.isEmpty { recallPages(leftAt: place) }
    sayRecalled()
    say(newIn: [])
  }

  var language: Language { setting.language }

  /// The entry in focus, unless the page has none.
  var entry: PageEntry? { entries.indices.contains(focus) ? entries[focus] : nil }

  /// Switches the form and the screen; a form without the language keeps its own.
  mutating func speak(_ language: Language) {
    setting.language = language
    session.speak(language, form: formLanguage)
  }

  /// Reads the form from the start in a language that was chosen for it another time.
  mutating func prefer(_ name: String?) {
    guard let name, session.definition.languages.contains(name) else { return }
    formLanguage = name
    speak(language)
    refresh()
    startEditing()
  }

  /// A section's own words, with a number if it is a piece of a long one; questions that stand in no
  /// group have none.
  func title(ofSection index: Int) -> String {
    words(ofSection: index) + number(ofSection: index)
  }

  func words(ofSection index: Int) -> String {
    guard sections.indices.contains(index) else { return FillPhrase.general.text(in: language) }
    return session.name(of: sections[index]) ?? FillPhrase.general.text(in: language)
  }

  /// ` 2/7` for a piece of a long section.
  func number(ofSection index: Int) -> String {
    let part = sections.indices.contains(index) ? sections[index].part : nil
    return part.map { " \($0.number)/\($0.count)" } ?? ""
  }

  /// What is wrong at a question, in words: what was typed and not taken comes before its answer.
  func shownProblem(at path: String) -> String? {
    untakenWords(at: path) ?? answerProblem(at: path)
  }

  /// What is wrong with an answer, in words, once it may be said.
  func answerProblem(at path: String) -> String? {
    switch problems[path] {
    case nil: nil
    case .constraint(let message): message ?? FillPhrase.breaksRule.text(in: language)
    case .required(let message):
      asked.contains(path) ? message ?? FillPhrase.mustAnswer.text(in: language) : nil
    }
  }

  /// The first question of the form that the officer says something about.
  private var firstRemarked: String? {
    for section in sections.indices where !comments.isEmpty {
      let remarked = entries(ofSection: section).first { !comments(on: $0).isEmpty }
      if let remarked { return remarked.path }
    }
    return nil
  }

  /// The officer's words on what an entry asks.
  func comments(on entry: PageEntry) -> [QuestionComment] {
    comments.filter { entry.covers.contains($0.path) }
  }
}
