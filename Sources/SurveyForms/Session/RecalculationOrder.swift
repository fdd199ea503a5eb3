import XPath

/// What is worked out again when something changes, and in which order.
///
/// A rule comes after every rule whose result it reads, so that one pass settles a record. Found
/// once, when the form is read.
struct RecalculationOrder: Sendable {
  struct Rule: Sendable {
    enum Kind: Sendable { case relevant, required, readonly, calculate, count }

    let kind: Kind
    let field: FieldID
    /// Where a relative path in it begins: the field itself, but for a count.
    let context: FieldID
    let expression: Expression
    /// The fields that it reads.
    let reads: [FieldID]

    init(
      kind: Kind, field: FieldID, context: FieldID? = nil, expression: Expression, reads: [FieldID]
    ) {
      self.kind = kind
      self.field = field
      self.context = context ?? field
      self.expression = expression
      self.reads = reads
    }
  }

  /// Rules that wait for each other.
  struct Cycle: Error, Equatable {
    let fields: [FieldID]
  }

  /// In the order in which they run.
  let rules: [Rule]
  /// For every field the rules that read it, by their place in ``rules``.
  private let readers: [[Int]]
  /// For every field the rules that belong to it.
  private let own: [[Int]]
  private let fields: [Field]

  init(_ rules: [Rule], fields: [Field]) throws(Cycle) {
    var sorting = Sorting(rules, fields)
    let ordered = try sorting.order()
    self.rules = ordered
    self.fields = fields
    var readers: [[Int]] = Array(repeating: [], count: fields.count)
    var own = readers
    for (index, rule) in ordered.enumerated() {
      for field in rule.reads { readers[field.index].append(index) }
      own[rule.field.index].append(index)
    }
    self.readers = readers
    self.own = own
  }

  /// The rules that a change of a field's value makes run, and those that theirs make run.
  func affected(by changed: [FieldID]) -> Set<Int> {
    spread(Set(changed.flatMap { readers[$0.index] }))
  }

  /// The rules to run when instances of a repeat came or went.
  ///
  /// - Parameters:
  ///   - areNew: Whether there are new nodes whose own rules have to run.
  ///   - forgetsGroups: Whether what reads into a group in the repeat is left as it is, which is
  ///     JavaRosa's fault.
  func affected(
    byInstancesOf repeating: FieldID, areNew: Bool = true, forgetsGroups: Bool = false
  ) -> Set<Int> {
    var first: Set<Int> = []
    for field in descendants(of: repeating, in: fields) {
      if areNew || !forgetsGroups { first.formUnion(own[field.index]) }
      if forgetsGroups, field != repeating, fields[field.index].parent != repeating { continue }
      first.formUnion(readers[field.index])
    }
    return spread(first)
  }

  private func spread(_ first: Set<Int>) -> Set<Int> {
    var found = first
    var waiting = Array(first)
    while let index = waiting.popLast() {
      for next in followers(of: index) where found.insert(next).inserted { waiting.append(next) }
    }
    return found
  }

  /// The rules that read what a rule decides.
  func followers(of index: Int) -> [Int] {
    let rule = rules[index]
    switch rule.kind {
    case .calculate: return readers[rule.field.index]
    case .relevant where fields[rule.field.index].children.isEmpty:
      return readers[rule.field.index]
    case .relevant: return descendants(of: rule.field, in: fields).flatMap { readers[$0.index] }
    // What instances that come or go change is run when they have: a count may read what is inside.
    case .count, .required, .readonly: return []
    }
  }
}

/// A field and everything below it.
func descendants(of field: FieldID, in fields: [Field]) -> [FieldID] {
  var found = [field]
  var next = 0
  while next < found.count {
    found += fields[found[next].index].children
    next += 1
  }
  return found
}

/// Puts rules behind those they wait for, and otherwise leaves them in the form's order.
private struct Sorting {
  private let rules: [RecalculationOrder.Rule]
  /// For every rule those that wait for it.
  private var followers: [[Int]]
  /// For how many rules each still waits.
  private var waiting: [Int]

  init(_ rules: [RecalculationOrder.Rule], _ fields: [Field]) {
    self.rules = rules
    var deciding: [[Int]] = Array(repeating: [], count: fields.count)
    for (index, rule) in rules.enumerated() {
      switch rule.kind {
      case .calculate: deciding[rule.field.index].append(index)
      case .relevant:
        for field in descendants(of: rule.field, in: fields) { deciding[field.index].append(index) }
      case .count, .required, .readonly: break
      }
    }
    followers = Array(repeating: [], count: rules.count)
    waiting = Array(repeating: 0, count: rules.count)
    for (index, rule) in rules.enumerated() {
      for field in rule.reads {
        // Two fields may be decided by one rule, the relevance of their group.
        for other in deciding[field.index] where followers[other].last != index {
          followers[other].append(index)
          waiting[index] += 1
        }
      }
    }
  }

  mutating func order() throws(RecalculationOrder.Cycle) -> [RecalculationOrder.Rule] {
    var ready = rules.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      for follower in followers[ready[next]] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { ready.append(follower) }
      }
      next += 1
    }
    guard ready.count == rules.count else { throw RecalculationOrder.Cycle(fields: cycle()) }
    return ready.map { rules[$0] }
  }

  /// The fields of one cycle, found by going back from a rule that never became ready.
  private func cycle() -> [FieldID] {
    var before: [Int: Int] = [:]
    for index in rules.indices where waiting[index] > 0 {
      for follower in followers[index] where before[follower] == nil { before[follower] = index }
    }
    var path: [Int] = []
    var place = waiting.firstIndex { $0 > 0 }
    while let index = place, !path.contains(index) {
      path.append(index)
      place = before[index]
    }
    let start = place.flatMap { path.firstIndex(of: $0) } ?? 0
    return path[start...].reversed().map { rules[$0].field }
  }
}
