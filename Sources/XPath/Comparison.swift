/// Comparisons (XPath 1.0, 3.4), with JavaRosa's tolerance and dates.
extension Evaluator {
  /// Compares as XPath 1.0, 3.4 says: a node-set is equal when one of its nodes is.
  func compare(
    _ sign: ComparisonOperator, _ left: XPathValue, _ right: XPathValue
  ) -> Bool {
    // A truth value is compared with whether there are nodes, as soon as there are several.
    let (left, right) = (several(left, against: right), several(right, against: left))
    return candidates(left).contains { a in
      candidates(right).contains { b in compareScalars(sign, a, b) }
    }
  }

  private func several(_ value: XPathValue, against other: XPathValue) -> XPathValue {
    guard case .boolean = other, case .nodes(let nodes) = value, nodes.count > 1 else {
      return value
    }
    return .boolean(true)
  }

  /// What to try: the value itself, or that of each node; an empty node-set is empty text, as in
  /// JavaRosa, where a path to nothing is like an unanswered question.
  private func candidates(_ value: XPathValue) -> [XPathValue] {
    guard case .nodes(let nodes) = value else { return [value] }
    return nodes.isEmpty ? [.empty] : nodes.map(context.value(of:))
  }
}

/// Compares two values that are not node-sets, by the type that the operator and they call for.
func compareScalars(
  _ sign: ComparisonOperator, _ left: XPathValue, _ right: XPathValue
) -> Bool {
  switch sign {
  case .equal: areEqual(left, right)
  case .notEqual: !areEqual(left, right)
  case .less: left.scalarNumber < right.scalarNumber
  case .lessOrEqual: left.scalarNumber <= right.scalarNumber
  case .greater: left.scalarNumber > right.scalarNumber
  case .greaterOrEqual: left.scalarNumber >= right.scalarNumber
  }
}

/// Truth values decide over numbers, numbers over text.
func areEqual(_ left: XPathValue, _ right: XPathValue) -> Bool {
  switch (left, right) {
  case (.text(let a), .text(let b)):
    return sameText(a, b)
  case (.boolean, _), (_, .boolean):
    return left.scalarTruth == right.scalarTruth
  case (.number, _), (_, .number), (.date, .date):
    let (a, b) = (left.scalarNumber, right.scalarNumber)
    return a == b || (a - b).magnitude < numberTolerance
  default:
    return sameText(left.scalarText, right.scalarText)
  }
}

/// Whether two texts have the same scalars.
///
/// Swift's own equality also takes precomposed and decomposed letters as one; those differ in
/// length, which is cheap to look at first.
func sameText(_ a: String, _ b: String) -> Bool {
  a.utf8.count == b.utf8.count && a == b
}
