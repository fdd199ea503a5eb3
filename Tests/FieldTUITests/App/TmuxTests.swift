import Glibc
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// A tmux that shows every letter of Thai as an underscore.
@Suite struct TmuxTests {
  /// A program that answers as tmux does.
  private func answer(_ script: String) throws -> Bool? {
    let folder = try TemporaryFolder()
    let path = folder.path + "/tmux"
    let file = try #require(fopen(path, "w"))
    fputs("#!/bin/sh\n\(script)\n", file)
    fclose(file)
    chmod(path, 0o700)
    return TmuxClient.answer(of: path)
  }

  @Test func `tmux says whether its window shows UTF-8`() throws {
    let asked = #"[ "$1 $2 $3" = 'display-message -p #{client_utf8}' ] && "#
    #expect(try answer(asked + "echo 1") == true)
    #expect(try answer(asked + "echo 0") == false)
    #expect(try answer("echo") == nil, "an old one knows no such word")
    #expect(try answer("exit 1") == nil)
    #expect(TmuxClient.answer(of: "/nowhere/tmux") == nil)
  }

  @Test func `a tmux that does not answer is not waited for`() throws {
    #expect(try answer("exec sleep 600") == nil)
  }

  @Test func `in such a window the screens are in English and say what to do`() {
    var model = MadeUp.home()
    _ = model.update(.tmuxWithoutUTF8)
    #expect(model.language == .english)
    #expect(model.notice?.label.english.contains("tmux -u") == true)
    _ = model.signIn(MadeUp.head, MadeUp.profile)
    #expect(model.language == .english, "a person's own language is not forced onto it")
  }
}
