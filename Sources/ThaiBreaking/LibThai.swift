import CThai
public import TerminalKit

/// The words of Thai as libthai's dictionary has them, where that library is installed.
public enum LibThai {
  /// Divides lines between the words of the dictionary, and by spelling where there is none.
  ///
  /// The library is opened at the first text, which takes about 4 ms.
  public static let breaker = LineBreaker(words: wordStarts)

  /// Whether the library and its dictionary are there.
  public static var isInstalled: Bool { wordStarts(["ก"]) != nil }

  /// The offsets at which words begin; nil where libthai or its dictionary is not installed.
  static func wordStarts(_ scalars: ArraySlice<Unicode.Scalar>) -> [Int]? {
    let values = scalars.map(\.value)
    var places = [Int32](repeating: 0, count: values.count + 1)
    let found = cthai_word_starts(
      values, CInt(values.count), &places, CInt(places.count))
    guard found >= 0 else { return nil }
    return places.prefix(Int(found)).map(Int.init)
  }
}
