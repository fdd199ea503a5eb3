import OfflineStore

/// In which language each person reads a form, where it is none of the screens'.
extension Desk {
  func keep(language name: String?, ofForm form: String) async throws(StoreError) {
    try await store.set(name, for: languageSetting(ofForm: form))
  }

  /// The language that was chosen another time; nil where none was, or it cannot be read now.
  func keptLanguage(ofForm form: String) async -> String? {
    guard let name = try? languageSetting(ofForm: form) else { return nil }
    // Without it the form is read in the screens' language, as on the first day.
    return try? await store.setting(name)
  }

  private func languageSetting(ofForm form: String) throws(StoreError) -> String {
    "language/\(try keyring().person)/\(form)"
  }
}
