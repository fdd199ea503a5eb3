/// One thing in the body of a form, in the order in which it is asked.
public indirect enum FormElement: Sendable, Equatable {
  case question(Question)
  case group(Group)
  case repeating(RepeatGroup)
}

/// Questions that belong together under one heading.
public struct Group: Sendable, Equatable {
  /// Where its answers are, such as `/data/q1`; nil if it only arranges the page.
  public let path: String?
  public let appearance: Appearance
  public let children: [FormElement]

  let label: LocalizedText?
}

/// Questions that are asked again for every person, animal or field.
public struct RepeatGroup: Sendable, Equatable {
  /// The path without positions: `/data/person`.
  public let path: String
  public let appearance: Appearance
  public let children: [FormElement]
  /// Whether people may add and remove instances; false if the form counts them itself.
  public let isOpen: Bool

  let label: LocalizedText?
}
