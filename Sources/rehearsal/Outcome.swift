import CommandLineKit
import OfflineStore
import SyncProtocol

/// What is where when a rehearsal is over.
struct Outcome {
  var laptops: [Laptop]
  var first: OfficerAtWork.Tally
  var second: OfficerAtWork.Tally
  /// The centre's own table.
  var status: String

  /// The tables as text: decisions, the centre, each laptop.
  func text() async throws -> String {
    var lines = [
      "The officer decided twice: \(line(first)); then \(line(second)).", "",
      "At the centre:", status, "On the laptops:",
    ]
    for laptop in laptops {
      lines.append("  \(laptop.profile.name): \(try await count(on: laptop))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ tally: OfficerAtWork.Tally) -> String {
    let parts = Decision.allCases.map { "\(tally.decisions[$0] ?? 0) \($0.rawValue)" }
    return parts.joined(separator: ", ") + ", \(tally.left) left"
  }

  private func count(on laptop: Laptop) async throws -> String {
    let records = try await laptop.store.records(for: laptop.keyring)
    guard !records.isEmpty else {
      let queue = try await laptop.store.queue(for: laptop.keyring)
      return "\(queue.count) records fetched"
    }
    return LocalState.allCases.compactMap { state in
      let number = records.count { $0.state == state }
      return number == 0 ? nil : "\(number) \(state.rawValue)"
    }.joined(separator: ", ")
  }
}
