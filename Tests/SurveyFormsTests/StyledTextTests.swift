import Testing

@testable import SurveyForms

@Suite struct StyledTextTests {
  /// The runs as text: `b` bold, `i` emphasised, `u` underlined, and the colour before each.
  private func shape(_ markup: String) -> String {
    StyledText(markup: markup).runs.map { run in
      var signs = run.look.isBold ? "b" : ""
      if run.look.isItalic { signs += "i" }
      if run.look.isUnderlined { signs += "u" }
      if let colour = run.look.colour { signs += "\(colour)" }
      return signs.isEmpty ? run.text : "{\(signs):\(run.text)}"
    }.joined()
  }

  @Test(arguments: [
    ("a **b** c", "a {b:b} c"), ("a __b__ c", "a {b:b} c"), ("a *b* _c_", "a {i:b} {i:c}"),
    ("***both***", "{bi:both}"), ("**a *b* c**", "{b:a }{bi:b}{b: c}"),
    ("# Heading\nwords", "{b:Heading}\nwords"), ("### ข้อ ###", "{b:ข้อ ###}"),
    ("กรุณา**อ่าน**ก่อน", "กรุณา{b:อ่าน}ก่อน"), ("**“อ่าน”**", "{b:“อ่าน”}"),
    ("<b>b</b><i>i</i><u>u</u>", "{b:b}{i:i}{u:u}"), ("<B>b</B> x", "{b:b} x"),
    (#"<span style="color:red">r</span> x"#, "{red:r} x"),
    (#"<span style="color: #008000; font-weight: bold">g</span>"#, "{bgreen:g}"),
    (#"<font color="blue">b</font>"#, "{blue:b}"),
    (#"<span style="background-color:red">x</span>"#, "x"),
    (#"<span style="color:rgb(255, 165, 0)">o</span>"#, "{amber:o}"),
    (#"**a <span style="color:red">b</span>**"#, "{b:a }{bred:b}"),
    ("one<br>two<br/>three", "one\ntwo\nthree"), ("<p>a</p><p>b</p>", "a\n\nb"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"), ("* a\n* b", "- a\n- b"),
    ("[ODK](https://getodk.org)", "ODK (https://getodk.org)"),
    ("[https://a.b](https://a.b)", "https://a.b"),
    (#"<a href="https://a.b">here</a>"#, "here (https://a.b)"),
    ("1 &lt; 2 &amp; 3 &#3585;", "1 < 2 & 3 ก"),
    ("a\n\n\n\nb", "a\n\nb"),
  ])
  func `the styling of XLSForm is understood`(markup: String, shape: String) {
    #expect(self.shape(markup) == shape)
  }

  @Test(arguments: [
    "5 * 3", "5*3*2", "a_b_c", "ชื่อ_สกุล_เดิม", "2 ** 3", "*", "**", "___", "ชื่อ ____ สกุล ____",
    "**open", "*a", "_a b", "1 < 2 & 3 > 2", "<18>", "<name>", "a <b and c> d", "[x] box",
    "[a](b c)",
    "#1", "C# and F#", "R&D", "&unknown;", "C:\\temp", "a**b", "50%*", "snake_case_name", "***",
  ])
  func `a stray sign stays`(words: String) {
    #expect(StyledText(markup: words).plain == words)
    #expect(StyledText(markup: words).runs.allSatisfy { $0.look == StyledText.Look() })
  }

  @Test func `an escaped sign is only itself`() {
    #expect(shape(##"\*a\* \_b\_ \# \[x\](y) \<b\> \\"##) == ##"*a* _b_ # [x](y) <b> \"##)
    #expect(shape(#"**a\*\*b**"#) == "{b:a**b}")
  }

  @Test(arguments: ["5*3 **x** <b>&amp;\n# [a](b)", #"\*"#, "_a_"])
  func `what a person answered is shown as it was written`(answer: String) {
    #expect(StyledText(markup: answer.escapedForStyling).plain == answer)
  }

  @Test func `marks that cross and tags that are not closed lose no words`() {
    #expect(StyledText(markup: "**a *b** c*").plain.contains("c"))
    #expect(shape("<b>a <i>b</b> c</i> d") == "{b:a }{bi:b} c d")
    #expect(shape("<span style='color:red'>a") == "{red:a}")
    #expect(shape("a</b></span>b") == "ab")
    #expect(shape("**a\nb**") == "**a\nb**")
  }

  @Test(arguments: [
    "*", "**a ", "_a", "*a* ", "<b>", "<span style=\"color:red\">", "[", "[a](", "<", "&", "#",
    "\\",
    "</b>", "<b></b>", "**a _b ", "*_", "\n", "a_ **", "&amp",
  ])
  func `a hostile label takes time in proportion`(piece: String) {
    let count = 200_000 / piece.utf8.count
    let markup = String(repeating: piece, count: count)
    // A quadratic reading of so many signs would take minutes.
    #expect(StyledText(markup: markup).plain.utf8.count <= markup.utf8.count * 2)
  }
}
