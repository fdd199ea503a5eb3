import SyncProtocol
import Testing

/// How a file is cut, and what it may be called.
struct FileTests {
  @Test(arguments: [
    (0, 1), (1, 1), (12_287, 1), (12_288, 1), (12_289, 2), (10 << 20, 854),
  ])
  func `a file has as many pieces as its bytes need, and one at least`(size: Int, count: Int) throws
  {
    #expect(FileLimits.count(of: size) == count)
    let last = try Sample.piece(number: count - 1, size: size)
    #expect(last.isSound)
    #expect((count - 1) * FileLimits.piece + last.length == size)
  }

  @Test func `a piece that has no place in its file is none`() throws {
    #expect(try Sample.piece().isSound)
    for (number, count, size) in [
      (1, 1, 7), (-1, 1, 7), (0, 2, 7), (0, 0, 0), (0, 1, 12_289), (2, 2, 20_000), (0, 1, -1),
      (0, 855, (10 << 20) + 1), (.max, .max, .max), (.min, .min, .min),
    ] {
      #expect(try !Sample.piece(number: number, count: count, size: size).isSound)
    }
    #expect(try !Sample.piece("../q1.jpg").isSound)
  }

  @Test(arguments: ["q1-photo.jpg", "audit.csv", "รูป.jpg", "ที่-บ้าน_1.png", "a", "x.y.z"])
  func `what a form makes of its questions is a name`(name: String) {
    #expect(FileLimits.isName(name))
  }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", "/etc/passwd", ".hidden", "-rf", "a\\b", "C:x", "a b", "a\u{0}",
    "a\nb", "a\u{1B}[2J", "a\u{202E}gpj.exe", "x.", "*", "a;b", "$HOME", "a\u{FEFF}",
    String(repeating: "ก", count: 84),
  ])
  func `what would leave its folder, hide or deceive is no name`(name: String) {
    #expect(!FileLimits.isName(name))
  }

  @Test func `a submission names a file by the whole of an answer`() {
    let xml = Array("<data><house>q1-house.jpg</house><note>see house.jpg</note></data>".utf8)
    #expect(FileLimits.names("q1-house.jpg", in: xml))
    #expect(!FileLimits.names("house.jpg", in: xml))
    #expect(!FileLimits.names("", in: xml))
  }

  @Test func `the largest piece with everything around it fits into the first batch`() throws {
    let name = String(repeating: "ก", count: 80) + ".jpg"
    let header = try Sample.piece(name, number: 852, size: 10 << 20)
    let piece = FilePiece(
      header: header, box: [UInt8](repeating: 0, count: FileLimits.box),
      signature: [UInt8](repeating: 0, count: 64))
    let frame = try #require(SyncItem.piece(piece).frame)
    #expect(frame.bytes.count + 200 < BatchSizing.first)
  }

  @Test func `what an officer signs to get a file is fixed for ever`() throws {
    var asked = FilesRequest(
      person: PersonNumber(3), record: Sample.record, file: try Sample.piece().file, from: 2,
      most: 5, nonce: "00ff")
    asked.signature = Base64Bytes([1])
    #expect(
      String(decoding: asked.signedBytes, as: UTF8.self) == """
        fieldtui.files.1
        {"file":"404142434445464748494a4b4c4d4e4f","from":2,"most":5,"nonce":"00ff","person":3,\
        "record":"\(Sample.record)"}
        """)
  }

  @Test func `a part of a file comes back as it was sent, and nothing else is one`() {
    let part = FilePart(nonce: "00ff", from: 3, box: [10, 0, 255], signature: [1, 2])
    #expect(FilePart(reading: part.bytes) == part)
    for bytes in [[], Array("{}\n".utf8), part.bytes + part.bytes, Array(part.bytes.dropLast())] {
      #expect(FilePart(reading: bytes) == nil)
    }
  }

  @Test func `a file's mark is another for another author, file or content`() throws {
    let digest = { (bytes: [UInt8], count: Int) in bytes + [UInt8(count)] }
    let header = try Sample.piece()
    var others = [header, header]
    others[0].author = PersonNumber(13)
    others[1].file = try #require(FileID(bytes: 65..<81))
    let marks = [header.mark(of: [1], digest), header.mark(of: [2], digest)]
    #expect(Set(marks + others.map { $0.mark(of: [1], digest) }).count == 4)
    var piece = header
    piece.number = 3
    #expect(piece.mark(of: [1], digest) == marks[0], "every piece has the same")
  }
}
