/// What a person sees who opens the centre's address in a browser.
enum LandingPage {
  static func response(title: String) -> Response {
    let title = escaped(title)
    let page = """
      <!doctype html>
      <html lang="th">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>body{font:1.1em/1.6 sans-serif;max-width:34em;margin:3em auto;padding:0 1em}</style>
      <h1>\(title)</h1>
      <p>ที่นี่คือศูนย์รับข้อมูลสำรวจของโปรแกรม FieldTUI ไม่มีแบบให้กรอกบนหน้านี้
      โปรดเปิดโปรแกรม <code>fieldtui</code> ในเครื่องของท่าน แล้วใช้ที่อยู่ของหน้านี้เมื่อลงทะเบียน
      <p lang="en">This is a centre that receives surveys from FieldTUI. There is nothing to fill in
      here: open <code>fieldtui</code> on your laptop, and give it the address of this page when you
      enrol.
      </html>

      """
    return Response(
      200, type: "text/html; charset=utf-8", Array(page.utf8),
      headers: ["Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"])
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }
}
