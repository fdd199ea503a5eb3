import FoundationEssentials
import Glibc
import HostileForms
import SurveyForms

/// Makes hostile forms, and measures what one costs; `Scripts/hostile` runs it twice for each form,
/// so that making one is not measured.
///
/// `hostile` prints how many there are, `hostile make N DIR` writes one, `hostile run N DIR` measures.
let forms = HostileForm.all(divisor: 1)
let words = CommandLine.arguments.dropFirst()
guard words.count == 3, let mode = words.first, let folder = words.last,
  let number = words.dropFirst().first.flatMap(Int.init), forms.indices.contains(number)
else {
  print(forms.count)
  exit(0)
}
if mode == "make" {
  try Measurement.write(forms[number].files, to: folder)
} else {
  print(try Measurement(of: forms[number], in: folder).line)
}
