import SurveyForms
import XPath

/// Parses an expression and works it out at three nodes of a record.
func readExpression(_ bytes: [UInt8]) throws(BrokenPromise) {
  let source = String(decoding: bytes, as: UTF8.self)
  do {
    let expression = try Parser.parse(source)
    let isVolatile = Dependencies(of: expression).isVolatile
    // One place an input, so that its time is that of an expression and its check.
    let place = [nil, "/data/age", "/data/member[2]/name"][bytes.count % 3]
    let first = SmallForm.story.outcome(of: source, at: place)
    guard !isVolatile else { return }
    try promise(
      first == SmallForm.story.outcome(of: source, at: place),
      "the same expression over the same record has the same value")
  } catch let error as SyntaxError {
    try promise(
      (0...source.unicodeScalars.count).contains(error.offset) && !error.message.isEmpty,
      "a syntax error says where and what")
  } catch {
    throw (error as? BrokenPromise) ?? BrokenPromise(sentence: "\(error)")
  }
}

extension Story {
  /// The value as text, or why there is none.
  fileprivate func outcome(of source: String, at path: String?) -> String {
    do {
      let (value, _) = try evaluate(source, at: path)
      guard case .nodes(let nodes) = value else { return value.scalarText }
      return nodes.map { "\($0.rawValue)" }.joined(separator: " ")
    } catch {
      return "\(error)"
    }
  }
}
