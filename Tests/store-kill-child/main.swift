// Saves drafts and finishes records as fast as it can, and says so line by line, until it is killed.
//
// First it says what it found: `D slot number` a draft, `F number` a finished record, `O count` the
// outbox, `P count` the pieces of files in it, two for each finished record, and `ready`. Then the same lines tell of each save once it has returned, or before it has
// when the second argument is `hasty`: that is the mistake that the test must notice. With `once` it
// takes a few steps of every kind, says `X` for each that the disk refused, and ends by itself. When
// another process has the store it says `B` and which one.

import Glibc
import OfflineStore
import Sealing
import SyncProtocol

let mode = CommandLine.arguments.dropFirst(2).first
let isHasty = CommandLine.arguments.dropFirst(2).first == "hasty"
let clock = Timestamp(milliseconds: 1_586_500_000_000)
let store = try open()
let (keyring, first) = await begin()
var number = first
say("ready")

if mode == "once" { await takeEveryStep(from: first) }

while true {
  let isFinish = number.isMultiple(of: 10)
  let line = isFinish ? "F \(number)" : "D \(number % 8) \(number)"
  if isHasty { say(line) }
  if isFinish {
    try await finish(number)
  } else {
    try await store.save(draft(number, id(100, number % 8)), for: keyring)
  }
  if !isHasty { say(line) }
  number += 1
}

func open() throws -> SurveyStore {
  do throws(StoreError) {
    return try SurveyStore(
      directory: CommandLine.arguments[1], ambient: Ambient(now: { clock }, random: randomBytes),
      cost: .test)
  } catch .inUse(let process) {
    say("B \(process)")
    exit(EX_TEMPFAIL)
  } catch {
    say("X \(error)")
    exit(EX_CANTCREAT)
  }
}

/// Signs in and says what is there; returns the first number that is free.
func begin() async -> (Keyring, Int) {
  do {
    let keyring = try await signIn()
    return (keyring, try await report(keyring) + 1)
  } catch {
    say("X \(error)")
    exit(EX_IOERR)
  }
}

func takeEveryStep(from first: Int) async -> Never {
  for number in first..<first + 12 {
    if number.isMultiple(of: 4) {
      await attempt("F \(number)") { () throws(StoreError) in try await finish(number) }
    } else {
      await attempt("D \(number % 8) \(number)") { () throws(StoreError) in
        try await store.save(draft(number, id(100, number % 8)), for: keyring)
      }
    }
  }
  await attempt("S") { () throws(StoreError) in try await receive() }
  exit(EX_OK)
}

/// Says the line once the step has returned, or `X` when the disk refused it.
func attempt(_ line: String, _ step: () async throws(StoreError) -> Void) async {
  do throws(StoreError) {
    try await step()
    say(line)
  } catch {
    say("X \(error)")
  }
}

/// Takes a receipt for everything that waits, as a sync does.
func receive() async throws(StoreError) {
  let items = try await store.outbox(limitBytes: 1 << 20)
  guard let epoch = Epoch(String(repeating: "0a", count: 16)) else { exit(EX_SOFTWARE) }
  try await store.apply(
    Receipt(
      acknowledged: items.map(\.id), refused: [], epoch: epoch, at: 1, archived: 0, events: []))
}

/// Finishes a record with a photo.
func finish(_ number: Int) async throws(StoreError) {
  let answers = Array("<data><n>\(number)</n><photo>photo.jpg</photo></data>".utf8)
  let photo = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: FileLimits.piece + 1)
  try await store.finish(
    draft(number, id(200, number)), submission: answers, with: ["photo.jpg": photo], for: keyring)
}

func say(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  // The parent closes its end only after killing this process.
  guard write(STDOUT_FILENO, bytes, bytes.count) == bytes.count else { exit(EX_IOERR) }
}

func signIn() async throws -> Keyring {
  let passphrase = SecretBytes(copying: Array("ควายสี่ตัวข้ามคลอง".utf8))
  if let person = try await store.people().first {
    let keyring = try await store.signIn(person.id, passphrase: passphrase)
    if person.enrolment == nil { try await enrol(keyring) }
    return keyring
  }
  let keyring = try await store.addPerson(
    name: "ผู้ใหญ่สมหมาย", passphrase: passphrase, profile: Profile(name: "ผู้ใหญ่สมหมาย"))
  try await enrol(keyring)
  return keyring
}

func enrol(_ keyring: Keyring) async throws {
  guard let epoch = Epoch(String(repeating: "0a", count: 16)) else { exit(EX_SOFTWARE) }
  let reply = EnrolmentReply(
    device: DeviceNumber(1), person: PersonNumber(1), name: "ผู้ใหญ่สมหมาย", role: .village,
    area: AreaCode("47120601") ?? .nation, epoch: epoch,
    centre: EnrolmentReply.Centre(
      key: 1, box: BoxKeys().publicKey, sign: SigningKeys().publicKey),
    title: "อำเภอพังโคน")
  try await store.enrolled(reply, url: "https://centre.example", for: keyring)
}

func report(_ keyring: Keyring) async throws -> Int {
  var last = 0
  for record in try await store.records(for: keyring) {
    if record.state == .sent {
      // Only its title is left here; the centre has the rest.
      say("S \(record.title)")
      last = max(last, Int(record.title) ?? -1)
      continue
    }
    // The title is inside the draft's seal too: what is listed must be what opens.
    let draft = try await store.draft(record.id, for: keyring)
    let number = Int(record.title) ?? -1
    guard draft.instance == Array(record.title.utf8) else { exit(EX_DATAERR) }
    say(record.state == .ready ? "F \(number)" : "D \(number % 8) \(number)")
    last = max(last, number)
  }
  let waiting = try await store.outboxSummary()
  say("O \(waiting.revisions)")
  say("P \(waiting.pieces)")
  return last
}

func id(_ kind: UInt8, _ number: Int) -> RecordID {
  let tail = withUnsafeBytes(of: number.bigEndian) { Array($0) }
  guard let id = RecordID(bytes: [kind, 0, 0, 0, 0, 0, 0, 0] + tail) else { exit(EX_SOFTWARE) }
  return id
}

func draft(_ number: Int, _ id: RecordID) -> Draft {
  guard let form = FormHash(String(repeating: "0b", count: 16)) else { exit(EX_SOFTWARE) }
  return Draft(
    id: id, formID: "affected-person", formVersion: "1", formHash: form,
    instance: Array("\(number)".utf8), title: "\(number)", changed: clock)
}
