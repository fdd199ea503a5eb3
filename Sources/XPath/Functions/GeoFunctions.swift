/// The functions for places on the earth: `area`, `distance`, `geofence`.
///
/// A place is `latitude longitude altitude accuracy`; several are separated by semicolons.
enum GeoFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("area", 1, body: area),
    XPathFunction("enclosed-area", 1, body: area),
    XPathFunction("distance", 1...Int.max) { call throws(EvaluationError) in
      let places = try call.places(in: call.spread())
      return .number(zip(places, places.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) })
    },
    XPathFunction("intersects", 1) { call throws(EvaluationError) in
      .boolean(GeoCrossing.intersects(try call.places(in: call.spread())))
    },
    XPathFunction("geofence", 2) { call throws(EvaluationError) in
      guard let place = try call.places(in: [call.scalar(0)]).first else { return .boolean(false) }
      return .boolean(isInside(place, try call.places(in: [call.scalar(1)])))
    },
  ]

  struct Place {
    var latitude: Double
    var longitude: Double
  }

  /// The radius of the earth at the equator, in metres, as JavaRosa takes it.
  private static let radius = 6_378_100.0

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

  /// In square metres: the triangles from the first place, on a plane that touches the earth.
  @Sendable private static func area(_ call: Call) throws(EvaluationError) -> XPathValue {
    let places = try call.places(in: call.spread())
    guard places.count >= 3 else { return .number(0) }
    let flat = places.dropFirst().map { place in
      (
        x: radians(place.longitude - places[0].longitude)
          * MathFunctions.cosine(radians(place.latitude)) * radius,
        y: radians(place.latitude - places[0].latitude) * radius
      )
    }
    let twice = zip(flat, flat.dropFirst()).reduce(0.0) { sum, pair in
      sum + pair.0.y * pair.1.x - pair.0.x * pair.1.y
    }
    return .number((twice / 2).magnitude)
  }

  /// In metres, by the spherical law of cosines.
  private static func distance(_ a: Place, _ b: Place) -> Double {
    let (north, south) = (radians(a.latitude), radians(b.latitude))
    let cosine =
      MathFunctions.sine(north) * MathFunctions.sine(south)
      + MathFunctions.cosine(north) * MathFunctions.cosine(south)
      * MathFunctions.cosine(radians(a.longitude - b.longitude))
    return MathFunctions.arccosine(min(1, max(-1, cosine))) * radius
  }

  /// Counts how often a line to the east of the place meets the fence.
  private static func isInside(_ place: Place, _ fence: [Place]) -> Bool {
    zip(fence, fence.dropFirst()).count { a, b in
      guard (a.latitude > place.latitude) != (b.latitude > place.latitude) else { return false }
      let slope = (a.longitude - b.longitude) / (a.latitude - b.latitude)
      return place.longitude < slope * (place.latitude - b.latitude) + b.longitude
    } % 2 == 1
  }
}

extension Call {
  /// The places in values; empty values have none, and what is no place is the fault of the form.
  fileprivate func places(
    in values: [XPathValue]
  ) throws(EvaluationError) -> [GeoFunctions.Place] {
    var places: [GeoFunctions.Place] = []
    for value in values {
      for part in value.scalarText.split(separator: ";") {
        let numbers = StringFunctions.words(of: String(part)).map { readNumber(String($0)) }
        if numbers.isEmpty { continue }
        guard numbers.count >= 2, !numbers[0].isNaN, !numbers[1].isNaN else {
          throw .wrongType(function: name)
        }
        places.append(GeoFunctions.Place(latitude: numbers[0], longitude: numbers[1]))
      }
    }
    return places
  }
}
