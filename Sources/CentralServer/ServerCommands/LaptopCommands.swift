import CommandLineKit
import Glibc
import SyncProtocol

let laptopOperand = Operand("LAPTOP", "The laptop's number, as `laptops` prints it.")

extension Arguments {
  func laptop() throws(UsageError) -> DeviceNumber {
    guard let number = Int32(try require(laptopOperand)) else {
      throw .unreadableValue(option: "LAPTOP", placeholder: "NUMBER")
    }
    return DeviceNumber(number)
  }
}

let laptopsCommand = Command(
  "laptops", "List the laptops of an area: number, last seen, revoked, and who uses them.",
  options: [areaOption, dataOption]
) { arguments in
  let area = arguments[areaOption] ?? .nation
  guard case .laptops(let laptops) = try look(.laptops(area), in: arguments.dataDirectory)
  else { throw ControlFailure() }
  StandardOutput.write(laptops.map(LaptopLine.text).joined())
  return ExitStatus.success
}

let revokeCommand = Command(
  "revoke", "Revoke a lost laptop: it hands in what is finished and forgets its keys.",
  options: [dataOption], operands: [laptopOperand]
) { arguments in
  let laptop = try arguments.laptop()
  switch try look(.revoke(laptop), in: arguments.dataDirectory) {
  case .laptops(let laptops):
    StandardOutput.write(laptops.map(LaptopLine.text).joined())
    return ExitStatus.success
  case .unknownLaptop: throw UnknownLaptop(number: laptop.value)
  default: throw ControlFailure()
  }
}

/// A laptop's number that the centre never gave.
struct UnknownLaptop: Error, Equatable {
  var number: Int32
}

/// A laptop in one line, its columns set apart by tabs.
enum LaptopLine {
  static func text(_ laptop: LaptopsReply.Laptop) -> String {
    let people = laptop.people.map { "\($0.area) \($0.role.rawValue) \($0.name)" }
    let columns = [
      "\(laptop.number.value)", "enrolled \(day(laptop.enrolled))",
      laptop.seen.map { "seen \(day($0))" } ?? "never seen",
      laptop.revoked.map { "revoked \(day($0))" } ?? "in use", people.joined(separator: "; "),
    ]
    return columns.joined(separator: "\t") + "\n"
  }

  /// Returns a day as year, month and day with hyphens, in UTC.
  private static func day(_ time: Timestamp) -> String {
    var seconds = time_t(time.milliseconds / 1000)
    var parts = tm()
    // Fails only for years that no `int` holds; then it says 1900.
    gmtime_r(&seconds, &parts)
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
