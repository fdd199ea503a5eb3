import Testing

/// The terminal that the other tests look at.
@Suite struct ScreenTests {
  @Test func `Thai that a program prints is read back as it was`() throws {
    // What a program says right before it ends, tmux may drop.
    let screen = try Screen(["sh", "-c", "printf 'ผู้ใหญ่บ้าน น้ำ|%s' ก; read line"])
    try screen.wait(for: "ผู้ใหญ่บ้าน น้ำ|ก")
  }

  @Test func `what is typed reaches the program`() throws {
    let screen = try Screen(["sh", "-c", "echo ready; read line; echo got $line"])
    // What is typed before the program is there can be lost on its way through the shell.
    try screen.wait(for: "ready")
    try screen.type("สวัสดี")
    try screen.press("Enter")
    try screen.wait(for: "got สวัสดี")
  }
}
