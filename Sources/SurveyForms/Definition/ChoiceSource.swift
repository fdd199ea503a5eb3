import XPath

/// Where the choices of a question come from.
enum ChoiceSource: Sendable, Equatable {
  case none
  case items([Item])
  case itemset(Itemset)
  /// Looked up in a table by the appearance `search()`.
  case search(ChoiceSearch)

  /// The fields whose answers decide what is offered; nil for choices that are always the same.
  var reads: [FieldID]? {
    switch self {
    case .none, .items: nil
    case .itemset(let itemset): itemset.reads
    case .search(let search): search.reads
    }
  }

  /// A choice written into the question itself.
  struct Item: Sendable, Equatable {
    let value: String
    let label: LocalizedText?
  }

  /// Choices taken from nodes: of a secondary instance, or of a repeat.
  struct Itemset: Sendable, Equatable {
    let nodes: Expression
    /// Evaluated at each of the nodes.
    let value: Expression
    let label: Expression?
    /// The columns of the label by language, where the list has them: `label::English`.
    var labelColumns: [String: String] = [:]
    /// The fields whose answers decide what is offered.
    let reads: [FieldID]
  }
}
