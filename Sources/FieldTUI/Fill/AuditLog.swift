import SurveyForms

/// How a record was filled in, line by line, as ODK Collect writes `audit.csv`.
///
/// Times are milliseconds since 1970. An event that lasts is written when it ends.
struct AuditLog: Sendable {
  enum Event: String, Sendable {
    case formStart = "form start"
    case formResume = "form resume"
    case question = "question"
    case addRepeat = "add repeat"
    case deleteRepeat = "delete repeat"
    case jump = "jump"
    case endScreen = "end screen"
    case constraintError = "constraint error"
    case changeReason = "change reason"
    case formSave = "form save"
    case formExit = "form exit"
    case formFinalize = "form finalize"
  }

  /// Where the person is: what lasts until he goes elsewhere.
  enum Stop: Equatable, Sendable {
    case elsewhere
    case questions([String])
    case offer(String)
    case review
    case list
  }

  /// The name of its file, as ODK Collect has it.
  static let fileName = "audit.csv"

  let plan: AuditPlan
  private let user: String
  private let now: @Sendable () -> Int64
  /// The lines so far, without the heading.
  private(set) var lines: String
  /// Whether the record was saved before, so that a change of it may need a reason.
  private let isEdit: Bool
  private var isReasonGiven = false
  private var stop = Stop.elsewhere
  private var start: Int64 = 0
  private var before: [String: String] = [:]

  init(
    _ plan: AuditPlan, user: String, lines: String = "", isEdit: Bool,
    now: @escaping @Sendable () -> Int64
  ) {
    self.plan = plan
    self.user = user
    self.lines = lines
    self.isEdit = isEdit
    self.now = now
    add(isEdit ? .formResume : .formStart)
  }

  /// The file as a whole.
  var file: [UInt8] {
    var columns = ["event", "node", "start", "end"]
    if plan.tracksChanges { columns += ["old-value", "new-value"] }
    if plan.identifiesUser { columns.append("user") }
    if plan.asksReasons { columns.append("change-reason") }
    return Array((columns.joined(separator: ",") + "\n" + lines).utf8)
  }

  /// Whether the form wants to know why the record was changed, before it is left.
  func needsReason(isChanged: Bool) -> Bool {
    plan.asksReasons && isEdit && isChanged && !isReasonGiven
  }

  mutating func give(reason: String) {
    add(.changeReason, reason: reason)
    isReasonGiven = true
  }

  /// Ends what lasted until now, and begins what lasts from now on.
  mutating func go(to next: Stop, in session: FormSession) {
    guard next != stop else { return }
    end(in: session)
    stop = next
    start = now()
    before = [:]
    guard case .questions(let paths) = next else { return }
    for path in paths { before[path] = session.value(path) }
  }

  private mutating func end(in session: FormSession) {
    switch stop {
    case .elsewhere: break
    case .offer(let path): add(.addRepeat, path, from: start, lasts: true)
    case .review: add(.endScreen, from: start, lasts: true)
    case .list: add(.jump, from: start, lasts: true)
    case .questions(let paths):
      for path in paths {
        add(
          .question, path, from: start, lasts: true,
          change: (before[path] ?? "", session.value(path)))
      }
    }
  }

  /// Writes down what changed other than by answering: an answer taken back.
  mutating func noteChanges(from old: FormSession, to new: FormSession) {
    guard plan.tracksChanges else { return }
    let items = old.sections().flatMap(\.items) + new.sections().flatMap(\.items)
    var seen: Set<String> = []
    for item in items where seen.insert(item.path).inserted && !item.question.isNote {
      let change = (old.value(item.path), new.value(item.path))
      if change.0 != change.1 { add(.question, item.path, lasts: true, change: change) }
      if before[item.path] != nil { before[item.path] = change.1 }
    }
  }

  mutating func add(
    _ event: Event, _ node: String = "", from start: Int64? = nil, lasts: Bool = false,
    change: (old: String, new: String) = ("", ""), reason: String = ""
  ) {
    let end = now()
    var fields = [event.rawValue, node, String(start ?? end), lasts ? String(end) : ""]
    if plan.tracksChanges {
      let isSame = change.old == change.new
      fields += isSame ? ["", ""] : [change.old, change.new]
    }
    if plan.identifiesUser { fields.append(user) }
    if plan.asksReasons { fields.append(reason) }
    lines += fields.map(Self.escaped).joined(separator: ",") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
