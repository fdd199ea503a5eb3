/// The options, flags and operands that one command was given, checked against its declaration.
public struct Arguments: Sendable {
  private var values: [String: String] = [:]
  private var flags: Set<String> = []
  private var operands: [String: String] = [:]

  public subscript<Value>(option: ValueOption<Value>) -> Value? {
    values[option.name].flatMap(option.read)
  }

  public subscript(flag: Flag) -> Bool { flags.contains(flag.name) }

  public subscript(operand: Operand) -> String? { operands[operand.placeholder] }

  /// The value of an option that the command cannot do without.
  public func require<Value>(_ option: ValueOption<Value>) throws(UsageError) -> Value {
    guard let value = self[option] else { throw .missingOption(option.name) }
    return value
  }

  /// The text of an operand that the command cannot do without.
  public func require(_ operand: Operand) throws(UsageError) -> String {
    guard let value = self[operand] else { throw .missingOperand(operand.placeholder) }
    return value
  }

  /// Reads words against a declaration; after `--` everything is an operand.
  init(
    _ words: ArraySlice<String>, options: [any Declared], operands declared: [Operand]
  ) throws(UsageError) {
    var words = words
    var places = declared[...]
    var readsOptions = true
    while let word = words.popFirst() {
      if readsOptions, word == "--" {
        readsOptions = false
      } else if readsOptions, word.hasPrefix("-"), word != "-" {
        try take(option: word, from: &words, options)
      } else {
        guard let place = places.popFirst() else { throw .unexpectedOperand(word) }
        operands[place.placeholder] = word
      }
    }
    if let missing = places.first(where: { !$0.isOptional }) {
      throw .missingOperand(missing.placeholder)
    }
  }

  private mutating func take(
    option word: String, from words: inout ArraySlice<String>, _ options: [any Declared]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else { throw .unknownOption(name) }
    guard let placeholder = option.valuePlaceholder else {
      guard parts.count == 1 else { throw .unexpectedValue(option: name) }
      flags.insert(name)
      return
    }
    guard let value = parts.count > 1 ? String(parts[1]) : words.popFirst() else {
      throw .missingValue(option: name, placeholder: placeholder)
    }
    guard option.accepts(value) else {
      throw .unreadableValue(option: name, placeholder: placeholder)
    }
    values[name] = value
  }
}
