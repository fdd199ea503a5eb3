import SyncProtocol
import Testing

struct WireTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `the bytes that an author signs are fixed for ever`() throws {
    let header = try Sample.header(parents: [Sample.hash])
    let signed = Revision.signedBytes(header, box: Array("กล่อง".utf8))
    #expect(
      text(signed) == """
        fieldtui.revision.1\0{"author":12,"device":7,"finished":1586484000000,\
        "form":"202122232425262728292a2b2c2d2e2f","formID":"affected-person",\
        "formVersion":"ฉบับ 1/2563","id":"\(Sample.record)","key":1,\
        "parents":["000102030405060708090a0b0c0d0e0f"],"village":"47120601"}\0กล่อง
        """)
  }

  @Test func `the bytes that an officer signs are fixed for ever`() throws {
    let header = DecisionHeader(
      record: Sample.record, judged: try Sample.hash, decision: .return,
      author: PersonNumber(3), device: DeviceNumber(9), decided: stillAmbient().now(), key: 1)
    #expect(
      text(DecisionItem.signedBytes(header, box: [65])) == """
        fieldtui.decision.1\0{"author":3,"decided":1586484000000,"decision":"return","device":9,\
        "judged":"000102030405060708090a0b0c0d0e0f","key":1,"record":"\(Sample.record)"}\0A
        """)
  }

  @Test func `the bytes that the author of a file signs are fixed for ever`() throws {
    let signed = FilePiece.signedBytes(try Sample.piece(number: 1, size: 20_000), box: [65])
    #expect(
      text(signed) == """
        fieldtui.piece.1\0{"author":12,"count":2,"device":7,\
        "file":"404142434445464748494a4b4c4d4e4f","key":1,"name":"q1-บ้าน.jpg","number":1,\
        "record":"\(Sample.record)","revision":"000102030405060708090a0b0c0d0e0f","size":20000,\
        "village":"47120601"}\0A
        """)
  }

  @Test func `the identity of a revision is the digest of what was signed`() throws {
    let revision = Revision(header: try Sample.header(), box: [1], signature: [2])
    let digest = { (bytes: [UInt8], count: Int) in
      bytes == revision.signedBytes ? [UInt8](0..<UInt8(count)) : []
    }
    #expect(try revision.hash(digest) == Sample.hash)
  }

  @Test func `a request is signed over its method, path, laptop, nonce, time and body`() {
    let signed = RequestSignature.signedBytes(
      device: DeviceNumber(7), nonce: "00ff", time: stillAmbient().now(), bodyHash: [0xAB, 0xCD])
    #expect(
      text(signed) == "fieldtui.request.1\nPOST /v1/sync\n7\n00ff\n1586484000000\nabcd")
  }

  @Test func `an event says where it stands, and one of an earlier centre says nothing`() throws {
    let reply = SyncReply(
      epoch: try Sample.epoch, batch: "00", stored: 0, at: 0, archived: 0,
      now: stillAmbient().now())
    var event = FeedEvent(
      number: 7, village: try Sample.village, record: Sample.record, revision: try Sample.hash,
      state: .rejected, by: "ปลัดสุดา", time: stillAmbient().now(), recipient: PersonNumber(12))
    let earlier = SyncResponse(reply: reply, events: [event])
    #expect(!text(earlier.bytes).contains("std") && !text(earlier.bytes).contains("form"))
    #expect(try SyncResponse(reading: earlier.bytes) == earlier)
    (event.standing, event.form) = (.late, FormName(id: "affected_person", version: "2"))
    let now = SyncResponse(reply: reply, events: [event])
    #expect(try SyncResponse(reading: now.bytes) == now)
    let later = text(now.bytes).replacing(#""std":"late""#, with: #""std":"gone""#)
    let read = try SyncResponse(reading: Array(later.utf8)).events
    #expect(read.map(\.standing) == [nil], "a word of a later centre is passed over")
    #expect(read.map(\.form) == [event.form])
  }

  @Test func `a request's signature is read back from its headers`() throws {
    let signature = RequestSignature(
      device: DeviceNumber(7), nonce: "000102030405060708090a0b0c0d0e0f",
      time: stillAmbient().now(), signature: [1, 2, 3])
    let headers = Dictionary(uniqueKeysWithValues: signature.headers.map { ($0.name, $0.value) })
    #expect(RequestSignature { headers[$0] } == signature)
    for name in headers.keys {
      #expect(RequestSignature { $0 == name ? nil : headers[$0] } == nil, "\(name)")
      #expect(RequestSignature { $0 == name ? "ก" : headers[$0] } == nil, "\(name)")
    }
  }

  @Test func `a request comes back as it was sent`() throws {
    let revision = Revision(
      header: try Sample.header(), box: [10, 13, 0, 255], signature: [1, 2])
    let decision = DecisionItem(
      header: DecisionHeader(
        record: Sample.record, judged: try Sample.hash, decision: .verify,
        author: PersonNumber(3), device: DeviceNumber(9), decided: stillAmbient().now(), key: 1),
      box: [7], signature: [3])
    let piece = FilePiece(
      header: try Sample.piece(), box: Array("\n{\"k\":1}\n".utf8), signature: [4])
    let items: [SyncItem] = [.revision(revision), .decision(decision), .piece(piece)]
    for hello in [Sample.hello(), Sample.hello(epoch: try Sample.epoch)] {
      let bytes = SyncRequest.bytes(hello, items: items.compactMap(\.frame))
      #expect(try SyncRequest(reading: bytes) == SyncRequest(hello: hello, items: items))
    }
  }

  @Test func `one item that makes no sense does not hold up the others`() throws {
    let revision = Revision(header: try Sample.header(), box: [1], signature: [1])
    let frames = [
      Frame(["k": "round"], payload: [1, 2]), Frame(["k": "rev", "h": "none"], payload: [3]),
      Frame(["no": "kind"]), try #require(SyncItem.revision(revision).frame),
    ]
    let request = try SyncRequest(reading: SyncRequest.bytes(Sample.hello(), items: frames))
    #expect(
      request.items == [
        .unreadable(.unknownKind), .unreadable(.malformedItem), .unreadable(.malformedItem),
        .revision(revision),
      ])
  }

  @Test func `a stream without a hello is no request`() {
    #expect(throws: FrameError.missingOpening) { try SyncRequest(reading: []) }
    #expect(throws: FrameError.missingOpening) {
      try SyncRequest(reading: Frame(["k": "rev"]).bytes)
    }
  }

  @Test func `a reply is signed without its signature`() throws {
    var reply = SyncReply(
      epoch: try Sample.epoch, batch: "ab/cd", stored: 2,
      refused: [RefusedItem(index: 1, problem: .outOfArea)], at: 9, archived: 4,
      now: stillAmbient().now())
    let signed = text(reply.signedBytes)
    #expect(
      signed == """
        fieldtui.reply.1
        {"arch":4,"at":9,"bad":[[1,"item.out-of-area"]],"batch":"ab/cd",\
        "epoch":"6465666768696a6b6c6d6e6f70717273","more":false,"now":1586484000000,"stored":2}
        """)
    reply.signature = Base64Bytes([1, 2, 3])
    #expect(text(reply.signedBytes) == signed)
  }

  @Test func `a response comes back as it was sent, and a newer kind of frame is passed over`()
    throws
  {
    let reply = SyncReply(
      epoch: try Sample.epoch, batch: "ab", stored: 0, at: 9, archived: 4,
      now: stillAmbient().now(), more: true, signature: Base64Bytes([9]))
    let event = FeedEvent(
      number: 13, village: try Sample.village, record: Sample.record,
      revision: try Sample.hash, state: .returned, by: "ปลัดอำเภอพังโคน",
      time: stillAmbient().now(), recipient: PersonNumber(12), payload: [0, 10, 20])
    let response = SyncResponse(reply: reply, events: [event])
    let newer = Frame(["k": "announcement"], payload: [1]).bytes
    #expect(try SyncResponse(reading: response.bytes + newer) == response)
  }

  @Test func `an event that cannot be read is an error, for its number would be skipped`() throws {
    let reply = SyncReply(
      epoch: try Sample.epoch, batch: "ab", stored: 0, at: 9, archived: 4,
      now: stillAmbient().now())
    #expect(throws: FrameError.malformedLine) {
      try SyncResponse(reading: Frame(reply).bytes + Frame(["k": "ev", "n": "13"]).bytes)
    }
  }

  @Test func `a problem that is newer than the laptop is read as such`() throws {
    let refused = WireJSON.decode([RefusedItem].self, from: Array("[[0,\"item.future\"]]".utf8))
    #expect(refused == [RefusedItem(index: 0, problem: .unrecognised)])
    #expect(Set(Problem.allCases.map(\.rawValue)).count == Problem.allCases.count)
    #expect(Problem.allCases.allSatisfy { (400..<600).contains($0.status) })
  }
}
