extension FormDefinition {
  /// The first question with a role, in the order of the record.
  public func question(of role: QuestionRole) -> Question? { questions(of: role).first }

  /// All questions with a role, in the order of the record.
  public func questions(of role: QuestionRole) -> [Question] {
    (model.questionsByRole[role] ?? []).compactMap { model[$0].question }
  }
}

extension FormSession {
  /// What the question at a path is about.
  public func role(at path: String) -> QuestionRole? {
    node(path).flatMap { model[instance[$0].field].question?.role }
  }

  /// The questions with a role in the group, or the instance of a repeat, that a question stands in.
  public func paths(of role: QuestionRole, beside path: String) -> [String] {
    guard let parent = node(path).map({ instance[$0].parent }) else { return [] }
    return (model.questionsByRole[role] ?? []).flatMap { instance.children(of: parent, field: $0) }
      .map { instance.path(of: $0, in: model) }
  }

  /// Where the first question with a role stands, asked now or not; nil if the form has none.
  public func path(of role: QuestionRole) -> String? {
    guard let field = model.questionsByRole[role]?.first, let node = instance.nodes(of: field).first
    else { return nil }
    return instance.path(of: node, in: model)
  }

  /// The answer to the first question with a role; "" when it has none or is not asked now.
  public func value(of role: QuestionRole) -> String {
    guard let path = path(of: role), isRelevant(path) else { return "" }
    return value(path)
  }
}
