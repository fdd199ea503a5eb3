import CommandLineKit
import SyncProtocol

private let fileOperand = Operand("FILE", "What came on the stick.")
private let answerOption = ValueOption<String>(
  "--answer", "FILE", "Where the answer for the laptop goes; FILE.answer if not given.")
private let newsOperand = Operand("FILE", "Where it goes, such as on a USB stick.")

let bundleCommand = Command(
  "bundle", "Sync with laptops that have no network, by files.",
  subcommands: [
    Command(
      "read",
      "Take in a laptop's bundle, or its request to enrol, and write the answer that goes back.",
      options: [answerOption, dataOption], operands: [fileOperand]
    ) { arguments in
      let file = try arguments.require(fileOperand)
      let content = try content(of: file)
      let reply = try look(.bundle(Base64Bytes(content)), in: arguments.dataDirectory)
      return try write(reply, to: arguments[answerOption] ?? file + ".answer", about: file)
    },
    Command(
      "write", "Answer the last bundle of LAPTOP again, with what has happened since.",
      options: [dataOption], operands: [laptopOperand, newsOperand]
    ) { arguments in
      let laptop = try arguments.laptop()
      let reply = try look(.lastBundle(laptop), in: arguments.dataDirectory)
      if reply == .unknownLaptop { throw UnknownLaptop(number: laptop.value) }
      if reply == .noBundle { throw NoBundle(laptop: laptop.value) }
      return try write(
        reply, to: try arguments.require(newsOperand), about: "laptop \(laptop.value)")
    },
  ])

/// Writes the answer, and says what came of it.
private func write(_ reply: ControlReply, to path: String, about subject: String) throws -> Int32 {
  let (answer, facts): (Base64Bytes, String)
  switch reply {
  case .bundle(let bytes, let stored, let refused):
    (answer, facts) = (bytes, "stored: \(stored)\n" + RefusalWords.lines(refused))
  case .enrolled(let bytes, let name, let area):
    (answer, facts) = (bytes, "enrolled: \(name) \(area)\n")
  case .refused(let problem): throw RefusedFile(subject: subject, problem: problem)
  default: throw ControlFailure()
  }
  guard WholeFile.write(answer.bytes, to: path) else { throw MissingFile(path: path) }
  StandardOutput.write("\(facts)answer: \(path)\n")
  return ExitStatus.success
}

/// A laptop that never handed in a bundle, so that there is none to answer.
struct NoBundle: Error, Equatable {
  var laptop: Int32
}

/// A file from a stick of which nothing was taken in.
struct RefusedFile: Error, Equatable {
  /// The file or the laptop that it is about.
  var subject: String
  var problem: Problem
}

private func content(of path: String) throws(MissingFile) -> [UInt8] {
  do throws(WholeFile.Failure) {
    return try WholeFile.read(path, limit: BundleFile.longest)
  } catch {
    throw MissingFile(path: path)
  }
}
