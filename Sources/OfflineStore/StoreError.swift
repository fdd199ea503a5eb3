import Glibc
import SQLiteKit
import Sealing

/// What the store could not do, in its own terms.
///
/// A wrong passphrase is never told as damage, and no case holds anything that a person wrote.
public enum StoreError: Error, Equatable, Sendable {
  /// The passphrase does not open this person's key.
  case wrongPassphrase

  /// Another process has the store open; 0 when it did not say who it is.
  case inUse(by: Int32)

  /// The bytes on the disk are not what was written; the detail says where, for the log.
  case damaged(String)

  /// A newer program wrote it, with a schema of this number.
  case newerVersion(Int)

  /// The disk is full; what was saved before is untouched.
  case noSpace

  /// The disk, the folder or the file cannot be written to.
  case readOnly

  /// The disk failed; the detail is SQLite's or the system's word for it.
  case io(String)

  /// There is not enough memory to turn the passphrase into a key.
  case noMemory

  /// This person has no such record on this laptop.
  case noSuchRecord

  /// There is no such person on this laptop.
  case noSuchPerson

  /// A record in this state does not take such a change.
  case notAllowed(LocalState)

  /// The centre has the record, in this state: it is answered or retracted, and not thrown away.
  case atTheCentre(LocalState)

  /// A retraction of the record waits to be sent; it can be called off.
  case beingRetracted

  /// It was handed to the network and is at the centre, or may be.
  case alreadySent

  /// It was handed to the network or a stick, and whether the centre has it is not known yet.
  case maybeSent

  /// Only someone whom a centre enrolled can do this.
  case notEnrolled

  /// The laptop belongs to another centre.
  case otherCentre

  /// The centre's key cannot be sealed to.
  case unusableCentreKey

  /// The officer judged a revision that is not the newest one here.
  case staleDecision

  /// The record's state or the officer's role does not allow the decision.
  case forbiddenDecision

  /// The decision needs a reason or a comment.
  case missingReason

  /// There is no decision that was not sent yet.
  case nothingToUndo

  /// The passphrase was wrong too often; the next try is taken after so many seconds.
  case tooSoon(seconds: Int)

  /// The district revoked this laptop, and its keys were wiped.
  case keysWiped

  /// The officer's certificate has run out, or the laptop's clock is wrong.
  case certificateExpired

  /// Nobody can recover this person: the district has not named two officers for it.
  case noRecovery

  /// Fewer than two officers have answered.
  case recoveryUnanswered(Int)

  /// The answers belong to another request, or do not fit together.
  case recoveryMismatch

  /// The officer has no share of this person's key.
  case notARecoveryOfficer

  /// There is a store already where a new one was to be made.
  case notEmpty

  /// The file is no bundle for this laptop, or not from its centre.
  case unusableBundle

  /// There is no store, or an empty one, where a damaged one was to be copied from.
  case nothingToSalvage

  /// The files beside one record would be more than a record's may be.
  case recordFull

  /// Whoever asked for it stopped waiting, and nothing was written.
  case stopped
}

extension StoreError {
  /// Throws ``stopped`` when the task was cancelled: asked after a key was made of a passphrase, which
  /// takes a second, and before anything is written.
  static func throwIfStopped() throws(StoreError) {
    if Task.isCancelled { throw .stopped }
  }

  /// Says what an error of the layers below means for the store.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as SQLiteError: self.init(error)
    case let error as MigrationError: self.init(error)
    case let error as OwnFolder.Failure: self.init(error)
    case SealingError.outOfMemory: self = .noMemory
    case is SealingError: self = .damaged("a sealed value does not open")
    default: self = .damaged("a stored value cannot be read")
    }
  }

  private init(_ error: SQLiteError) {
    switch error.code {
    case .full: self = .noSpace
    case .readOnly, .permission, .cannotOpen: self = .readOnly
    case .corrupt, .notADatabase, .mismatch: self = .damaged(error.message)
    case .busy, .locked: self = .inUse(by: 0)
    case .outOfMemory: self = .noMemory
    default: self = .io(error.message)
    }
  }

  private init(_ failure: OwnFolder.Failure) {
    switch failure {
    case .inUse(let process): self = .inUse(by: process)
    case .refused(ENOSPC), .refused(EDQUOT): self = .noSpace
    case .refused(EROFS), .refused(EACCES), .refused(EPERM), .refused(ENOENT), .refused(ENOTDIR):
      self = .readOnly
    case .refused(let number): self = .io(String(cString: strerror(number)))
    }
  }

  private init(_ error: MigrationError) {
    switch error {
    case .newer(let version): self = .newerVersion(version)
    case .foreign: self = .damaged("the file belongs to another program")
    case .failed(let error): self.init(error)
    }
  }
}
