/// A GeoJSON file as a list (ODK XForms, secondary instances: external, GeoJSON).
///
/// Every feature is an `item` with its `geometry`, its `id` and its properties.
enum GeoJSON {
  /// Nil if the bytes are not a collection of features with geometries that we know.
  static func items(in bytes: [UInt8]) -> XMLTree.Element? {
    guard let value = JSONValue(bytes), value["type"] == .text("FeatureCollection"),
      case .list(let features)? = value["features"]
    else { return nil }
    var items = XMLTree.Builder()
    begin("root", in: &items)
    for feature in features {
      guard add(feature, to: &items) else { return nil }
    }
    items.end()
    return XMLTree(items).root
  }

  private static func add(_ feature: JSONValue, to items: inout XMLTree.Builder) -> Bool {
    guard feature["type"] == .text("Feature"), let geometry = feature["geometry"],
      let places = places(of: geometry)
    else { return false }
    begin("item", in: &items)
    add("geometry", places, to: &items)
    var properties: [(name: String, value: JSONValue)] = []
    if case .object(let members)? = feature["properties"] { properties = members }
    if let id = feature["id"], !properties.contains(where: { $0.name == "id" }) {
      add("id", text(of: id), to: &items)
    }
    for property in properties {
      let name = property.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      add(name, text(of: property.value), to: &items)
    }
    items.end()
    return true
  }

  private static func begin(_ name: String, in items: inout XMLTree.Builder) {
    items.begin(items.add(XMLTree.Name(namespace: "", local: name, prefix: "")), at: 0)
  }

  private static func add(_ name: String, _ text: String, to items: inout XMLTree.Builder) {
    begin(name, in: &items)
    items.add(text.utf8)
    items.end()
  }

  /// `latitude longitude 0 0`, several separated by semicolons.
  private static func places(of geometry: JSONValue) -> String? {
    guard case .text(let type)? = geometry["type"], let coordinates = geometry["coordinates"]
    else { return nil }
    switch (type, coordinates) {
    case ("Point", _): return place(coordinates)
    case ("LineString", .list(let points)): return line(points)
    case ("Polygon", .list(let rings)):
      guard case .list(let outer)? = rings.first else { return nil }
      return line(outer)
    default: return nil
    }
  }

  private static func line(_ points: [JSONValue]) -> String? {
    let places = points.compactMap(place)
    return places.count == points.count ? places.joined(separator: "; ") : nil
  }

  private static func place(_ point: JSONValue) -> String? {
    guard case .list(let numbers) = point, numbers.count >= 2,
      case .number(let longitude) = numbers[0], case .number(let latitude) = numbers[1]
    else { return nil }
    return "\(latitude) \(longitude) 0 0"
  }

  private static func text(of value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .truth(let truth): truth ? "true" : "false"
    case .number(let text), .text(let text): text
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .object: ""
    }
  }
}
