import Glibc
import TestSupport
import Testing

/// `make demo`, with fewer surveys.
@Suite struct RehearsalTests {
  @Test func `two rehearsals of the same seed leave the same behind`() throws {
    let first = try rehearse(seed: 7)
    #expect(try rehearse(seed: 7) == first)
    #expect(try rehearse(seed: 8) != first)
  }

  @Test func `every survey that was sent is at the centre, in one state`() throws {
    let table = try rehearse(seed: 7).split(separator: "\n")
    let total = try #require(table.first { $0.hasPrefix("total") })
    let counts = total.split(separator: " ").dropFirst().compactMap { Int($0) }
    #expect(counts.last == surveys)
    #expect(counts.dropLast().reduce(0, +) == surveys)
  }

  private let surveys = 9

  /// What a rehearsal says is where, without the address that differs each time.
  private func rehearse(seed: Int) throws -> String {
    let folder = try TemporaryFolder()
    let outcome = try Program(name: "rehearsal").run(
      ["--dir", folder.path, "--seed", "\(seed)", "--surveys", "\(surveys)"])
    if let process = pid_t(folder.text(of: "centre.pid").trimmed) { kill(process, SIGTERM) }
    try #require(outcome.status == 0, "\(outcome.errors)")
    return String(outcome.output.split(separator: "Everything is left")[0])
  }
}
