/// `intersects`: whether a line crosses or touches itself.
enum GeoCrossing {
  /// Whether any two segments of a line meet, but for neighbours at the place that they share.
  static func intersects(_ places: [GeoFunctions.Place]) -> Bool {
    let segments = Array(zip(places, places.dropFirst()))
    guard segments.count > 1 else { return false }
    let isClosed = isSame(places[0], places[places.count - 1])
    for first in segments.indices {
      for second in segments.indices.dropFirst(first + 1) {
        let areNeighbours = second == first + 1
        let closeTheRing = isClosed && first == 0 && second == segments.count - 1
        if areNeighbours || closeTheRing {
          if fold(back: segments[first], segments[second], closeTheRing) { return true }
        } else if meet(segments[first], segments[second]) {
          return true
        }
      }
    }
    return false
  }

  private typealias Segment = (GeoFunctions.Place, GeoFunctions.Place)

  private static func isSame(_ a: GeoFunctions.Place, _ b: GeoFunctions.Place) -> Bool {
    a.latitude == b.latitude && a.longitude == b.longitude
  }

  /// Positive on the left of the line from a to b, negative on its right, 0 on it.
  private static func side(
    _ a: GeoFunctions.Place, _ b: GeoFunctions.Place, _ c: GeoFunctions.Place
  ) -> Double {
    (b.longitude - a.longitude) * (c.latitude - a.latitude)
      - (b.latitude - a.latitude) * (c.longitude - a.longitude)
  }

  private static func isBetween(
    _ c: GeoFunctions.Place, _ a: GeoFunctions.Place, _ b: GeoFunctions.Place
  ) -> Bool {
    (min(a.longitude, b.longitude)...max(a.longitude, b.longitude)).contains(c.longitude)
      && (min(a.latitude, b.latitude)...max(a.latitude, b.latitude)).contains(c.latitude)
  }

  private static func meet(_ one: Segment, _ other: Segment) -> Bool {
    let (a, b) = one
    let (c, d) = other
    let sides = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
    if sides.0 * sides.1 < 0, sides.2 * sides.3 < 0 { return true }
    return (sides.0 == 0 && isBetween(c, a, b)) || (sides.1 == 0 && isBetween(d, a, b))
      || (sides.2 == 0 && isBetween(a, c, d)) || (sides.3 == 0 && isBetween(b, c, d))
  }

  /// Whether a segment runs back over its neighbour.
  private static func fold(back one: Segment, _ other: Segment, _ closesRing: Bool) -> Bool {
    let (shared, before, after) = closesRing ? (one.0, other.0, one.1) : (one.1, one.0, other.1)
    guard side(before, shared, after) == 0 else { return false }
    return isBetween(after, before, shared) && !isSame(after, shared)
      || isBetween(before, shared, after) && !isSame(before, shared)
  }
}
