import Compression
import Sealing
import SyncProtocol

/// One page of news for one laptop, each piece sealed to the person whom it concerns.
struct FeedPage {
  /// The most bytes of one page, whatever room the laptop has.
  private static let largest = 1 << 20

  private(set) var events: [FeedEvent] = []
  private(set) var hasMore = false

  /// Reads on from the cursors until the room is full or all is said.
  ///
  /// All that is said of one change goes into one page: the laptop's cursor moves past it as a whole.
  init(centre: Centre, device: EnrolledDevice, cursors: [String: Int64], room: Int) throws {
    let room = min(max(room, 0), Self.largest)
    var cursors = cursors
    var size = 0
    for area in Self.areas(of: device) {
      while true {
        let stored = try centre.storage.events(in: area, after: cursors, atMost: 100)
        guard !stored.isEmpty else { break }
        for event in stored {
          let addressed = try Envelope(event, from: centre).events(for: device.people)
          let bytes = addressed.reduce(0) { $0 + $1.payload.count + 200 }
          guard events.isEmpty || size + bytes <= room else {
            hasMore = true
            return
          }
          events += addressed
          size += bytes
          cursors[event.village.description] = event.number
        }
      }
    }
  }

  /// The areas of a laptop's people, without those that lie in another.
  private static func areas(of device: EnrolledDevice) -> [AreaCode] {
    let all = Set(device.people.map(\.mandate.area))
    return all.filter { area in !all.contains { $0 != area && $0.covers(area) } }.sorted()
  }
}

/// One change, and what its readers may know of it.
private struct Envelope {
  let event: StoredEvent
  private let submission: [UInt8]?
  private let words: DecisionBody?
  private let forms: FormShelf?
  private let centre: Centre

  init(_ event: StoredEvent, from centre: Centre) {
    self.event = event
    self.centre = centre
    forms = centre.forms
    submission = centre.submission(in: event.box)
    let words = event.words.flatMap(centre.words(in:))
    self.words = words == DecisionBody() ? nil : words
  }

  func events(for people: [EnrolledPerson]) throws -> [FeedEvent] {
    try people.compactMap { person in
      if person.number == event.author, !event.isForOfficers {
        var body = body(withText: isGivenBack)
        body.doubleOf = try hints
        return try addressed(body, to: person)
      }
      guard person.mandate.allows(.readRecords, at: event.village) else { return nil }
      var body = body(withText: isForReading)
      body.duplicateOf = event.doubles.isEmpty ? nil : event.doubles
      body.revoked = revokedLaptop
      body.warnings = body.xml == nil ? nil : warnings
      return try addressed(body, to: person)
    }
  }

  /// Of which records this one was called a double: of those of its own village what they are
  /// called, of others that there is one.
  private var hints: [DoubleHint]? {
    get throws {
      guard event.state == .returned || event.state == .rejected,
        words?.reasons.contains(.duplicate) ?? false, !event.doubles.isEmpty
      else { return nil }
      return try centre.storage.doubles(event.doubles).map { other in
        guard other.village == event.village else { return DoubleHint(title: nil, state: nil) }
        let title = centre.submission(in: other.box).flatMap { SubmissionGlance($0).title }
        return DoubleHint(title: title, state: other.state)
      }
    }
  }

  private var isGivenBack: Bool { event.state == .returned && words != nil }

  /// Whether an officer will want to read the record after this.
  ///
  /// What was returned, rejected or retracted is done with; of a verification without words he has the text.
  private var isForReading: Bool {
    // What waits beside the record is to be read, whatever became of the record.
    if event.standing.isBeside { return true }
    guard event.words == nil || words != nil else { return false }
    return event.state != .returned && !event.state.isOut
  }

  private var revokedLaptop: RevokedLaptop? {
    event.revoked.map { event.header.finished < $0 ? .finishedBefore : .finishedAfter }
  }

  private var warnings: [QuestionComment]? {
    submission.flatMap { forms?.warnings(in: $0, of: event.header) }
  }

  private func body(withText: Bool) -> EventBody {
    EventBody(
      xml: withText ? submission.map { String(decoding: $0, as: UTF8.self) } : nil,
      decision: words, title: submission.flatMap { SubmissionGlance($0).title },
      author: event.authorName, standing: event.standing == .current ? nil : event.standing,
      office: words == nil ? nil : event.office)
  }

  /// A body that says neither what nor why is left out: the state alone is the news.
  private func addressed(_ body: EventBody, to person: EnrolledPerson) throws -> FeedEvent {
    let isWorthSealing = body.xml != nil || body.decision != nil
    return try feedEvent(isWorthSealing ? sealed(body, to: person) : [], for: person)
  }

  private func sealed(_ body: EventBody, to person: EnrolledPerson) throws -> [UInt8] {
    try BoxKeys.seal(Zstandard.compress(WireJSON.encode(body)), to: person.box)
  }

  private func feedEvent(_ payload: [UInt8], for person: EnrolledPerson) -> FeedEvent {
    FeedEvent(
      number: event.number, village: event.village, record: event.record,
      revision: event.revision, state: event.state, by: event.by, time: event.time,
      recipient: person.number,
      standing: event.standing == .current ? nil : event.standing,
      form: FormName(id: event.header.formID, version: event.header.formVersion), payload: payload)
  }
}
