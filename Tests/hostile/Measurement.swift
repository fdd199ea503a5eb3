import FoundationEssentials
import HostileForms
import SurveyForms

/// What reading and filling in a hostile form took.
struct Measurement {
  private let form: HostileForm
  private let reading: Duration
  private let finding: Finding?
  private var opening = Duration.zero
  private var slowestKey = Duration.zero

  init(of form: HostileForm, in folder: String) throws {
    self.form = form
    let xform = try Measurement.bytes(folder + "/form.xml")
    let clock = ContinuousClock()
    var read: FormReading?
    reading = clock.measure {
      read = FormReader.read(xform) { name in
        // A form that names no file of its own gets none.
        try? Measurement.bytes(folder + "/" + name)
      }
    }
    finding = read?.findings.first { $0.severity == .error }
    guard let definition = read?.definition else { return }
    var session: FormSession?
    opening = clock.measure {
      session = FormSession(definition, environment: Measurement.environment)
    }
    for key in form.keys {
      let time = clock.measure {
        // A key that is refused has to be refused as fast.
        _ = try? session?.answer(key.path, key.text)
        for path in Set(form.keys.map(\.path)) {
          _ = session?.problem(at: path)
          _ = session?.label(path)
          _ = session?.choices(path).count
        }
      }
      slowestKey = max(slowestKey, time)
    }
  }

  /// Name, milliseconds to read, to open and for the slowest key, megabytes, what came of it.
  var line: String {
    let outcome = finding.map { "refused: \($0.code.rawValue)" } ?? "opened"
    return [
      form.name, "\(reading.milliseconds)", "\(opening.milliseconds)",
      "\(slowestKey.milliseconds)", "\(Measurement.memory)", outcome,
    ].joined(separator: "\t")
  }

  /// The most memory this process has had so far, in MB.
  private static var memory: Int {
    // Without /proc there is nothing to measure with.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split { $0 == " " || $0 == "\t" }.dropFirst().first.flatMap { Int($0) }
      .map { $0 / 1024 } ?? 0
  }

  static func write(_ files: HostileForm.Files, to folder: String) throws {
    try Data(files.xform).write(to: URL(filePath: folder + "/form.xml"))
    for (name, bytes) in files.media {
      try Data(bytes).write(to: URL(filePath: folder + "/" + name))
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private static let environment = SessionEnvironment(now: { 0 }, random: { Array(1...16) })
}

extension Duration {
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
