import Compression
import Sealing
import SyncProtocol

/// The texts that a request asked for and the store granted, each sealed to who asked.
struct Copies {
  /// The most bytes of texts in one answer; the rest is asked for again.
  static let largest = 1 << 20

  let centre: Centre
  let device: EnrolledDevice

  /// The copy that answers a step; nil for any other step, and when the text cannot be opened.
  func copy(for header: StepHeader) throws -> RecordCopy? {
    guard header.step == .copy,
      let person = device.people.first(where: { $0.number == header.author }),
      let stored = try centre.storage.revision(header.revision, of: header.record),
      let xml = centre.submission(in: stored.box)
    else { return nil }
    let body = CopyBody(
      xml: String(decoding: xml, as: UTF8.self), title: SubmissionGlance(xml).title,
      form: FormName(id: stored.header.formID, version: stored.header.formVersion),
      finished: stored.header.finished)
    let box = try BoxKeys.seal(Zstandard.compress(WireJSON.encode(body)), to: person.box)
    var copy = RecordCopy(
      record: header.record, revision: header.revision, recipient: person.number, box: box)
    copy.signature = centre.keys.sign.sign(copy.signedBytes)
    return copy
  }
}
