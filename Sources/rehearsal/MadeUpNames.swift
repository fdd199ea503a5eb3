/// Names for people who do not exist.
///
/// First names are everyday ones; surnames are put together from two parts, and meet no family by intent.
enum MadeUpNames {
  static let men = [
    "สมชาย", "บุญมี", "ประเสริฐ", "วิชัย", "ทองใบ", "คำปุ่น", "สุรชัย", "อุดม", "ไพโรจน์", "สมบัติ",
    "บุญส่ง", "ณรงค์", "เกียรติศักดิ์", "ธีรพงษ์", "ศักดิ์ชัย", "ปรีชา", "จำลอง", "หนูเกณฑ์", "พิทักษ์", "น้อย",
  ]
  static let women = [
    "สมศรี", "บุญเลี้ยง", "ทองคำ", "วิไล", "รัตนา", "คำผัด", "สุภาพร", "อรทัย", "มะลิ", "จันทร์เพ็ญ",
    "ลำดวน", "พิมพ์ใจ", "กัญญา", "ศิริพร", "ปราณี", "นงลักษณ์", "เพ็ญศรี", "หนูแดง", "สายสมร", "ดวงใจ",
  ]
  private static let beginnings = [
    "แก้ว", "ทอง", "ศรี", "บุญ", "คำ", "แสน", "วงศ์", "พร", "ไชย", "สุข", "ดวง", "จันทร์", "โพธิ์", "นา",
  ]
  private static let endings = [
    "ตัวอย่าง", "สมมุติ", "ทดลอง", "ซ้อมงาน", "ลองทำ", "นามสมมุติ", "สาธิต", "จำลองการ", "ฝึกหัด", "เรียนรู้",
  ]

  static func surname(_ dice: inout Dice) -> String {
    dice.pick(beginnings) + dice.pick(endings)
  }
}
