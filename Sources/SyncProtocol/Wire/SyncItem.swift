/// One thing that a laptop hands in.
public enum SyncItem: Equatable, Sendable {
  case revision(Revision)
  case decision(DecisionItem)
  case piece(FilePiece)
  case step(StepItem)
  /// What this end cannot take, with what to answer; the other items are not held up by it.
  case unreadable(Problem)

  /// Writes an item from its parts, whose bytes are sent as they were signed.
  public static func frame(
    _ kind: Kind, header: some Codable, signature: [UInt8], box: [UInt8]
  ) -> Frame {
    Frame(Line(k: kind.rawValue, h: header, sig: Base64Bytes(signature)), payload: box)
  }

  /// The frame of a stored item, whose header was kept as its JSON; `nil` when it is none.
  public static func frame(
    _ kind: Kind, headerJSON: [UInt8], signature: [UInt8], box: [UInt8]
  ) -> Frame? {
    switch kind {
    case .revision:
      WireJSON.decode(RevisionHeader.self, from: headerJSON)
        .map { frame(kind, header: $0, signature: signature, box: box) }
    case .decision:
      WireJSON.decode(DecisionHeader.self, from: headerJSON)
        .map { frame(kind, header: $0, signature: signature, box: box) }
    case .piece:
      WireJSON.decode(PieceHeader.self, from: headerJSON)
        .map { frame(kind, header: $0, signature: signature, box: box) }
    case .step:
      WireJSON.decode(StepHeader.self, from: headerJSON)
        .map { frame(kind, header: $0, signature: signature, box: box) }
    }
  }

  /// The kinds of this version of the protocol.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    case revision = "rev"
    case decision = "dec"
    case piece = "file"
    case step
  }

  init(_ frame: Frame) {
    guard let name = frame.kind else {
      self = .unreadable(.malformedItem)
      return
    }
    switch Kind(rawValue: name) {
    case .revision?: self = Self.revision(from: frame)
    case .decision?: self = Self.decision(from: frame)
    case .piece?: self = Self.piece(from: frame)
    case .step?: self = Self.step(from: frame)
    case nil: self = .unreadable(.unknownKind)
    }
  }

  private static func revision(from frame: Frame) -> SyncItem {
    guard let line = frame.decode(Line<RevisionHeader>.self) else {
      return .unreadable(.malformedItem)
    }
    return .revision(Revision(header: line.h, box: frame.payload, signature: line.sig.bytes))
  }

  private static func decision(from frame: Frame) -> SyncItem {
    guard let line = frame.decode(Line<DecisionHeader>.self) else {
      return .unreadable(.malformedItem)
    }
    return .decision(DecisionItem(header: line.h, box: frame.payload, signature: line.sig.bytes))
  }

  private static func piece(from frame: Frame) -> SyncItem {
    guard let line = frame.decode(Line<PieceHeader>.self) else {
      return .unreadable(.malformedItem)
    }
    return .piece(FilePiece(header: line.h, box: frame.payload, signature: line.sig.bytes))
  }

  /// A step that a later version adds is of an unknown kind to this one, and not malformed.
  private static func step(from frame: Frame) -> SyncItem {
    guard let line = frame.decode(Line<StepHeader>.self) else {
      let word = frame.decode(Line<StepWord>.self)?.h.step
      return .unreadable(
        word.map { Step(rawValue: $0) == nil } ?? false ? .unknownKind : .malformedItem)
    }
    return .step(StepItem(header: line.h, box: frame.payload, signature: line.sig.bytes))
  }

  private struct StepWord: Codable { var step: String }

  /// The frame of an item; what could not be read cannot be written.
  public var frame: Frame? {
    switch self {
    case .revision(let item):
      Self.frame(.revision, header: item.header, signature: item.signature, box: item.box)
    case .decision(let item):
      Self.frame(.decision, header: item.header, signature: item.signature, box: item.box)
    case .piece(let item):
      Self.frame(.piece, header: item.header, signature: item.signature, box: item.box)
    case .step(let item):
      Self.frame(.step, header: item.header, signature: item.signature, box: item.box)
    case .unreadable: nil
    }
  }

  private struct Line<Header: Codable>: Codable {
    var k: String
    var h: Header
    var sig: Base64Bytes
  }
}
