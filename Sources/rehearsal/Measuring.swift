import CommandLineKit
import FieldTUI
import Glibc
import OfflineStore
import Sealing
import SyncProtocol

/// What the store costs on this machine, for `Scripts/bench-store`.
enum Measuring {
  /// What a passphrase costs by Argon2id's settings.
  static let costs = Command(
    "costs", "Time Argon2id by its settings, and say how much memory the process came to have."
  ) { _ in
    StandardOutput.write("passes     MiB   median ms   peak MB\n")
    for (passes, memory) in [(3, 64), (3, 128), (3, 256), (6, 256), (3, 512)] {
      let cost = PassphraseCost(operations: UInt64(passes), memory: memory << 20)
      let times = try (0..<3).map { _ in
        try ContinuousClock().measure {
          _ = try PassphraseKey.derive(
            SecretBytes(copying: Array(Rehearsal.passphrase.utf8)),
            salt: Array(repeating: 7, count: PassphraseKey.saltCount), cost: cost)
        }
      }
      StandardOutput.write(
        "\(column(passes, 6))\(column(memory, 8))\(column(times.share(0.5), 12))"
          + "\(column(peakMegabytes(), 10))\n")
    }
    return ExitStatus.success
  }

  /// What a save costs, beside a bare write of a page and a sync of the disk.
  static let saves = Command(
    "saves", "Time saves, each sealed and synced, and beside each a bare 4 KiB write with fsync.",
    options: [folderOption, countOption]
  ) { arguments in
    let folder = try arguments.require(folderOption)
    let store = try SurveyStore(directory: folder + "/store", ambient: .laptop, cost: .test)
    let keyring = try await store.addPerson(
      name: "นายตัวอย่าง ทดสอบ",
      passphrase: SecretBytes(copying: Array(Rehearsal.passphrase.utf8)),
      profile: Profile(name: "นายตัวอย่าง ทดสอบ"))
    var draft = try draft()
    let bare = try BareFile(folder + "/bare")
    var (saves, writes): ([Duration], [Duration]) = ([], [])
    for number in 0..<(arguments[countOption] ?? 2_000) {
      draft.title = "นายสมชาย ใจดี \(number)"
      draft.instance[number % draft.instance.count] = UInt8(number % 26) + 0x61
      saves.append(
        try await ContinuousClock().measure { try await store.save(draft, for: keyring) })
      writes.append(try ContinuousClock().measure { try bare.write() })
    }
    StandardOutput.write("                        p50 us      p99 us\n")
    for (name, times) in [("a save          ", saves), ("4 KiB and fsync ", writes)] {
      StandardOutput.write(
        name + column(times.share(0.5) * 1000, 14) + column(times.share(0.99) * 1000, 12) + "\n")
    }
    return ExitStatus.success
  }

  /// What it takes to open a store and list what is in it.
  static let opening = Command(
    "opening", "Time opening a laptop that `drafts` made, and listing its records.",
    options: [folderOption]
  ) { arguments in
    let folder = try arguments.require(folderOption)
    let clock = ContinuousClock()
    var (opened, listed): ([Duration], [Duration]) = ([], [])
    var count = 0
    for _ in 0..<3 {
      let start = clock.now
      let store = try SurveyStore(directory: folder, ambient: .laptop)
      _ = try await store.people()
      opened.append(clock.now - start)
      let keyring = try await store.signIn(
        1, passphrase: SecretBytes(copying: Array(Rehearsal.passphrase.utf8)))
      listed.append(
        try await clock.measure { count = try await store.records(for: keyring).count })
    }
    StandardOutput.write(
      "\(count) records: opened in \(tenths(opened.share(0.5))) ms, "
        + "listed in \(tenths(listed.share(0.5))) ms, peak \(tenths(peakMegabytes())) MB\n")
    return ExitStatus.success
  }

  /// A draft as long as a filled-in affected-person survey.
  private static func draft() throws -> Draft {
    guard let hash = FormHash(bytes: 1...16) else { throw Mishap.unusable("a hash") }
    return Draft(
      id: RecordID(.laptop), formID: "affected_person", formVersion: "1", formHash: hash,
      instance: Array(repeating: 0x61, count: 6_000), title: "", place: "", problems: 0,
      answered: 40, changed: Ambient.laptop.now())
  }

  /// The most memory this process has had, in MB.
  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func column(_ value: Double, _ width: Int) -> String {
    let text = tenths(value)
    return String(repeating: " ", count: max(1, width - text.count)) + text
  }

  private static func column(_ value: Int, _ width: Int) -> String {
    let text = "\(value)"
    return String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

extension [Duration] {
  /// The time in ms that so large a share of them stays below.
  fileprivate func share(_ share: Double) -> Double {
    let place = Swift.min(count - 1, Int(Double(count) * share))
    return sorted()[place] / .milliseconds(1)
  }
}

/// A file whose first page is written again and again.
private struct BareFile: ~Copyable {
  private let descriptor: CInt
  private let page = [UInt8](repeating: 0x61, count: 4096)

  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Mishap.unusable(path) }
  }

  deinit { close(descriptor) }

  func write() throws {
    guard pwrite(descriptor, page, page.count, 0) == page.count, fsync(descriptor) == 0 else {
      throw Mishap.unusable("the disk")
    }
  }
}
