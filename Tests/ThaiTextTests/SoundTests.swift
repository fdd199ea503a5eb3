import Testing
import ThaiText

/// Names by ear: what an officer hears on the telephone, beside what is written in the register.
struct SoundTests {
  @Test(arguments: [
    ("บุนมี", "บุญมี"), ("สมสัก", "สมศักดิ์"), ("จัน", "จันทร์"), ("สีสุดา", "ศรีสุดา"), ("วันนา", "วรรณา"),
    ("สุริน", "สุรินทร์"), ("สมพอน", "สมพร"), ("ทองไบ", "ทองใบ"), ("ไพบูน", "ไพบูลย์"), ("ลัก", "ลักษณ์"),
    ("ทำ", "ธรรม"), ("มิด", "มิตร"), ("เพด", "เพชร"), ("ชาด", "ชาติ"), ("พูม", "ภูมิ"), ("สมบูน", "สมบูรณ์"),
    ("พัด", "พัฒน์"), ("ไท", "ไทย"), ("อำพัน", "อัมพันธุ์"), ("ซับ", "ทรัพย์"), ("วิไลวัน", "วิไลวรรณ"),
    ("นคอน", "นคร"), ("กันยา", "กัญญา"), ("พิมพา", "พิมภา"), ("บุญมี", "บุญ มี"),
    ("ราดรี", "ราตรี"), ("จิด", "จิตร"), ("ประพัด", "ประภัสร์"), ("สวัด", "สวัสดิ์"),
  ])
  func `a name is the same by ear`(heard: String, written: String) {
    #expect(ThaiSound.key(of: heard) == ThaiSound.key(of: written))
  }

  @Test(arguments: [
    ("มะลิ", "มาลี"), ("สมชาย", "สมหญิง"), ("บุญมี", "บุญมา"), ("ทอง", "ทา"), ("คำ", "คง"), ("นิด", "นก"),
    ("แก้ว", "กาว"), ("ปรีชา", "ปราณี"),
  ])
  func `names that nobody mishears stay apart`(one: String, other: String) {
    #expect(ThaiSound.key(of: one) != ThaiSound.key(of: other))
  }

  @Test func `what is not Thai stays as a search folds it`() {
    #expect(ThaiSound.key(of: "Somchai 12/๓") == "somchai123")
    #expect(ThaiSound.key(of: "์ ิ ะ") == "ิ", "signs without a letter")
    #expect(ThaiSound.key(of: "") == "")
  }
}
