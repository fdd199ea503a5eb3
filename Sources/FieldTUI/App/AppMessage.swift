import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import ThaiText

/// What the app is told: keys, and what came of the work it asked for.
enum AppMessage: Sendable {
  /// - Parameter at: When a finger pressed it, in milliseconds; nil for one that a line of text means.
  case key(Key, at: Int? = nil)
  /// No key came for a moment.
  case rest
  /// Something for the form that is open.
  case fill(FillScreen.Line)
  case idle
  case people([Person], server: String)
  case areas(AreaIndex?)
  /// The store cannot be opened; the program ends and says why.
  case cannotOpen
  case peopleChanged([Person])
  case signedIn(Person, Profile, isNew: Bool)
  case signInRefused(StoreError)
  /// - Parameters:
  ///   - forms: What the forms of the records are called, by their ids, when there are several.
  ///   - sent: How many came to be at the centre today.
  ///   - day: Today.
  case records(
    [RecordSummary], queued: Int?, fetched: Timestamp? = nil, forms: [String: String] = [:],
    sent: Int = 0, on: CivilDate? = nil)
  /// Cards were made for drafts of an earlier program; there may be more behind this place.
  case cards(changed: Bool, next: Int64?)
  case reading(ReadingScreen.Model)
  /// Whether others are similar to the person in the record being filled in.
  case similar(RecordID, SimilarPeople)
  /// The address to begin a record with, or that of the last record.
  case address(RecordID, HouseAddress)
  case profileSaved(Profile)
  case opened(FillScreen.Model, OpenRecord)
  /// What was open before the lock is no survey to be filled in any more, or was never begun.
  case notResumed
  /// There are several forms to begin.
  case mayChoose(FormsScreen.Model)
  /// One of them was read.
  case formRead(FormsScreen.Row)
  /// A draft of an older version was asked for, and can be moved.
  case mayMove(MoveScreen.Model)
  case saved(RecordID, Int)
  case saveFailed(RecordID, Int, StoreError)
  case attachFailed(RecordID, path: String, Label)
  case finished(RecordID)
  case officer(OfficerScreens.Message)
  case done(Label)
  case failed(Label)
  case syncing(SyncProgress)
  case synced(SyncReport)
  /// Another program wishes that this one sends.
  case askedToSend
  case stick(StickBox.News)
  /// - Parameter name: What the centre calls the person.
  case enrolled(Person, server: String, name: String)
  /// The person goes by another name from now on.
  case renamed(Person, Profile)
  /// A request to enrol lies on the stick.
  case enrolmentWritten
  case keyCareDone(Label)
  case slip(RecoverySlip)
  /// A request to recover this person lies in a file.
  case slipWritten(RecoverySlip, of: Int64, file: String)
  /// A request of this person waits for its answers, in this file.
  case pendingRequest(of: Int64, file: String)
  /// There is no such file, and another request of this time waits for its answers.
  case mayReplaceRequest(Timestamp, file: String)
  case wasRecovered([RecoveryUse])
  case laptops([LaptopsReply.Laptop])
  case suggested(passphrase: String)
  /// What was asked for has taken so long already; nil when it is over.
  case working(seconds: Int?)
  /// The window is of a tmux that was started without UTF-8.
  case tmuxWithoutUTF8
  /// The laptop was asleep.
  case woke
  /// Of what was under way when the screen was locked, nothing is left.
  case quiet
  case notEnrolled(SyncFailure)
}

/// The work that the app asks for; comparable, so that a test can state all of it.
enum AppEffect: Equatable, Sendable {
  case signIn(Int64, passphrase: String)
  case addPerson(Profile, passphrase: String)
  case saveProfile(Profile)
  /// Calls the person on this laptop as the centre does.
  case rename(String)
  /// Keeps the profile, of which only the language or the lock's minutes changed, without a word.
  case rememberChoice(Profile)
  /// Forgets the keys.
  case lock
  case loadRecords
  /// Begins a record of a form by its folder; without one the person may be asked which.
  case begin(Language, form: String? = nil)
  /// Begins a survey to learn how.
  case practise(Language)
  /// Opens a draft, at a question or where it was left.
  case open(RecordID, Language, at: String? = nil)
  /// Opens a draft with the version it was begun with, whatever newer one there is.
  case openAsItIs(RecordID, Language)
  /// Moves a draft to the newest version of its form, and opens it.
  case moveDraft(RecordID, Language)
  case openReturned(RecordID, Language)
  /// Opens what was being filled in when the screen was locked.
  case resume(RecordID, Language)
  case save(Draft, number: Int)
  case finish(Draft, submission: [UInt8], log: [UInt8]?, number: Int)
  /// Keeps a file beside a record, for the answer at a path.
  case attach(String, as: String, to: RecordID, path: String)
  /// Keeps in which language the person reads a form; nil: in that of the screens.
  case keepLanguage(String?, form: String)
  case loadQueue
  case openReview(RecordID)
  case decide(Decision, on: RecordID, judged: RevisionHash, DecisionBody)
  /// Keeps what an officer writes about a record, at every key.
  case keep(DecisionBody, on: RecordID)
  case undoDecision
  /// Makes a finished record a draft again, and opens it.
  case recall(RecordID, Language)
  case trash(RecordID), restore(RecordID)
  /// Makes cards for drafts of an earlier program.
  case makeCards(after: Int64)
  case read(RecordSummary, Language)
  /// Begins a record of a form with the address of another.
  case beginBeside(RecordID, form: String, Language)
  case lookForSimilar(PersonLookup, RecordID)
  /// Asks for the address of the record before this one.
  case lastAddress(besides: RecordID)
  case changePassphrase(old: String, new: String)
  /// - Parameter replacing: Whether a request that waits for its answers may be given up for a new one.
  case recover(Int64, passphrase: String, file: String, replacing: Bool = false)
  /// Looks whether a request of this person waits for its answers.
  case findRequest(of: Int64)
  case readSlip(String)
  case answerSlip(RecoverySlip, file: String)
  /// Takes down that the person was told.
  case acknowledgeRecoveries
  case laptops(revoking: DeviceNumber?)
  /// Asks the centre which files a record has.
  case listFiles(RecordID)
  /// Fetches a file of a record to a path.
  case fetch(RecordFile, of: RecordID, to: String)
  case suggestPassphrase
  /// Takes down something that was done; see ``LoggedAction``.
  case log(LoggedAction.Kind, RecordID?)
  case send, stopSending
  /// Sends unless that was done a while ago and nothing waits.
  case sendIfDue
  /// Looks where a stick may be.
  case findStick
  /// Takes answers from a stick, and writes what waits onto it.
  case exchange(folder: String)
  /// Stops what the person waits for.
  case stopWork
  /// Gives memory back that held what the screens need no more.
  case tidy
  case enrol(server: String, EnrolmentCode, name: String)
}
