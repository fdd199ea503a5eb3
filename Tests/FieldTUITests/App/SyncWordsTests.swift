import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

struct SyncWordsTests {
  private let failures: [SyncFailure] =
    [
      .notEnrolled, .notACentre(status: 200), .notACentre(status: 502), .garbled, .wrongCentre,
      .changingCentre, .busy,
      .store(.noSpace), .link(.badAddress), .link(.cannotResolve), .link(.cannotConnect),
      .link(.timedOut),
      .link(.cutOff), .link(.untrustedCertificate), .link(.noSecureConnection), .link(.notHTTP),
      .link(.answerTooLong), .link(.cancelled), .link(.library(code: 27)),
    ] + Problem.allCases.map(SyncFailure.refused)

  @Test func `every failure says what happened, that nothing is lost, and what comes next`() {
    for failure in failures {
      let notice = SyncNotice(failure)
      for language in Language.allCases {
        let text = notice.text(in: language)
        #expect(text.contains(SyncNotice.nothingIsLost.text(in: language)))
        #expect(!notice.happened.text(in: language).isEmpty, "\(failure)")
        #expect(!notice.next.text(in: language).isEmpty, "\(failure)")
      }
    }
  }

  @Test func `a gate before a centre that is down is not taken for a log-in page`() {
    #expect(SyncNotice(.notACentre(status: 302)).happened.english.contains("Wi-Fi"))
    #expect(!SyncNotice(.notACentre(status: 502)).happened.english.contains("Wi-Fi"))
  }

  @Test func `Thai sentences are Thai and English ones hold no Thai`() {
    func isThai(_ text: String) -> Bool {
      text.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }
    }
    for failure in failures {
      let notice = SyncNotice(failure)
      for label in [notice.happened, notice.next] {
        #expect(isThai(label.thai) && !isThai(label.english), "\(failure)")
        #expect(label.english.hasSuffix(".") || label.english.hasSuffix(".\n"), "\(label.english)")
      }
    }
  }

  @Test func `no sentence speaks of codes, exceptions or errors to a village head`() {
    for failure in failures {
      let text = SyncNotice(failure).text(in: .english).lowercased()
      for word in ["error", "exception", "failed", "invalid", "http/", "tls", "json"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
  }
}
