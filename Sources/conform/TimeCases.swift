import FoundationEssentials
import Glibc
import SurveyForms

/// How long a form takes: lines of `FORM<tab>STEPS<tab>ROUNDS`, each answered by a line of medians.
enum TimeCases {
  private struct Times {
    var parse: [Double] = []
    var begin: [Double] = []
    var answer: [Double] = []
  }

  @Sendable static func run(_ list: CaseFile) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: list.path)), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let rounds = Int(fields[2]) else { continue }
      print(try time(URL(filePath: fields[0]), URL(filePath: fields[1]), rounds))
    }
  }

  /// Medians over the second half of the rounds, so that nothing is measured cold.
  private static func time(_ form: URL, _ steps: URL, _ rounds: Int) throws -> String {
    let media = try Media(beside: form)
    let bytes = Array(try Data(contentsOf: form))
    let sets = String(decoding: try Data(contentsOf: steps), as: UTF8.self)
      .split(separator: "\n").filter { $0.hasPrefix("set\t") }.map(String.init)
    var times = Times()
    let before = memory()
    var kept: FormReplay?
    var used = 0.0
    for _ in 0..<rounds {
      kept = nil
      kept = try once(bytes, media, sets, &times)
      used = memory() - before
    }
    _ = kept
    return
      "parse_ms \(median(times.parse)) init_ms \(median(times.begin)) "
      + "set_us \(median(times.answer)) heap_mb \(rounded(used))"
  }

  private static func once(
    _ bytes: [UInt8], _ media: Media, _ sets: [String], _ times: inout Times
  ) throws -> FormReplay? {
    let clock = ContinuousClock()
    var reading: FormReading?
    times.parse.append(
      milliseconds(clock.measure { reading = FormReader.read(bytes, media: media.bytes) }))
    guard let form = reading?.runnable else { return nil }
    var replay: FormReplay?
    times.begin.append(
      milliseconds(
        clock.measure { replay = FormReplay(form, environment: Surroundings.replay) }))
    let spent = clock.measure { for step in sets { _ = replay?.run(step) } }
    times.answer.append(milliseconds(spent) * 1000 / Double(max(1, sets.count)))
    return replay
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000
      + Double(duration.components.attoseconds) / 1e15
  }

  private static func median(_ values: [Double]) -> Double {
    let half = values.dropFirst(values.count / 2).sorted()
    return half.isEmpty ? 0 : rounded(half[half.count / 2])
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Megabytes of memory that the process holds, which is more than what the form needs of them.
  private static func memory() -> Double {
    // The file has no size of its own, so it is read to its end and not as so many bytes.
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, CInt(line.count), file) != nil else { return 0 }
    let pages = String(
      decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
    )
    .split(separator: " ")
    return pages.count > 1 ? (Double(pages[1]) ?? 0) * 4096 / 1e6 : 0
  }
}

/// The files beside a form, read once: their reading from the disk is not the engine's time.
private struct Media {
  private var files: [String: [UInt8]] = [:]

  init(beside form: URL) throws {
    let folder = form.deletingLastPathComponent()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".csv") {
      files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }

  func bytes(_ name: String) -> [UInt8]? { files[name] }
}
