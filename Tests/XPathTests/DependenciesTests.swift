import Testing
import XPath

struct DependenciesTests {
  private typealias Reference = Dependencies.Reference

  private func references(_ source: String) throws -> Set<Dependencies.Reference> {
    Dependencies(of: try Parser.parse(source)).references
  }

  @Test func `paths are listed by where they start`() throws {
    #expect(
      try references("/data/age > 15 and ../name != ''") == [
        Reference(start: .root, steps: [.child("data"), .child("age")]),
        Reference(start: .node, steps: [.parent, .child("name")]),
      ])
  }

  @Test func `what a predicate reads is read`() throws {
    #expect(
      try references("instance('areas')/root/item[parent = current()/../province]/name") == [
        Reference(
          start: .instance("areas"), steps: [.child("root"), .child("item"), .child("parent")]),
        Reference(start: .node, steps: [.parent, .child("province")]),
        Reference(
          start: .instance("areas"), steps: [.child("root"), .child("item"), .child("name")]),
      ])
  }

  @Test func `the clock and the dice make an expression volatile`() throws {
    #expect(Dependencies(of: try Parser.parse(". <= today()")).isVolatile)
    #expect(!Dependencies(of: try Parser.parse(". <= 120")).isVolatile)
  }

  @Test func `what a call names in a text is read`() throws {
    #expect(
      try references("jr:choice-name(., ' ../title ')") == [
        Reference(start: .node, steps: []),
        Reference(start: .node, steps: [.parent, .child("title")]),
      ])
    #expect(
      try references("pulldata('villages', 'name', 'code', '01')") == [
        Reference(start: .instance("villages"), steps: [])
      ])
  }

  @Test func `calls without arguments read the node only if they are about it`() throws {
    #expect(try references("concat(uuid(), random(), position())") == [])
    #expect(try references("string-length()") == [Reference(start: .node, steps: [])])
  }
}
