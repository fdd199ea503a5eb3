import Glibc
import SyncClient
import SyncProtocol
import TestSupport
import Testing

/// A real `fieldcentral serve`, which a test may kill and start again over the same data.
final class RunningCentre {
  private let folder: TemporaryFolder
  private let program = Program(name: "fieldcentral")
  private var child: Child?
  private(set) var port: UInt16 = 0

  /// - Parameter isEncrypted: Whether it serves HTTPS, by a certificate that it signed itself.
  init(isEncrypted: Bool = false) throws {
    folder = try TemporaryFolder()
    if isEncrypted { try makeCertificate() }
    try start(isEncrypted: isEncrypted)
  }

  /// The certificate, which is its own authority.
  var certificate: String { folder.path + "/certificate.pem" }
  private var certificateKey: String { folder.path + "/key.pem" }

  private func makeCertificate() throws {
    let made = try Program(name: "/usr/bin/openssl").run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-subj", "/CN=centre", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2",
      "-keyout", certificateKey, "-out", certificate,
    ])
    try #require(made.status == 0, "\(made)")
  }

  /// Starts it and waits until it says where it listens.
  func start(isEncrypted: Bool = false) throws {
    // The words come through a pipe with a name, so that waiting for them is a read.
    let pipe = folder.path + "/said-\(port)"
    unlink(pipe)
    guard mkfifo(pipe, 0o600) == 0 else { throw SystemFault(action: "make a pipe") }
    let descriptor = open(pipe, O_RDWR)
    defer { close(descriptor) }
    let encryption = isEncrypted ? ["--tls", certificate, certificateKey] : []
    child = try program.start(
      ["serve", "--listen", "127.0.0.1:0", "--data", data] + encryption, output: pipe,
      errors: folder.path + "/errors")
    let line = readLine(descriptor)
    let digits = line.split(separator: ":").last.map(String.init) ?? ""
    let errors = folder.text(of: "errors")
    port = try #require(UInt16(digits), "\(line) \(errors)")
  }

  /// What ends it as a power cut does, with no time for anything; from any thread.
  func killer() throws -> @Sendable () -> Void {
    let process = try #require(child).process
    return { kill(process, SIGKILL) }
  }

  /// Waits for its end.
  func reap() {
    child?.wait()
    child = nil
  }

  var data: String { folder.path + "/data" }

  /// A one-time code for a person.
  func code(_ role: Role, area: String, name: String) throws -> EnrolmentCode {
    let outcome = try run(["enrol", "--area", area, "--role", role.rawValue, "--name", name])
    let text = outcome.output.split(separator: "\n").first.map(String.init) ?? ""
    return try #require(EnrolmentCode(text), "\(outcome)")
  }

  /// Runs another command of the program over the same data.
  func run(_ arguments: [String]) throws -> Program.Outcome {
    try program.run(arguments + ["--data", data])
  }

  private func readLine(_ descriptor: CInt) -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }
}
