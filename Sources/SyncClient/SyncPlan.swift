public import OfflineStore

/// What a sync would do now: `fieldtui sync --dry-run` prints it.
public struct SyncPlan: Equatable, Sendable {
  /// The centre's address; `nil` when nobody of this laptop is enrolled.
  public var server: String?
  /// The centre's own name.
  public var centre: String?
  /// What would be sent, and what a person must look at before anything of it is sent again.
  public var outbox: OutboxSummary
  /// For each village the last line of its feed that is here already.
  public var cursors: [String: Int64]

  public init(
    server: String?, centre: String?, outbox: OutboxSummary, cursors: [String: Int64]
  ) {
    self.server = server
    self.centre = centre
    self.outbox = outbox
    self.cursors = cursors
  }
}

extension SyncEngine {
  /// Says what a sync would do; touches nothing.
  public func plan(server: ServerAddress? = nil) async throws(StoreError) -> SyncPlan {
    let centre = try await store.centre()
    return SyncPlan(
      server: centre.map { server?.description ?? $0.url }, centre: centre?.title,
      outbox: try await store.outboxSummary(), cursors: try await store.cursors())
  }
}
