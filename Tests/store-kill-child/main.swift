// Saves drafts and finishes records as fast as it can, and says so line by line, until it is killed.
//
// First it says what it found: `D slot number` a draft, `F number` a finished record, `O count` the
// outbox, and `ready`. Then the same lines tell of each save once it has returned, or before it has
// when the second argument is `hasty`: that is the mistake that the test must notice.

import Glibc
import OfflineStore
import Sealing
import SyncProtocol

let isHasty = CommandLine.arguments.dropFirst(2).first == "hasty"
let clock = Timestamp(milliseconds: 1_586_500_000_000)
let store = try SurveyStore(
  directory: CommandLine.arguments[1], ambient: Ambient(now: { clock }, random: randomBytes),
  cost: .test)
let keyring = try await signIn()
var number = try await report() + 1
say("ready")

while true {
  let isFinish = number.isMultiple(of: 10)
  let line = isFinish ? "F \(number)" : "D \(number % 8) \(number)"
  if isHasty { say(line) }
  if isFinish {
    let answers = Array("<data>\(number)</data>".utf8)
    try await store.finish(draft(number, id(200, number)), submission: answers, for: keyring)
  } else {
    try await store.save(draft(number, id(100, number % 8)), for: keyring)
  }
  if !isHasty { say(line) }
  number += 1
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

func report() async throws -> Int {
  var last = 0
  for record in try await store.records(for: keyring) {
    // The title is inside the draft's seal too: what is listed must be what opens.
    let draft = try await store.draft(record.id, for: keyring)
    let number = Int(record.title) ?? -1
    guard draft.instance == Array(record.title.utf8) else { exit(EX_DATAERR) }
    say(record.state == .ready ? "F \(number)" : "D \(number % 8) \(number)")
    last = max(last, number)
  }
  say("O \(try await store.outboxSummary().revisions)")
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
