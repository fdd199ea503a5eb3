import CommandLineKit
import SyncProtocol

private let fileOperand = Operand("FILE", "The bundle, as `fieldtui bundle write` made it.")
private let answerOption = ValueOption<String>(
  "--answer", "FILE", "Where the answer for the laptop goes; FILE.answer if not given.")

let bundleCommand = Command(
  "bundle", "Sync with laptops that have no network, by files.",
  subcommands: [
    Command(
      "read", "Take in a laptop's bundle, and write the answer that goes back to it.",
      options: [answerOption, dataOption], operands: [fileOperand]
    ) { arguments in
      let file = try arguments.require(fileOperand)
      let answer = arguments[answerOption] ?? file + ".answer"
      let content = try content(of: file)
      switch try look(.bundle(Base64Bytes(content)), in: arguments.dataDirectory) {
      case .bundle(let bytes, let stored):
        guard WholeFile.write(bytes.bytes, to: answer) else { throw MissingFile(path: answer) }
        StandardOutput.write("stored: \(stored)\nanswer: \(answer)\n")
        return ExitStatus.success
      case .refused(let problem):
        StandardError.write("\(file): \(problem)\n")
        return ExitStatus.unreadableInput
      default: throw ControlFailure()
      }
    }
  ])

private func content(of path: String) throws(MissingFile) -> [UInt8] {
  do throws(WholeFile.Failure) {
    return try WholeFile.read(path, limit: BundleFile.longest)
  } catch {
    throw MissingFile(path: path)
  }
}
