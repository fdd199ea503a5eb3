import Dispatch

/// Runs an actor's jobs on one dispatch queue of its own.
///
/// Store calls block on the disk. On the shared thread pool they would stall every other task; on
/// their own queue they stall nothing but each other.
final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  init(_ name: String) {
    queue = DispatchQueue(label: name)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
