import SyncProtocol

/// What an operator asks of a centre, over its control socket or in its own process.
enum ControlRequest: Equatable, Codable, Sendable {
  case issueCode(EnrolmentOrder)
  case counts
  case verifyAudit
  case laptops(AreaCode)
  case revoke(DeviceNumber)
  case bundle(Base64Bytes)
}

/// What the centre answers to its operator.
enum ControlReply: Equatable, Codable, Sendable {
  case code(IssuedCode)
  case counts([VillageCount])
  case audit(AuditLog.Verdict)
  case laptops([LaptopsReply.Laptop])
  /// There is no such laptop.
  case unknownLaptop
  /// The answer to a bundle, and how many of its items are stored.
  case bundle(Base64Bytes, stored: Int)
  /// The code of the ``Problem`` for which a bundle is not taken.
  case refused(String)
  /// Something went wrong inside the centre; its log says what.
  case failed
}

extension Centre {
  func answer(_ request: ControlRequest) -> ControlReply {
    do {
      switch request {
      case .issueCode(let order): return .code(try issueCode(for: order))
      case .counts: return .counts(try storage.counts())
      case .verifyAudit: return .audit(try storage.verifyAudit())
      case .laptops(let area):
        return .laptops(try storage.laptops(in: area).map(LaptopsDoor.entry))
      case .bundle(let content):
        do {
          let (file, stored) = try BundleDoor(centre: self).answer(to: content.bytes)
          return .bundle(Base64Bytes(file.bytes), stored: stored)
        } catch let problem as Problem {
          return .refused(problem.rawValue)
        }
      case .revoke(let number):
        guard try storage.device(number) != nil else { return .unknownLaptop }
        try storage.revoke(number, by: nil, at: ambient.now())
        return .laptops(try storage.device(number).map { [LaptopsDoor.entry($0)] } ?? [])
      }
    } catch {
      log.write(.error, "control", ["error": "\(error)"])
      return .failed
    }
  }
}
