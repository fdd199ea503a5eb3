/// The headings of one kind of sheet: which there are, and what else they may be called.
struct SheetHeadings {
  let known: Set<String>
  let aliases: [String: [String]]

  /// The parts of a heading: `label::ไทย` is a label in a language, `constraint_message` part of a bind.
  func parts(of heading: String, usesDoubleColons: Bool) -> [String] {
    let snake = Self.snakeCase(heading)
    for candidate in [heading, snake] where known.contains(candidate) && aliases[candidate] == nil {
      return [candidate]
    }
    let pieces = pieces(of: heading, usesDoubleColons: usesDoubleColons)
    let first = Self.snakeCase(pieces[0])
    if let alias = aliases[first] { return alias + pieces.dropFirst() }
    return known.contains(first) ? [first] + pieces.dropFirst() : pieces
  }

  private func pieces(of heading: String, usesDoubleColons: Bool) -> [String] {
    if usesDoubleColons || heading.contains("::") {
      return heading.split(separator: "::", omittingEmptySubsequences: false).map(trimmed)
    }
    var pieces = heading.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
    // A single colon also stands in the names of JavaRosa's own attributes.
    if let place = pieces.firstIndex(of: "jr"), place + 1 < pieces.count {
      pieces.replaceSubrange(place...(place + 1), with: ["jr:" + pieces[place + 1]])
    }
    return pieces
  }

  private static func snakeCase(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: "_").lowercased()
  }

  static let media = ["image", "big-image", "audio", "video"]

  static let survey = SheetHeadings(
    known: [
      "name", "label", "type", "bind", "choice_filter", "control", "hint", "media", "parameters",
      "default", "guidance_hint", "instance", "query", "sms_field", "trigger", "actions", "choices",
      "itemset", "list_name",
    ],
    aliases: [
      "read_only": ["bind", "readonly"], "readonly": ["bind", "readonly"],
      "relevant": ["bind", "relevant"], "relevance": ["bind", "relevant"],
      "required": ["bind", "required"], "constraint": ["bind", "constraint"],
      "constraining_message": ["bind", "jr:constraintMsg"],
      "constraint_message": ["bind", "jr:constraintMsg"],
      "calculation": ["bind", "calculate"], "calculate": ["bind", "calculate"],
      "noapperrorstring": ["bind", "jr:noAppErrorString"],
      "no_app_error_string": ["bind", "jr:noAppErrorString"],
      "requiredmsg": ["bind", "jr:requiredMsg"], "required_message": ["bind", "jr:requiredMsg"],
      "save_to": ["bind", "entities:saveto"], "appearance": ["control", "appearance"],
      "count": ["control", "jr:count"], "repeat_count": ["control", "jr:count"],
      "jr:count": ["control", "jr:count"], "autoplay": ["control", "autoplay"],
      "rows": ["control", "rows"], "body": ["control"], "compact_tag": ["instance", "odk:tag"],
      "caption": ["label"], "command": ["type"], "tag": ["name"], "value": ["name"],
      "image": ["media", "image"], "big-image": ["media", "big-image"],
      "audio": ["media", "audio"], "video": ["media", "video"],
    ])

  static let choices = SheetHeadings(
    known: ["name", "label", "media", "sms_option"],
    aliases: [
      "caption": ["label"], "list_name": ["list name"], "value": ["name"],
      "image": ["media", "image"], "big-image": ["media", "big-image"],
      "audio": ["media", "audio"], "video": ["media", "video"],
    ])

  static let settings = SheetHeadings(
    known: [
      "name", "title", "id_string", "version", "style", "default_language", "instance_name",
      "instance_xmlns", "namespaces", "omit_instanceID", "public_key", "submission_url",
      "auto_send", "auto_delete", "client_editable", "allow_choice_duplicates", "attribute",
      "clean_text_values", "add_none_option", "sms_keyword", "sms_separator", "delimiter", "flat",
      "prefix", "label",
    ],
    aliases: [
      "form_title": ["title"], "set_form_title": ["title"], "form_id": ["id_string"],
      "set_form_id": ["id_string"],
    ])

  static let entities = SheetHeadings(
    known: ["dataset", "entity_id", "create_if", "update_if", "repeat", "label"],
    aliases: ["list_name": ["dataset"]])
}
