/// The statuses that commands exit with, as in sysexits.h; scripts rely on them.
public enum ExitStatus {
  public static let success: Int32 = 0
  /// The command worked, and what it checked has errors.
  public static let findings: Int32 = 1
  public static let usage: Int32 = 64
  public static let unreadableInput: Int32 = 65
  public static let noSuchFile: Int32 = 66
  public static let storeCannotBeOpened: Int32 = 73
  public static let inputOutput: Int32 = 74
  public static let tryLater: Int32 = 75
  /// Some records need a person to look at them.
  public static let needsPerson: Int32 = 76
}
