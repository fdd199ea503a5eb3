/// Where one revision stands among those of its record.
public enum Standing: String, Codable, CaseIterable, Sendable {
  /// What the record says now.
  case current
  /// Another one took its place, or an officer chose not to take it.
  case superseded
  /// It came in after the record was settled, and waits for an officer.
  case late
  /// Two revisions replace the same one; the first is current, this one waits for an officer.
  case fork
}
