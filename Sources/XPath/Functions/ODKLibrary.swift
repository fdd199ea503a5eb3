/// The library that forms are read with.
extension FunctionLibrary {
  /// What forms may call: XPath 1.0, OpenRosa and ODK XForms.
  public static let odk = FunctionLibrary(
    CoreFunctions.all, StringFunctions.all, NumberFunctions.all, SelectionFunctions.all,
    RepeatFunctions.all, FormFunctions.all, DateFunctions.all, MathFunctions.all,
    PatternFunctions.all, GeoFunctions.all, DigestFunctions.all)
}
