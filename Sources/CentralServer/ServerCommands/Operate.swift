import CommandLineKit
import Glibc
import SyncProtocol

private let roleOption = ValueOption<Role>(
  "--role", "ROLE", "village, district, province or auditor."
) { Role(rawValue: $0) }
let areaOption = ValueOption<AreaCode>(
  "--area", "CODE", "Digits of the area: 8 for a village, 4 for a district, 2 for a province."
) { AreaCode($0) }
private let nameOption = ValueOption<String>("--name", "NAME", "The person's name.")

let enrolCommand = Command(
  "enrol", "Print a one-time code with which one person enrols one laptop; it lives 72 hours.",
  options: [areaOption, roleOption, nameOption, dataOption]
) { arguments in
  let role = try arguments.require(roleOption)
  let area = try arguments.require(areaOption)
  let name = try arguments.require(nameOption)
  guard let order = EnrolmentOrder(role: role, area: area, name: name) else {
    throw UsageError.unreadableValue(
      option: areaOption.name,
      placeholder: "CODE for the role \(role.rawValue), or NAME is empty or too long")
  }
  guard case .code(let issued) = try look(.issueCode(order), in: arguments.dataDirectory)
  else { throw ControlFailure() }
  StandardOutput.write(issued.code + "\n")
  return ExitStatus.success
}

let statusCommand = Command(
  "status", "Print how many records of each village are in each state.", options: [dataOption]
) { arguments in
  guard case .counts(let counts) = try look(.counts, in: arguments.dataDirectory)
  else { throw ControlFailure() }
  StandardOutput.write(StatusTable(counts).text)
  return ExitStatus.success
}

let auditVerifyCommand = Command(
  "verify", "Check that no line of the audit log was changed or taken out.", options: [dataOption]
) { arguments in
  guard case .audit(let verdict) = try look(.verifyAudit, in: arguments.dataDirectory)
  else { throw ControlFailure() }
  switch verdict {
  case .whole(let lines):
    StandardOutput.write("\(lines) lines, whole\n")
    return ExitStatus.success
  case .broken(let line):
    StandardOutput.write("broken at line \(line)\n")
    return ExitStatus.findings
  }
}

/// Asks the running server, or opens the store here when none is running.
///
/// Only `serve` begins a centre: a name mistyped must not make an empty one.
func look(_ request: ControlRequest, in directory: String) throws -> ControlReply {
  guard try CentreTrace.isWhole(in: directory) else { throw MissingCentre(path: directory) }
  if let reply = ControlSocket.ask(request, in: directory) { return reply }
  let log = ServerLog.standardError(Ambient.live.now)
  let own = try DataDirectory(directory)
  return try Centre(in: own, title: "", ambient: .live, log: log).answer(request)
}
