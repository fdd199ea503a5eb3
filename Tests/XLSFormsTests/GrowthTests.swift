import SurveyForms
import Testing

@testable import XLSForms

/// A form of four times the rows takes about four times as long, for what is named is looked up and
/// not searched for.
@Suite(.serialized) struct GrowthTests {
  enum Shape: CaseIterable {
    case questions, translatedQuestions, calculations, repeats, choices, translatedChoices
    case manyQuestionsOfOneList, manyFindings

    func sheets(_ count: Int) -> String {
      let rows = 0..<count
      let few = rows.dropLast(count * 3 / 4)
      switch self {
      case .questions:
        return "survey\n,type,name,label\n" + rows.map { ",text,q\($0),Q\n" }.joined()
      case .translatedQuestions:
        let heading = "survey\n,type,name,label::a,label::b,relevant\n,text,q,Q,,\n"
        return heading + rows.map { ",text,q\($0),Q,R,${q} > 1\n" }.joined()
      case .calculations:
        let heading = "survey\n,type,name,label,calculation,trigger\n,text,q,Q,,\n"
        return heading + rows.map { ",calculate,q\($0),,1 + 1,${q}\n" }.joined()
      case .repeats:
        let heading = "survey\n,type,name,label\n"
        return heading
          + few.map { ",begin repeat,r\($0),R\n,text,q\($0),Q\n,end repeat,,\n" }.joined()
      case .choices, .translatedChoices:
        let labels = self == .choices ? "label" : "label::a,label::b"
        return "survey\n,type,name,label\n,select_one a,q,Q\nchoices\n,list_name,name,\(labels)\n"
          + rows.map { ",a,n\($0),A,B\n" }.joined()
      case .manyQuestionsOfOneList:
        return "survey\n,type,name,label\n" + few.map { ",select_multiple a,q\($0),Q\n" }.joined()
          + "choices\n,list_name,name,label\n" + rows.map { ",a,n\($0),A\n" }.joined()
      case .manyFindings:
        return "survey\n,type,name,label,relevant\n"
          + rows.map { ",text,q\($0),Q,unknown() > 1\n" }.joined()
      }
    }
  }

  @Test(arguments: Shape.allCases)
  func `four times the rows take less than eight times as long`(shape: Shape) {
    let small = Array(shape.sheets(300).utf8)
    let large = Array(shape.sheets(1_200).utf8)
    // The least of three, so that what else the machine does is not measured.
    let times = (0..<3).map { _ in (time(small), time(large)) }
    let least = (times.map(\.0).min() ?? .zero, times.map(\.1).min() ?? .zero)
    #expect(least.1 < least.0 * 8, "\(shape): \(least.0), \(least.1)")
  }

  private func time(_ sheets: [UInt8]) -> Duration {
    ContinuousClock().measure {
      let conversion = XLSForm.convert(sheets, .csv, named: "village")
      guard let xform = conversion.xform else {
        Issue.record("\(conversion.findings)")
        return
      }
      let findings = FormReader.check(Array(xform.utf8)) { _ in nil }.findings
      #expect(conversion.cells(of: findings).count == findings.count)
    }
  }
}
