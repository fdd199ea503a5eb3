import XPath

/// Reads the secondary instances: lists inside the form, and files beside it.
extension FormParser {
  mutating func readLists(_ model: XMLTree.Element) {
    let instances = model.elements.filter { $0.local == "instance" }
    for instance in instances.dropFirst() {
      guard let id = instance.attribute("id"), !id.isEmpty else { continue }
      let place = FindingLog.Place(element: instance)
      guard !tables.contains(id) else {
        log.add(.duplicateInstance, id, at: place)
        continue
      }
      if let root = instance.elements.first {
        tables.add(.tree(ItemTree(root, id: id)), id: id)
      } else if let source = instance.attribute("src") {
        readFile(source, id: id, model: model, at: place)
      } else {
        log.add(.emptyInstance, id, at: place)
      }
    }
  }

  private mutating func readFile(
    _ source: String, id: String, model: XMLTree.Element, at place: FindingLog.Place
  ) {
    if source == "jr://instance/last-saved" {
      // Nothing was saved before on a laptop that knows only this record: all of it is empty.
      if let record = model.first("instance")?.elements.first {
        tables.add(.tree(ItemTree(record, id: id, isEmpty: true)), id: id)
      }
      return
    }
    let name = source.split(separator: "/").last.map(String.init) ?? ""
    guard let bytes = media(name) else {
      log.add(.missingMedia, name, at: place, stops: false)
      tables.add(.tree(ItemTree(nil, id: id)), id: id)
      return
    }
    readFile(bytes, named: name, id: id, at: place)
  }

  mutating func readFile(
    _ bytes: [UInt8], named name: String, id: String, at place: FindingLog.Place
  ) {
    mediaSize += bytes.count
    guard mediaSize <= FormParser.mostMedia else {
      log.add(.tooMuchMedia, name, "\(FormParser.mostMedia >> 20)", at: place)
      return
    }
    switch name.split(separator: ".").last?.lowercased() {
    case "csv":
      guard let table = CSVTable(bytes) else {
        log.add(.badMedia, name, "CSV, UTF-8", at: place)
        return
      }
      tables.add(.table(table), id: id)
    case "xml":
      do {
        tables.add(.tree(ItemTree(try XMLTree(bytes).root, id: id)), id: id)
      } catch {
        log.add(.badMedia, name, "XML, line \(error.line)", at: place)
      }
    case "geojson":
      guard let root = GeoJSON.items(in: bytes) else {
        log.add(.badMedia, name, "not a FeatureCollection", at: place)
        return
      }
      tables.add(.tree(ItemTree(root, id: id)), id: id)
    default:
      log.add(.badMedia, name, "not CSV, XML or GeoJSON", at: place)
    }
  }
}
