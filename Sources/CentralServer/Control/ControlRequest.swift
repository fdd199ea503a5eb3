import SyncProtocol

/// What an operator asks of a centre, over its control socket or in its own process.
enum ControlRequest: Equatable, Codable, Sendable {
  case issueCode(EnrolmentOrder)
  case counts
  case verifyAudit
  case laptops(AreaCode)
  case revoke(DeviceNumber)
  /// A file from a stick: a bundle, or a request to enrol.
  case bundle(Base64Bytes)
  /// The answer to a laptop's last bundle, with the news of now.
  case lastBundle(DeviceNumber)
  case files(AreaCode)
  /// The content of a file, by its number.
  case file(Int)
}

/// What the centre answers to its operator.
enum ControlReply: Equatable, Codable, Sendable {
  case code(IssuedCode)
  case counts([VillageCount])
  case audit(AuditLog.Verdict)
  case laptops([LaptopsReply.Laptop])
  /// There is no such laptop.
  case unknownLaptop
  /// The laptop never handed in a bundle.
  case noBundle
  /// The answer to a bundle, how many of its items are stored, and which are not.
  case bundle(Base64Bytes, stored: Int, refused: [RefusedItem])
  /// The answer to a request to enrol, and who was.
  case enrolled(Base64Bytes, name: String, area: AreaCode)
  case files([StoredFile])
  case file(Base64Bytes)
  /// Its pieces are not all here, or are not what its author cut.
  case damagedFile
  /// Why a bundle, or a request to enrol, is not taken.
  case refused(Problem)
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
      case .files(let area): return .files(try files(in: area))
      case .file(let id): return .file(Base64Bytes(try content(ofFile: id)))
      case .bundle(let content): return try answer(to: content.bytes)
      case .lastBundle(let number):
        guard try storage.device(number) != nil else { return .unknownLaptop }
        guard let content = try storage.bundle(of: number) else { return .noBundle }
        return try answer(to: content)
      case .revoke(let number):
        guard try storage.device(number) != nil else { return .unknownLaptop }
        try storage.revoke(number, asked: .keeper, at: ambient.now())
        return .laptops(try storage.device(number).map { [LaptopsDoor.entry($0)] } ?? [])
      }
    } catch let problem as Problem {
      return .refused(problem)
    } catch is AssembledFile.Failure {
      return .damagedFile
    } catch {
      log.write(.error, "control", ["error": "\(error)"])
      return .failed
    }
  }

  private func answer(to content: [UInt8]) throws -> ControlReply {
    if let request = EnrolmentFile(reading: content) {
      let (file, reply) = try EnrolmentDoor(centre: self).answer(to: request)
      return .enrolled(Base64Bytes(file.bytes), name: reply.name, area: reply.area)
    }
    let (file, reply) = try BundleDoor(centre: self).answer(to: content)
    return .bundle(Base64Bytes(file.bytes), stored: reply.stored, refused: reply.refused)
  }
}
