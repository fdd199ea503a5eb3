import CommandLineKit
import SurveyForms
import XLSForms

/// Checks one form, an XForm or the XLSForm that one is made of.
struct FormCheck {
  let path: String
  let text: FindingText
  let isJSON: Bool

  /// Prints the findings; nil if the form cannot be used.
  func run() throws(FormFile.Unreadable) -> (form: FormDefinition, file: FormFile)? {
    guard XLSForm.Format(fileName: path) == nil else { return try runOnSheets() }
    let file = try FormFile(path)
    let reading = file.check()
    for finding in reading.findings {
      let place = "\(finding.line):\(finding.column)"
      print(
        place, finding.severity, finding.code.rawValue, finding.subjects, finding.words, finding)
    }
    return reading.definition.map { ($0, file) }
  }

  /// What is wrong with the sheets; when nothing is, what is wrong with the XForm made of them.
  private func runOnSheets() throws(FormFile.Unreadable) -> (form: FormDefinition, file: FormFile)?
  {
    let conversion = try SheetFile(path).convert()
    for finding in conversion.findings {
      print(
        finding.cell, finding.severity, finding.code.rawValue, finding.subjects, finding.words, nil)
    }
    guard let xform = conversion.xform else { return nil }
    let file = FormFile(path, xform: xform, itemsets: conversion.itemsets)
    let reading = file.check()
    for (finding, cell) in zip(reading.findings, conversion.cells(of: reading.findings)) {
      print(
        cell, finding.severity, finding.code.rawValue, finding.subjects,
        finding.words, nil)
    }
    return reading.definition.map { ($0, file) }
  }

  private func print(
    _ place: String, _ severity: Finding.Severity, _ code: String, _ subjects: [String],
    _ words: FindingWords, _ finding: Finding?
  ) {
    let line =
      isJSON
      ? text.json(place, severity, code, subjects, words, finding)
      : text.lines(place, severity, code, words)
    StandardOutput.write(line)
  }
}
