import XPath

/// Reads expressions and paths, and finds what they name.
extension FormParser {
  /// An expression as it was read, and what it reads itself.
  struct ReadExpression {
    let expression: Expression
    let dependencies: Dependencies
  }

  /// The expression in an attribute; nil without one, or with one that is wrong.
  mutating func expression(_ element: XMLTree.Element, _ name: String) -> Expression? {
    read(element, name)?.expression
  }

  mutating func read(
    _ element: XMLTree.Element, _ name: String, in namespace: String = ""
  ) -> ReadExpression? {
    guard let source = element.attribute(name, in: namespace),
      !isBlank(source)
    else { return nil }
    return read(source, name, at: .init(element: element, attribute: name))
  }

  /// The expression in a text, which begins at the place; nil with a finding if it is wrong.
  mutating func read(
    _ source: String, _ name: String, at place: FindingLog.Place
  ) -> ReadExpression? {
    if let known = expressions[source] { return known }
    do {
      let expression = try Parser.parse(source) { FormParser.place(of: $0, in: fields) }
      let read = ReadExpression(
        expression: expression, dependencies: Dependencies(of: expression))
      if read.readsLists { note(expression, at: place) }
      expressions[source] = read
      return read
    } catch {
      var place = place
      place.offset += error.offset
      add(error.code, name, at: place)
      return nil
    }
  }

  /// The field that an absolute path of plain names leads to, if it leads to one.
  private static func place(of path: LocationPath, in fields: [Field]) -> Int32? {
    guard path.steps.first?.name == fields.first?.name else { return nil }
    var place = 0
    for step in path.steps.dropFirst() {
      guard let name = step.name, let next = fields[place].childByName[name] else { return nil }
      place = next.index
    }
    return Int32(place)
  }

  /// Notes why the text of an attribute is no expression.
  private mutating func add(
    _ code: SyntaxError.Code, _ name: String, at place: FindingLog.Place
  ) {
    switch code {
    case .unexpectedCharacter(let text), .unexpectedToken(let text):
      log.add(.badExpression, name, text, at: place)
    case .unclosedText: log.add(.unclosedText, name, at: place)
    case .unexpectedEnd: log.add(.earlyEnd, name, at: place)
    case .unknownFunction(let function): log.add(.unknownFunction, name, function, at: place)
    case .wrongArgumentCount(let function), .badArgument(let function):
      log.add(.wrongArguments, name, function, at: place)
    case .unsupportedAxis(let axis): log.add(.unsupported, name, axis + "::", at: place)
    case .unsupported(let what): log.add(.unsupported, name, what, at: place)
    case .badPattern(let why): log.add(.badPattern, name, why, at: place)
    case .tooDeep: log.add(.tooComplex, name, at: place)
    }
  }

  /// The fields that an expression of a field reads, in order; what does not exist is a finding.
  mutating func reads(
    of dependencies: Dependencies, at field: FieldID, in place: FindingLog.Place
  ) -> [FieldID] {
    guard readCount <= FormParser.mostReads else { return [] }
    var found = Set(dependencies.places.map { FieldID(index: Int($0)) })
    defer { count(found.count, in: place) }
    for reference in dependencies.references {
      switch reference.start {
      case .instance(let id):
        guard !tables.contains(id) else { continue }
        log.add(.unknownInstance, id, at: place.moved(to: id))
      case .root, .node:
        let start = reference.start == .root ? nil : field
        found.formUnion(resolve(reference, from: start, in: place))
      }
    }
    return found.sorted()
  }

  private mutating func count(_ reads: Int, in place: FindingLog.Place) {
    readCount += reads
    if readCount > FormParser.mostReads {
      log.add(.tooManyReads, "\(FormParser.mostReads)", at: place)
    }
  }

  private mutating func resolve(
    _ reference: Dependencies.Reference, from start: FieldID?, in place: FindingLog.Place
  ) -> [FieldID] {
    if let one = alone(reference, from: start) { return [one] }
    var reached: [FieldID?] = [start]
    for step in reference.steps {
      let next = reached.flatMap { fields(after: step, from: $0) }
      guard !next.isEmpty else {
        let missing = path(step, from: reached.first ?? nil)
        log.add(.unknownNode, missing, at: place.moved(to: step.name ?? ""), stops: false)
        return []
      }
      reached = next
    }
    return reached.compactMap { $0 }
  }

  /// The field of a path of plain names, which most are; nil for any other, or one to nowhere.
  private func alone(_ reference: Dependencies.Reference, from start: FieldID?) -> FieldID? {
    var place = start
    for step in reference.steps {
      switch (step, place) {
      case (.child(let name), let here?): place = fields[here.index].childByName[name]
      case (.child(let name), nil):
        place = fields.first?.name == name ? FieldID(index: 0) : nil
      case (.parent, let here?): place = fields[here.index].parent
      default: return nil
      }
      if place == nil { return nil }
    }
    return place
  }

  /// Where one step leads from a field, or from the document for nil.
  private func fields(
    after step: Dependencies.Reference.Step, from field: FieldID?
  ) -> [FieldID?] {
    switch step {
    case .child(let name):
      guard let field else { return fields.first?.name == name ? [FieldID(index: 0)] : [] }
      return fields[field.index].childByName[name].map { [$0] } ?? []
    case .anyChild:
      guard let field else { return [FieldID(index: 0)] }
      return fields[field.index].children.filter { !fields[$0.index].isAttribute }
    case .attribute(let name):
      return field.flatMap { fieldByPath[fields[$0.index].path + "/@" + name] }.map { [$0] } ?? []
    case .parent:
      return field.map { [fields[$0.index].parent] } ?? []
    case .descendants:
      return descendants(of: field ?? FieldID(index: 0), in: fields)
    }
  }

  private func path(_ step: Dependencies.Reference.Step, from field: FieldID?) -> String {
    let start = field.map { fields[$0.index].path } ?? ""
    switch step {
    case .child(let name): return "\(start)/\(name)"
    case .attribute(let name): return "\(start)/@\(name)"
    case .anyChild, .parent, .descendants: return "node there"
    }
  }

  /// The field of a `ref` or `nodeset`; a relative one stands below the group around it.
  func field(_ path: String, in context: FieldID?) -> FieldID? {
    if let known = fieldByPath[path] { return known }
    var path = path.filter { !$0.isWhitespace }[...]
    if path.hasPrefix("current()/") { path = path.dropFirst("current()/".count) }
    var steps = path.split(separator: "/")[...]
    var place = context ?? FieldID(index: 0)
    if path.hasPrefix("/") {
      guard steps.first.map(String.init) == fields.first?.name else { return nil }
      steps = steps.dropFirst()
      place = FieldID(index: 0)
    }
    for step in steps where step != "." {
      guard let next = field(String(step), after: place) else { return nil }
      place = next
    }
    return place
  }

  private func field(_ step: String, after field: FieldID) -> FieldID? {
    if step == ".." { return fields[field.index].parent }
    if step.hasPrefix("@") { return fieldByPath[fields[field.index].path + "/" + step] }
    return fields[field.index].childByName[step]
  }

  /// Notes what an expression looks up, and reads tables that only it names.
  private mutating func note(_ expression: Expression, at place: FindingLog.Place) {
    var finder = LookupFinder()
    finder.visit(expression)
    lookups.formUnion(finder.lookups)
    for table in finder.tables.sorted() { readTable(table, at: place) }
  }

  /// Reads a table beside the form that no instance declares, once.
  ///
  /// - Parameter id: What expressions call it.
  mutating func readTable(_ name: String, named id: String? = nil, at place: FindingLog.Place) {
    let id = id ?? name
    guard !tables.contains(id) else { return }
    guard let bytes = media(name + ".csv") else {
      log.add(.missingMedia, name + ".csv", at: place.moved(to: name), stops: false)
      tables.add(.tree(ItemTree(nil, id: id)), id: id)
      return
    }
    readFile(bytes, named: name + ".csv", id: id, at: place)
  }
}

extension FormParser.ReadExpression {
  fileprivate var readsLists: Bool {
    dependencies.references.contains {
      guard case .instance = $0.start else { return false }
      return true
    }
  }
}

extension Dependencies.Reference.Step {
  fileprivate var name: String? {
    switch self {
    case .child(let name), .attribute(let name): name
    case .anyChild, .parent, .descendants: nil
    }
  }
}

extension FindingLog.Place {
  /// The same place, moved to where a word stands in the attribute.
  func moved(to word: String) -> FindingLog.Place {
    guard let attribute, let value = value(of: attribute), !word.isEmpty else { return self }
    let text = Array(value.unicodeScalars)
    let wanted = Array(word.unicodeScalars)
    guard text.count >= wanted.count else { return self }
    for start in 0...(text.count - wanted.count) where text[start...].starts(with: wanted) {
      let end = start + wanted.count
      // `age` is not meant where `village` or `age2` stands.
      guard start == 0 || !text[start - 1].isInName, end == text.count || !text[end].isInName
      else { continue }
      var moved = self
      moved.offset = start
      return moved
    }
    return self
  }

  private func value(of attribute: String) -> String? {
    element.attributes.first { $0.name.local == attribute }?.value
  }
}

extension Unicode.Scalar {
  fileprivate var isInName: Bool {
    properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" || self == "-"
  }
}

/// Finds the columns that filters compare, so that lists are indexed by them.
private struct LookupFinder {
  private(set) var lookups: Set<FormParser.Lookup> = []
  /// The tables that `pulldata` names.
  private(set) var tables: Set<String> = []

  mutating func visit(_ expression: Expression) {
    switch expression {
    case .number, .text: break
    case .path(let path): visit(path)
    case .call(let call):
      if call.function.name == "pulldata" { visitTable(call.arguments) }
      for argument in call.arguments { visit(argument) }
    case .negation(let operand): visit(operand)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right), .union(let left, let right):
      visit(left)
      visit(right)
    }
  }

  private mutating func visitTable(_ arguments: [Expression]) {
    guard arguments.count > 2, case .text(let table) = arguments[0] else { return }
    tables.insert(table)
    if case .text(let column) = arguments[2] {
      lookups.insert(FormParser.Lookup(list: table, column: column))
    }
  }

  private mutating func visit(_ path: LocationPath) {
    if case .nodes(let start) = path.start { visit(start) }
    for predicate in path.steps.flatMap(\.predicates) {
      if case .instance(let list) = path.start { noteColumns(predicate.expression, of: list) }
      visit(predicate.expression)
    }
  }

  private mutating func noteColumns(_ expression: Expression, of list: String) {
    switch expression {
    case .and(let left, let right):
      noteColumns(left, of: list)
      noteColumns(right, of: list)
    case .comparison(.equal, let left, let right):
      for case .path(let path) in [left, right] where path.start == .context {
        guard path.steps.count == 1, let column = path.steps[0].name else { continue }
        lookups.insert(FormParser.Lookup(list: list, column: column))
      }
    default: break
    }
  }
}
