import XPath

/// The pages that a form is asked on, which the same form always has.
///
/// A group at the top level is a page, and so are the loose questions between two groups. What is too
/// long for a page is cut where its own groups begin, and else by counting; a `field-list` never is.
struct FormLayout: Sendable {
  struct Page: Sendable {
    /// What the page is called; nil for loose questions.
    let title: Title?
    /// The path of the group that stands here as a whole.
    var path: String?
    let elements: [FormElement]
    /// Which of the pages with this title it is.
    fileprivate(set) var part: Section.Part?
  }

  /// The words of a group, and where they are relative to.
  struct Title: Sendable {
    let words: LocalizedText
    let path: String?
  }

  private(set) var pages: [Page] = []
  /// The pages whose questions or headings a field decides on.
  private var pagesByField: [FieldID: [Int]] = [:]
  /// The pages with a heading that mentions answers.
  private(set) var lively: Set<Int> = []

  /// More questions than this are cut.
  static let mostQuestions = 40
  /// How many questions stand on one of the pieces at most.
  static let mostOnPiece = 25

  init(_ body: [FormElement], _ model: FormModel) {
    var loose: [FormElement] = []
    for element in body {
      if case .group(let group) = element {
        add(loose: loose)
        loose = []
        add(group, titled: nil)
      } else {
        loose.append(element)
      }
    }
    add(loose: loose)
    for index in pages.indices { note(index, model) }
  }

  /// The pages to read anew when fields changed.
  func pages(of fields: some Sequence<FieldID>) -> Set<Int> {
    fields.reduce(into: lively) { $0.formUnion(pagesByField[$1] ?? []) }
  }
}

extension FormLayout {
  private mutating func add(_ group: Group, titled outer: Title?) {
    let title = group.label.map { Title(words: $0, path: group.path) } ?? outer
    if group.isFieldList || group.questionCount <= FormLayout.mostQuestions {
      pages.append(Page(title: title, path: group.path, elements: group.children))
    } else {
      cut(group.children, titled: title)
    }
  }

  private mutating func add(loose elements: [FormElement]) {
    if elements.questionCount > FormLayout.mostQuestions {
      cut(elements, titled: nil)
    } else if !elements.isEmpty {
      pages.append(Page(title: nil, elements: elements))
    }
  }

  /// Makes pieces of what is too long; its long groups and those that must be whole have pages of
  /// their own.
  private mutating func cut(_ elements: [FormElement], titled title: Title?) {
    var pieces: [Int] = []
    var piece: [FormElement] = []
    func end(_ pages: inout [Page]) {
      guard !piece.isEmpty else { return }
      pieces.append(pages.count)
      pages.append(Page(title: title, elements: piece))
      piece = []
    }
    for element in elements {
      if case .group(let group) = element,
        group.isFieldList || group.questionCount > FormLayout.mostOnPiece
      {
        end(&pages)
        add(group, titled: title)
        continue
      }
      if piece.questionCount + element.questionCount > FormLayout.mostOnPiece { end(&pages) }
      piece.append(element)
    }
    end(&pages)
    guard pieces.count > 1 else { return }
    for (number, place) in pieces.enumerated() {
      pages[place].part = Section.Part(number: number + 1, count: pieces.count)
    }
  }

  /// Notes which fields decide on what is read of a page.
  private mutating func note(_ index: Int, _ model: FormModel) {
    var fields: Set<FieldID> = []
    func visit(_ elements: [FormElement]) {
      for element in elements {
        switch element {
        case .question(let question): fields.insert(question.field)
        case .group(let group): visit(group.path, group.label, group.children)
        case .repeating(let group): visit(group.path, group.label, group.children)
        }
      }
    }
    func visit(_ path: String?, _ label: LocalizedText?, _ children: [FormElement]) {
      if let field = path.flatMap({ model.fieldByPath[$0] }) {
        // What is around a repeat hides it, also when there is nothing in it to be touched.
        fields.formUnion([field, model[field].parent].compactMap(\.self))
      }
      if label?.mentionsAnswers(in: model.translations) == true { lively.insert(index) }
      visit(children)
    }
    visit(pages[index].path, pages[index].title?.words, pages[index].elements)
    for field in fields { pagesByField[field, default: []].append(index) }
  }
}

extension [FormElement] {
  /// How many questions there are, those of a repeat counted once.
  fileprivate var questionCount: Int { reduce(0) { $0 + $1.questionCount } }
}

extension FormElement {
  fileprivate var questionCount: Int {
    switch self {
    case .question: 1
    case .group(let group): group.questionCount
    case .repeating(let group): group.children.questionCount
    }
  }
}

extension Group {
  fileprivate var questionCount: Int { children.questionCount }

  /// Whether all of it is to be seen at once.
  fileprivate var isFieldList: Bool { appearance.has("field-list") }
}

extension LocalizedText {
  /// Whether an `output` in it, in any language, shows what was answered.
  fileprivate func mentionsAnswers(in translations: Translations) -> Bool {
    func isLive(_ piece: TextPiece) -> Bool { if case .output = piece { true } else { false } }
    return switch self {
    case .pieces(let pieces): pieces.contains(where: isLive)
    case .value: true
    case .translation(let id): translations.hasPiece(id, where: isLive)
    }
  }
}
