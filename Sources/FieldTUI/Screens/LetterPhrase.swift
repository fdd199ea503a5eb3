import TerminalKit

/// The seven explanations of the letter's form (คำอธิบายแบบสำรวจ), in its own terms.
enum LetterPhrase: Wording {
  case whoQuestion, who, surveyorQuestion, surveyor, itemsQuestion, items
  case rightsQuestion, rights, effectQuestion, effect, rankQuestion, rank
  case signQuestion, sign, positionQuestion, position, checkerQuestion, checker
  case partsQuestion, parts

  /// Questions with their answers, in the letter's order.
  static let explanations: [(question: Label, answer: Label)] = pairs.map {
    ($0.question.label, $0.answer.label)
  }

  private static let pairs: [(question: LetterPhrase, answer: LetterPhrase)] = [
    (.whoQuestion, .who), (.surveyorQuestion, .surveyor), (.itemsQuestion, .items),
    (.rightsQuestion, .rights), (.effectQuestion, .effect), (.rankQuestion, .rank),
    (.signQuestion, .sign), (.positionQuestion, .position), (.checkerQuestion, .checker),
    (.partsQuestion, .parts),
  ]

  var label: Label {
    switch self {
    case .whoQuestion:
      Label("ใครคือผู้ได้รับผลกระทบ (คำอธิบายข้อ 1)", "Who is an affected person? (explanation 1)")
    case .who:
      Label(
        """
        มี 2 กลุ่ม
        1.1 ผู้ที่เดินทางจากกรุงเทพฯ ปริมณฑล หรือพื้นที่เสี่ยงอื่น กลับมายังหมู่บ้าน/ชุมชน และมีข้อมูลในระบบ Thai QM แล้ว
        1.2 ผู้ที่อยู่ในหมู่บ้าน/ชุมชนอยู่แล้ว และได้รับผลกระทบ ทำให้ไม่สามารถประกอบอาชีพได้
        """,
        """
        Two groups.
        1.1 Who came back to the village from Bangkok, its vicinity or another area of risk, and is in \
        Thai QM already.
        1.2 Who lived here all along and, being affected, cannot carry on the occupation.
        """)
    case .surveyorQuestion: Label("ใครเป็นผู้สำรวจ (คำอธิบายข้อ 2)", "Who surveys? (explanation 2)")
    case .surveyor:
      Label(
        "ผู้ใหญ่บ้าน/คณะกรรมการหมู่บ้าน หรือประธานกรรมการชุมชน/คณะกรรมการชุมชน สำรวจและบันทึก ตั้งแต่วันที่ 10 เมษายน 2563 เป็นต้นไป",
        "The village head or committee, or the community's chair or committee, from 10 April 2563 on."
      )
    case .itemsQuestion:
      Label("กรอกแต่ละข้ออย่างไร (คำอธิบายข้อ 3)", "How is each item filled in? (explanation 3)")
    case .items:
      Label(
        """
        ผู้ได้รับผลกระทบกรอกข้อมูลให้ครบถ้วน
        ข้อ 1 ข้อมูลส่วนตัว
        ข้อ 2 สิทธิจากรัฐ (ประกันสังคม ม.33, ม.39/40, บัตรสวัสดิการแห่งรัฐ หรือไม่มี) เลือกได้เพียงข้อเดียว
        ข้อ 3 ผลกระทบ เลือกได้เพียงข้อเดียว
        ข้อ 4 ผลกระทบอื่น ๆ ได้ตอบข้อ 3 แล้วไม่ต้องตอบ ถ้าตอบ เลือกได้เพียงข้อเดียว
        ข้อ 5 ลงทะเบียน www.เราไม่ทิ้งกัน.com เลือกได้เพียงข้อเดียว
        ข้อ 6 ความช่วยเหลือ ต้องเลือกและระบุให้ชัดเจน เรียงลำดับความสำคัญ 1 - 15
        """,
        """
        The affected person fills in the form completely.
        Item 1: personal details. Item 2: state entitlement, one only. Item 3: effect, one only.
        Item 4: other effects, not when item 3 is answered; one only. Item 5: registered at \
        www.เราไม่ทิ้งกัน.com, one only. Item 6: help that is wanted, ranked from 1 to 15.
        """)
    case .rightsQuestion:
      Label("มีสิทธิหลายอย่าง เช่น ประกันสังคมและบัตรสวัสดิการแห่งรัฐ", "More than one entitlement?")
    case .rights:
      Label(
        "ข้อ 2 เลือกได้เพียงข้อเดียว ถ้ามีหลายสิทธิ เลือกข้อแรกที่ตรงตามลำดับในแบบ เช่น มีทั้งประกันสังคม ม.39/40 และบัตรสวัสดิการแห่งรัฐ ให้เลือกประกันสังคม ม.39/40",
        "Item 2 takes one only: the first that applies in the form's order. Who has section 39/40 and the "
          + "welfare card chooses section 39/40.")
    case .effectQuestion: Label("ตอบข้อ 3 หรือข้อ 4", "Item 3 or item 4?")
    case .effect:
      Label(
        "ตอบเพียงข้อใดข้อหนึ่ง ข้อ 3 สำหรับผู้มีนายจ้าง มีธุรกิจ หรือรายได้ลดลง ถ้าไม่ตรงจึงตอบข้อ 4 เช่น ขนส่งผลผลิตทางการเกษตรไม่สะดวก",
        "One of the two. Item 3 is for employees, owners, and who earns less; item 4 only when none of "
          + "those fits, such as produce that cannot be moved.")
    case .rankQuestion: Label("เรียงลำดับความสำคัญอย่างไร (ข้อ 6)", "How are the needs ranked? (item 6)")
    case .rank:
      Label(
        "ใส่เลข 1 ที่เรื่องที่ต้องการที่สุด แล้ว 2, 3 ต่อไป เลขไม่ซ้ำและไม่ข้าม เรื่องที่ไม่ต้องการเว้นว่างได้ เช่น ถุงยังชีพ 1 เงินสนับสนุนการยังชีพ 2 พันธุ์พืช 3",
        "1 for what is wanted most, then 2, 3 and so on, none twice and none left out; what is not wanted "
          + "stays empty. For example: survival bag 1, living allowance 2, plant stock 3.")
    case .signQuestion: Label("ใครลงชื่อเป็นผู้ให้ข้อมูล (คำอธิบายข้อ 4)", "Who signs? (explanation 4)")
    case .sign:
      Label(
        "เมื่อกรอกเสร็จ ผู้ได้รับผลกระทบหรือผู้ให้ข้อมูลลงชื่อ เขียนชื่อ-สกุล และวัน เดือน ปี ที่สำรวจ",
        "When done, the affected person or the informant signs, with name, surname and the day of the "
          + "survey.")
    case .positionQuestion:
      Label("ผู้สำรวจลงชื่ออย่างไร (คำอธิบายข้อ 5)", "How does the surveyor sign? (explanation 5)")
    case .position:
      Label(
        "กำนัน ผู้ใหญ่บ้าน คณะกรรมการหมู่บ้าน ประธานกรรมการชุมชน หรือกรรมการชุมชน ลงชื่อและเขียนตำแหน่ง",
        "Kamnan, village head, village committee, community chair or committee: name and position.")
    case .checkerQuestion: Label("ใครลงชื่อเป็นผู้ตรวจสอบ (คำอธิบายข้อ 6)", "Who checks? (explanation 6)")
    case .checker:
      Label(
        "ปลัดอำเภอ หรือปลัดเทศบาล ลงชื่อเป็นผู้ตรวจสอบข้อมูล",
        "The deputy district officer or the municipal clerk signs as checker.")
    case .partsQuestion:
      Label("แบบส่วนที่ 1 และส่วนที่ 2 (คำอธิบายข้อ 7)", "Part 1 and part 2? (explanation 7)")
    case .parts:
      Label(
        "แยกแบบเป็น 2 ส่วน ส่วนที่ 1 ผู้สำรวจเก็บไว้เป็นหลักฐาน ส่วนที่ 2 นำส่งอำเภอ ทั้งสองส่วนต้องเป็นข้อมูลที่ตรงกัน",
        "The form is split: part 1 stays with the surveyor as evidence, part 2 goes to the district; both "
          + "must say the same.")
    }
  }
}
