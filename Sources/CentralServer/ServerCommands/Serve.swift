import CommandLineKit
import FoundationEssentials
import InstalledForms
import SyncProtocol

private let listenOption = ValueOption<ListenAddress>(
  "--listen", "HOST:PORT", "Where to listen; 127.0.0.1:8470 if not given. Port 0 takes a free one."
) { ListenAddress($0) }
private let titleOption = ValueOption<String>(
  "--title", "TEXT", "What the centre calls itself on laptops and slips.")
private let formsOption = ValueOption<String>(
  "--forms", "DIR", "The folder of the forms, whose warnings officers see beside each record.")
private let certificateOption = ValueOption<String>(
  "--tls", "CERT", "Serve HTTPS with this certificate chain (PEM) and the private key KEY.")
private let keyOperand = Operand(
  "KEY", "The private key of the certificate (PEM), after --tls CERT.", isOptional: true)

let serveCommand = Command(
  "serve", "Receive surveys until told to stop.",
  options: [dataOption, listenOption, titleOption, formsOption, certificateOption],
  operands: [keyOperand]
) { arguments in
  var settings = HTTPSettings(listen: try arguments.listenAddress())
  settings.certificate = try arguments.certificate()
  let log = ServerLog.standardError(Ambient.live.now)
  let directory = try DataDirectory(arguments.dataDirectory)
  let title = arguments[titleOption] ?? "ศูนย์ข้อมูลผู้ได้รับผลกระทบ"
  let forms = try arguments.forms(log: log)
  let centre = try Centre(
    in: directory, title: title, forms: forms, ambient: .live, log: log, begins: true)
  let interruption = Interruption()
  let control = try ControlSocket(in: directory.path) { centre.answer($0) }
  let server = try MicroHTTPD(settings, router: Router(of: centre))

  let scheme = settings.certificate == nil ? "http" : "https"
  let address = "\(scheme)://\(settings.listen.host):\(server.port)"
  log.write(.info, "started", ["address": address])
  StandardOutput.write("fieldcentral listening on \(address)\n")
  await interruption.wait()
  control.stop()
  server.stop()
  log.write(.info, "stopped")
  return ExitStatus.success
}

extension Arguments {
  fileprivate func listenAddress() throws(UsageError) -> ListenAddress {
    if let given = self[listenOption] { return given }
    guard let usual = ListenAddress("127.0.0.1:8470") else {
      throw .missingOption(listenOption.name)
    }
    return usual
  }

  fileprivate func forms(log: ServerLog) throws -> FormShelf? {
    if let given = self[formsOption] {
      let folder = try FormFolder.find(program: "", workingFolder: "", named: given)
      return FormShelf(folder, ambient: .live)
    }
    do {
      return FormShelf(try FormFolder.installed(), ambient: .live)
    } catch {
      // The centre takes in any form, and only looks some things up in those that it has.
      log.write(.info, "no forms")
      return nil
    }
  }

  fileprivate func certificate() throws -> HTTPSettings.Certificate? {
    guard let chain = self[certificateOption] else {
      guard self[keyOperand] == nil else { throw UsageError.missingOption(certificateOption.name) }
      return nil
    }
    let key = try require(keyOperand)
    return HTTPSettings.Certificate(chain: try Self.text(of: chain), key: try Self.text(of: key))
  }

  private static func text(of path: String) throws(MissingFile) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw MissingFile(path: path)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
