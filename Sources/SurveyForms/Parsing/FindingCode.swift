extension Finding {
  /// Every kind of finding, by the name that `form check` prints; a promise to scripts.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    // The file.
    case notXML = "not-xml"
    case spreadsheet = "spreadsheet"
    case damagedXML = "damaged-xml"
    case doctype = "doctype"
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case tooManyElements = "too-many-elements"
    case tooManyNodes = "too-many-nodes"
    case tooManyFindings = "too-many-findings"
    case notAForm = "not-a-form"
    case noInstance = "no-instance"
    case noFormID = "no-form-id"
    case noTitle = "no-title"
    case encrypted = "encrypted"

    // Nodes and binds.
    case noNode = "no-node"
    case unknownNode = "unknown-node"
    case duplicateNode = "duplicate-node"
    case duplicateBind = "duplicate-bind"
    case unknownType = "unknown-type"
    case unknownPreload = "unknown-preload"
    case unknownRole = "unknown-role"
    case badDefault = "bad-default"
    case neverAsked = "never-asked"
    case neverAnswerable = "never-answerable"

    // Expressions.
    case badExpression = "bad-expression"
    case unclosedText = "unclosed-text"
    case earlyEnd = "early-end"
    case unknownFunction = "unknown-function"
    case wrongArguments = "wrong-arguments"
    case unsupported = "unsupported"
    case badPattern = "bad-pattern"
    case tooComplex = "too-complex"
    case tooManyReads = "too-many-reads"
    case tooMuchWork = "too-much-work"
    case textTooLong = "text-too-long"
    case failsAtStart = "fails-at-start"
    case cycle = "cycle"

    // Lists and choices.
    case unknownInstance = "unknown-instance"
    case duplicateInstance = "duplicate-instance"
    case emptyInstance = "empty-instance"
    case unknownColumn = "unknown-column"
    case noItemset = "no-itemset"
    case noChoices = "no-choices"
    case duplicateChoice = "duplicate-choice"
    case choiceWithoutLabel = "choice-without-label"
    case choiceWithoutValue = "choice-without-value"
    case spaceInChoice = "space-in-choice"
    case unknownChoice = "unknown-choice"

    // Texts and media.
    case unknownText = "unknown-text"
    case duplicateText = "duplicate-text"
    case duplicateLanguage = "duplicate-language"
    case missingTranslation = "missing-translation"
    case noLabel = "no-label"
    case missingMedia = "missing-media"
    case missingAttachment = "missing-attachment"
    case badMedia = "bad-media"
    case tooMuchMedia = "too-much-media"

    // Questions and actions.
    case unknownControl = "unknown-control"
    case questionTwice = "question-twice"
    case outsideRepeat = "outside-repeat"
    case strayRepeat = "stray-repeat"
    case countedTwice = "counted-twice"
    case emptyGroup = "empty-group"
    case badRange = "bad-range"
    case noTarget = "no-target"
    case unknownEvent = "unknown-event"
    case notInTerminal = "not-in-terminal"
    case filesByPath = "files-by-path"
    case auditWithoutPlaces = "audit-without-places"
  }
}

extension Finding.Code {
  /// Whether a form that has it is refused.
  public var severity: Finding.Severity {
    switch self {
    case .notXML, .spreadsheet, .damagedXML, .doctype, .tooDeep, .tooLarge, .tooManyElements,
      .tooManyNodes, .tooManyReads, .tooMuchMedia, .notAForm,
      .noInstance, .noFormID, .encrypted, .noNode, .unknownNode, .badExpression, .unclosedText,
      .earlyEnd, .unknownFunction, .wrongArguments, .unsupported, .badPattern, .tooComplex, .cycle,
      .unknownInstance, .duplicateInstance, .emptyInstance, .noItemset, .unknownText, .missingMedia,
      .badMedia, .noTarget, .strayRepeat:
      .error
    case .tooManyFindings, .noTitle, .duplicateNode, .duplicateBind, .unknownType, .unknownPreload,
      .unknownRole,
      .badDefault, .neverAsked, .neverAnswerable, .unknownColumn, .noChoices, .duplicateChoice,
      .choiceWithoutLabel, .choiceWithoutValue, .spaceInChoice, .unknownChoice, .duplicateText,
      .duplicateLanguage, .missingTranslation, .noLabel, .missingAttachment, .unknownControl,
      .questionTwice, .outsideRepeat, .countedTwice, .emptyGroup, .badRange, .unknownEvent,
      .notInTerminal, .filesByPath, .auditWithoutPlaces, .tooMuchWork, .textTooLong, .failsAtStart:
      .warning
    }
  }
}
