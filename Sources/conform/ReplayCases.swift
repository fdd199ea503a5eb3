import FoundationEssentials
import SurveyForms

/// A folder of random forms and steps: `NNN.xml` is driven by `NNN.steps`, and `NNN.ours` is what
/// the form made of them, as `fieldtui form replay` prints it.
enum ReplayCases {
  @Sendable static func run(_ folder: CaseFile) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names.sorted() where name.hasSuffix(".steps") {
      let stem = folder.path + "/" + name.dropLast(".steps".count)
      let lines = try replay(URL(filePath: stem + ".xml"), URL(filePath: stem + ".steps"))
      try Data((lines.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(filePath: stem + ".ours"))
    }
  }

  private static func replay(_ form: URL, _ steps: URL) throws -> [String] {
    let folder = form.deletingLastPathComponent()
    let reading = FormReader.read(Array(try Data(contentsOf: form))) { name in
      // What lies beside a form is named by the form; the reader says when it is missing.
      (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }
    guard let definition = reading.runnable else {
      return ["error\tload\t\(reading.findings.map(\.description).joined(separator: " "))"]
    }
    let environment = Surroundings.replay
    var replay = FormReplay(definition, environment: environment)
    let text = String(decoding: try Data(contentsOf: steps), as: UTF8.self)
    return text.split(separator: "\n").flatMap { replay.run(String($0)) }
  }
}
