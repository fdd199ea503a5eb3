import Testing

@testable import SurveyForms

/// What the scanner reads, the parser reads in the same way; all else the scanner leaves to it.
@Suite struct XMLScannerTests {
  private static let form = """
    <?xml version="1.0"?>
    <!-- ทะเบียน -->
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
      xmlns:jr='http://openrosa.org/javarosa' xmlns:x="http://openrosa.org/javarosa">
      <h:head><h:title>คน &amp; บ้าน</h:title><model>
        <instance><data id="p" jr:v="1"><age/><age >5</age></data></instance>
        <bind nodeset="/data/age" type = 'int' constraint="
          . &lt; 120" jr:constraintMsg="ไม่&quot;ใช่&quot;"/>
      </model></h:head>
      <h:body><!-- a - b --><input ref="/data/age"><label>อายุ<output value="."/> ปี] </label></input></h:body>
    </h:html>

    """

  @Test func `a form as pyxform writes it is read by the scanner`() throws {
    let bytes = Array(Self.form.utf8)
    let scanned = try #require(XMLScanner.read(bytes))
    let parsed = try XMLReader.read(bytes)
    #expect(lines(of: scanned) == lines(of: parsed))
  }

  @Test(arguments: [
    "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a>]]></a>", "<a>&x;</a>",
    "<a>&#65;</a>", "<a\u{0}/>", "<a>\r\n</a>", "<!DOCTYPE a><a/>", "<a xmlns:p=''/>",
    "<a b='1'c='2'/>", "<a><!-- -- --></a>", "<p:a/>", "<a xmlns='u' xmlns='v'/>", "<1/>",
    "<a><![CDATA[x]]></a>", "<a>\u{FFFF}</a>", "<ก/>", "<a><b xmlns='u'/></a>", "< a/>",
    "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "<a xmlns:xmlfoo='u'/>", "<a b=1/>", "",
  ])
  func `what is wrong or rare is left to the parser`(text: String) {
    #expect(XMLScanner.read(Array(text.utf8)) == nil)
  }

  @Test func `damage is never read in another way`() {
    var dice = SplitMix(state: 20_200_424)
    var readings = 0
    for _ in 0..<2_000 {
      var bytes = Array(Self.form.utf8)
      for _ in 0...dice.roll(2) { damage(&bytes, &dice) }
      guard let scanned = XMLScanner.read(bytes) else { continue }
      readings += 1
      // Nil where the parser finds no document: then the two differ.
      let parsed = try? XMLReader.read(bytes)
      #expect(parsed.map(lines) == lines(of: scanned))
    }
    // Most damage is in words and values, which are read.
    #expect(readings > 300)
  }

  private func damage(_ bytes: inout [UInt8], _ dice: inout SplitMix) {
    let signs = Array("<>/&;\"'=:! -\n\t]x?#.\u{7F}\r\u{1}กx".utf8)
    let place = dice.roll(bytes.count)
    switch dice.roll(4) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(signs[dice.roll(signs.count)], at: place)
    case 2: bytes[place] = signs[dice.roll(signs.count)]
    default:
      let from = dice.roll(bytes.count)
      let piece = bytes[from..<min(bytes.count, from + 1 + dice.roll(30))]
      bytes.insert(contentsOf: Array(piece), at: place)
    }
  }

  /// The nodes, one a line, with the names and values that they stand for.
  private func lines(of builder: XMLTree.Builder) -> [String] {
    let tree = XMLTree(builder)
    return tree.nodes.map { node in
      guard node.name >= 0 else { return "\(node.next) \(tree.string(node.range))" }
      let attributes = node.range.map { index in
        let attribute = tree.attributes[Int(index)]
        return "\(tree.names[Int(attribute.name)])=\(tree.string(attribute.value))"
      }
      return "\(node.next) \(node.offset) \(tree.names[Int(node.name)]) \(attributes)"
    }
  }
}

/// Steele, Lea and Flood's generator, so that every run has the same damage.
private struct SplitMix {
  var state: UInt64

  mutating func roll(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ bits >> 31) % UInt64(count))
  }
}
