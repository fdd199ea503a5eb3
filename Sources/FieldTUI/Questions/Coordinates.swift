import ThaiText

/// A point, a line or an area on the earth, as one types it and as a record has it.
///
/// A record has `latitude longitude altitude accuracy` in degrees and metres (ODK XForms, geopoint),
/// and several points separated by `;`.
enum Coordinates {
  enum Kind: Equatable, Sendable {
    case point, line, area

    var leastPoints: Int {
      switch self {
      case .point: 1
      case .line: 2
      case .area: 3
      }
    }
  }

  /// Reads points in Thai or Arabic digits, with spaces or commas between the numbers.
  ///
  /// An area is closed when the last point is not the first one.
  static func read(_ text: String, as kind: Kind) throws(FillPhrase) -> String {
    let meant = Digits.ascii(KeyboardLayout.suggestDigits(for: text, allowing: " ,;.-") ?? text)
    var points: [String] = []
    for piece in meant.split(separator: ";") where !piece.allSatisfy(\.isWhitespace) {
      points.append(try point(piece))
    }
    guard kind != .point || points.count == 1 else { throw .form(.notAPoint) }
    if kind == .area, let first = points.first, points.count > 1, points.last == first {
      points.removeLast()
    }
    guard points.count >= kind.leastPoints else {
      throw kind == .point ? .form(.notAPoint) : .form(.tooFewPoints(kind.leastPoints))
    }
    if kind == .area, let first = points.first { points.append(first) }
    return points.joined(separator: ";")
  }

  /// What a stored value says, for the page.
  static func words(_ value: String, as kind: Kind) -> FormPhrase? {
    let points = value.split(separator: ";")
    switch kind {
    case .point:
      let numbers = points.first?.split(separator: " ") ?? []
      guard numbers.count >= 2 else { return nil }
      return .point(String(numbers[0]), String(numbers[1]))
    case .line: return .points(points.count)
    case .area: return .closed(max(0, points.count - 1))
    }
  }

  /// The value as one may type it again: altitude and accuracy that nobody gave are left out.
  static func typed(_ value: String) -> String {
    value.split(separator: ";").map { point in
      var numbers = point.split(separator: " ")
      while numbers.count > 2, Double(numbers[numbers.count - 1]) == 0 { numbers.removeLast() }
      return numbers.joined(separator: " ")
    }.joined(separator: "; ")
  }

  private static func point(_ text: Substring) throws(FillPhrase) -> String {
    let numbers = text.split { $0.isWhitespace || $0 == "," }
    let values = numbers.compactMap { Double($0) }
    guard (2...4).contains(numbers.count), values.count == numbers.count,
      values.allSatisfy(\.isFinite)
    else { throw .form(.notAPoint) }
    guard abs(values[0]) <= 90 else {
      throw abs(values[1]) <= 90 && abs(values[0]) <= 180
        ? .form(.latitudeFirst) : .form(.outsideEarth)
    }
    guard abs(values[1]) <= 180 else { throw .form(.outsideEarth) }
    let rest = Array(repeating: Substring("0"), count: 4 - numbers.count)
    return (numbers + rest).joined(separator: " ")
  }
}
