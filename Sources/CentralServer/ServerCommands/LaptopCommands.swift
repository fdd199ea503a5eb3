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
  "laptops",
  "List the laptops of an area: number, last seen, revoked, who uses them, certified until when.",
  options: [areaOption, dataOption]
) { arguments in
  let area = arguments[areaOption] ?? .nation
  guard case .laptops(let laptops) = try look(.laptops(area), in: arguments.dataDirectory)
  else { throw ControlFailure() }
  StandardOutput.write(laptops.map(LaptopLine.text).joined())
  return ExitStatus.success
}

let revokeCommand = Command(
  "revoke",
  "Revoke a lost laptop: it hands in what is finished and forgets its keys. For an officer's laptop an "
    + "officer must ask too.",
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
    let people = laptop.people.map { person in
      let until = person.expires.map { " until \(day($0))" } ?? ""
      return "\(person.area) \(person.role.rawValue) \(person.name)\(until)"
    }
    let columns = [
      "\(laptop.number.value)", "enrolled \(day(laptop.enrolled))",
      laptop.seen.map { "seen \(day($0))" } ?? "never seen",
      laptop.revoked.map { "revoked \(day($0))" } ?? asked(laptop) ?? "in use",
      people.joined(separator: "; "),
    ]
    return columns.joined(separator: "\t") + "\n"
  }

  private static func asked(_ laptop: LaptopsReply.Laptop) -> String? {
    laptop.asked.map { names in
      let names = names.map { $0.isEmpty ? "the keeper" : $0 }.joined(separator: ", ")
      return "in use, a second is waited for after \(names)"
    }
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
