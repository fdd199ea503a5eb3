import SurveyForms
import XPath

/// Expressions with a value: over no document, over any document, or inside a form.
enum XPathCases {
  private struct Case: Decodable {
    let id: String
    let expr: String
    let context_xml: String?
    let context_path: String?
    let expected_type: String
    let tz: String?
    let namespaces: [String: String]?
    let xform: Bool?
    let language: String?
  }

  /// A result, and what is needed to read the nodes in it.
  private typealias Outcome = (value: XPathValue, evaluator: Evaluator)

  private enum Problem: Error {
    case noDocument, noNode
    case form(String)
  }

  @Sendable static func run(_ cases: CaseFile) throws {
    try cases.observe { (one: Case) in
      do {
        let outcome = one.xform == true ? try inForm(one) : try inDocument(one)
        return .object(["id": .text(one.id), "value": try read(outcome, as: one.expected_type)])
      } catch {
        return .object(["id": .text(one.id), "error": .text("\(error)")])
      }
    }
  }

  private static func inDocument(_ one: Case) throws -> Outcome {
    let environment = Surroundings.environment(zone: one.tz)
    let bytes = Array((one.context_xml ?? "").utf8)
    guard
      let document = PlainDocument(
        bytes, namespaces: one.namespaces ?? [:], environment: environment)
    else { throw Problem.noDocument }
    guard let node = document.node(at: one.context_path ?? "/") else { throw Problem.noNode }
    let evaluator = Evaluator(document)
    return (try evaluator.evaluate(Parser.parse(one.expr), at: node), evaluator)
  }

  private static func inForm(_ one: Case) throws -> Outcome {
    let reading = FormReader.read(Array((one.context_xml ?? "").utf8)) { _ in nil }
    guard let form = reading.runnable else {
      throw Problem.form(reading.findings.map(\.description).joined(separator: " "))
    }
    var story = Story(form, environment: Surroundings.environment(zone: one.tz))
    if let language = one.language { story.speak(language) }
    let path = one.context_path == "/" ? nil : one.context_path
    return try story.evaluate(one.expr, at: path)
  }

  /// The result read as XPath reads it for the type that a case asks for.
  private static func read(_ outcome: Outcome, as type: String) throws -> JSON {
    switch type {
    case "nodeset-count":
      guard case .nodes(let nodes) = outcome.value else {
        throw EvaluationError.wrongType(function: "count")
      }
      return JSON(Double(nodes.count))
    case "boolean": return .truth(outcome.value.scalarTruth)
    case "number": return JSON(first(outcome).scalarNumber)
    case "string-length": return .text(first(outcome).scalarText)
    default: return .text(first(outcome).scalarText)
    }
  }

  private static func first(_ outcome: Outcome) -> XPathValue {
    guard case .nodes(let nodes) = outcome.value else { return outcome.value }
    return nodes.first.map(outcome.evaluator.context.value(of:)) ?? .empty
  }
}
