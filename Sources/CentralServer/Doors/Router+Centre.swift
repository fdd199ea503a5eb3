import SyncProtocol

extension Router {
  /// Everything that can be asked of a centre over the network.
  init(of centre: Centre) {
    let sync = SyncDoor(to: centre)
    let enrolment = EnrolmentDoor(centre: centre)
    let laptops = LaptopsDoor(centre: centre, admission: sync.admission)
    let files = FilesDoor(centre: centre, admission: sync.admission)
    self.init(
      routes: [
        Route("GET", "/") { _ in LandingPage.response(title: centre.title) },
        Route("GET", WirePath.hello) { _ in .json(200, WireJSON.encode(centre.hello())) },
        Route("POST", WirePath.enrol, bodyLimit: EnrolmentDoor.bodyLimit) {
          try enrolment.response(to: $0)
        },
        Route("POST", WirePath.laptops, bodyLimit: LaptopsDoor.bodyLimit) {
          try laptops.response(to: $0)
        },
        Route("POST", WirePath.files, bodyLimit: FilesDoor.bodyLimit) {
          try files.response(to: $0)
        },
        Route("POST", WirePath.sync, bodyLimit: SyncDoor.bodyLimit) {
          try sync.response(to: $0)
        },
      ],
      log: centre.log)
  }
}
