extension Finding.Code {
  /// The sentences, with `{0}`, `{1}` where a finding names what it is about.
  public var words: FindingWords {
    switch self {
    case .notXML, .spreadsheet, .damagedXML, .doctype, .tooDeep, .tooLarge, .tooManyElements,
      .tooManyNodes,
      .tooManyFindings, .notAForm, .noInstance, .noFormID, .noTitle, .encrypted:
      fileWords
    case .noNode, .unknownNode, .duplicateNode, .duplicateBind, .unknownType, .unknownPreload,
      .unknownRole,
      .badDefault, .neverAsked, .neverAnswerable:
      nodeWords
    case .badExpression, .unclosedText, .earlyEnd, .unknownFunction, .wrongArguments, .unsupported,
      .badPattern, .tooComplex, .tooManyReads, .tooMuchWork, .textTooLong, .failsAtStart, .cycle:
      expressionWords
    case .unknownInstance, .duplicateInstance, .emptyInstance, .unknownColumn, .noItemset,
      .noChoices, .duplicateChoice, .choiceWithoutLabel, .choiceWithoutValue, .spaceInChoice,
      .unknownChoice:
      choiceWords
    case .unknownText, .duplicateText, .duplicateLanguage, .missingTranslation, .noLabel,
      .missingMedia, .missingAttachment, .badMedia, .tooMuchMedia:
      textWords
    case .unknownControl, .questionTwice, .outsideRepeat, .strayRepeat, .countedTwice, .emptyGroup,
      .badRange, .noTarget, .unknownEvent, .notInTerminal, .filesByPath, .auditWithoutPlaces:
      questionWords
    }
  }

  private var fileWords: FindingWords {
    switch self {
    case .spreadsheet:
      FindingWords(
        "แฟ้มนี้เป็นตารางคำนวณ ไม่ใช่ XForm โปรดแปลงด้วย pyxform (xls2xform) ก่อน",
        "This is a spreadsheet, not an XForm. Convert it with pyxform (xls2xform) first.")
    case .damagedXML:
      FindingWords("XML เสียตรงนี้: {0}", "The XML is damaged here: {0}.")
    case .doctype:
      FindingWords(
        "ไม่อ่านชนิดเอกสาร (<!DOCTYPE>) โปรดเอาออก",
        "A document type (<!DOCTYPE>) is not read. Take it out.")
    case .tooDeep:
      FindingWords(
        "องค์ประกอบซ้อนกันลึกกว่า {0} ชั้น", "Elements are nested more than {0} deep.")
    case .tooLarge:
      FindingWords("แฟ้มใหญ่กว่า {0} MB", "The file is larger than {0} MB.")
    case .tooManyElements:
      FindingWords(
        "XML มีองค์ประกอบและแอตทริบิวต์มากกว่า {0} โปรดย้ายรายการยาวไปไว้ในแฟ้ม CSV",
        "The XML has more than {0} elements and attributes. Put long lists into a CSV file.")
    case .tooManyNodes:
      FindingWords(
        "ระเบียนมีช่องมากกว่า {0} โปรดแบ่งแบบฟอร์ม",
        "The record has more than {0} nodes. Make several forms of it.")
    case .tooManyFindings:
      FindingWords(
        "ยังมีอีก {0} ข้อที่ไม่ได้แสดง โปรดแก้ข้อที่แสดงก่อนแล้วตรวจใหม่",
        "{0} more findings are not shown. Mend those that are, and check again.")
    case .notAForm:
      FindingWords(
        "แฟ้มนี้เป็น XML แต่ไม่ใช่แบบฟอร์ม: ไม่มี <model> ใน <head> หรือไม่มี <body> "
          + "โปรดใช้ XForm ที่ pyxform สร้างจาก XLSForm",
        "This is XML, but not a form: there is no <model> in a <head> or no <body>. "
          + "Give the XForm that pyxform makes of the XLSForm.")
    case .noInstance:
      FindingWords(
        "<model> ไม่มี <instance> จึงไม่มีอะไรให้กรอก",
        "The <model> has no <instance>, so there is nothing to fill in.")
    case .noFormID:
      FindingWords(
        "ระเบียน <{0}> ไม่มี id ซึ่งเซิร์ฟเวอร์ใช้รู้จักแบบฟอร์ม",
        "The record <{0}> has no id, by which a server knows the form.")
    case .noTitle:
      FindingWords(
        "แบบฟอร์มไม่มีชื่อ ผู้กรอกจะเห็นเพียงรหัส {0}",
        "The form has no title; people will see only its id, {0}.")
    case .encrypted:
      FindingWords(
        "แบบฟอร์มขอให้เข้ารหัสข้อมูลที่ส่ง ซึ่งที่นี่ทำไม่ได้ โปรดเอากุญแจสาธารณะออกจาก settings",
        "The form asks for encrypted submissions, which cannot be written here. "
          + "Take the public key out of the form's settings.")
    default:
      FindingWords(
        "แฟ้มนี้ไม่ใช่ XML โปรดใช้ XForm ที่ pyxform สร้างจาก XLSForm",
        "This is not XML. Give the XForm that pyxform makes of the XLSForm.")
    }
  }

  private var nodeWords: FindingWords {
    switch self {
    case .noNode:
      FindingWords(
        "<{0}> ไม่ได้บอกว่าเป็นเรื่องของช่องใดในระเบียน",
        "This <{0}> does not say which node of the record it is about.")
    case .duplicateNode:
      FindingWords(
        "ระเบียนมี {0} สองแห่ง และไม่ใช่กลุ่มซ้ำ โปรดเปลี่ยนชื่อแห่งหนึ่ง",
        "The record has {0} twice, and it is no repeat. Rename one of them.")
    case .duplicateBind:
      FindingWords(
        "{0} มี <bind> สองอัน ใช้อันหลัง", "{0} has two <bind>s; the later one counts.")
    case .unknownType:
      FindingWords(
        "ไม่รู้จักชนิด {0} จะเก็บคำตอบเป็นข้อความ",
        "The type {0} is not known; the answer is kept as text.")
    case .unknownPreload:
      FindingWords(
        "ไม่รู้ว่าต้องเติมอะไรให้ {0} {1} จะปล่อยว่างไว้",
        "Nothing is known to fill in for {0} {1}; it stays empty.")
    case .unknownRole:
      FindingWords(
        "ไม่รู้จักบทบาท {0} (ft:role) จะถือว่าคำถามนี้ไม่มีบทบาท โปรดตรวจตัวสะกด",
        "No role is called {0} (ft:role); the question has none. Check the spelling.")
    case .badDefault:
      FindingWords(
        "ค่าเริ่มต้น {1} ของ {0} ไม่ใช่ค่าชนิด {2}",
        "{0} begins as {1}, which is no value of the type {2}.")
    case .neverAsked:
      FindingWords(
        "ไม่มีคำถาม การคำนวณ หรือสิ่งใดเติม {0} จึงจะว่างเสมอ",
        "No question, calculation or action fills in {0}; it will always be empty.")
    case .neverAnswerable:
      FindingWords(
        "{0} ต้องมีคำตอบ แต่แก้ไม่ได้และไม่มีอะไรเติมให้ ระเบียนจะทำเสร็จไม่ได้",
        "{0} is required, but readonly and filled in by nothing: no record can be finished.")
    default:
      FindingWords(
        "แบบฟอร์มไม่มี {0} โปรดตรวจตัวสะกดและกลุ่มที่อยู่",
        "The form has no {0}. Check the spelling, and the group it is in.")
    }
  }

  private var expressionWords: FindingWords {
    switch self {
    case .unclosedText:
      FindingWords(
        "ข้อความใน {0} ไม่มีเครื่องหมายคำพูดปิด", "A text in {0} has no closing quote.")
    case .earlyEnd:
      FindingWords("สูตรใน {0} จบก่อนครบ", "The expression in {0} ends too early.")
    case .unknownFunction:
      FindingWords(
        "ไม่มีฟังก์ชัน {1}() ซึ่งใช้ใน {0}", "There is no function {1}(), which {0} calls.")
    case .wrongArguments:
      FindingWords(
        "ฟังก์ชัน {1}() ใน {0} ได้ค่าไม่ถูกจำนวน",
        "{1}() in {0} is given too many or too few arguments.")
    case .unsupported:
      FindingWords(
        "{1} ใน {0} ใช้ในแบบฟอร์มไม่ได้", "{1} in {0} cannot be used in a form.")
    case .badPattern:
      FindingWords(
        "แบบรูปของ regex ใน {0} ใช้ไม่ได้: {1}", "The pattern of a regex in {0} cannot be used: {1}.")
    case .tooComplex:
      FindingWords(
        "สูตรใน {0} ยาวหรือซ้อนลึกเกินไป โปรดแบ่งเป็นหลายการคำนวณ",
        "The expression in {0} is too long or nested too deep. Make several calculations of it.")
    case .tooManyReads:
      FindingWords(
        "กฎทั้งหมดรวมกันอ่านช่องมากกว่า {0} ครั้ง โปรดลดสูตรที่อ่านทุกช่อง (*)",
        "All rules together read more than {0} nodes. Use fewer rules that read everything (*).")
    case .tooMuchWork:
      FindingWords(
        "กฎของ {0} ใช้เวลานานเกินไป จึงถูกหยุด",
        "The rule of {0} takes too much work, and is stopped.")
    case .textTooLong:
      FindingWords(
        "กฎของ {0} สร้างข้อความยาวเกินไป", "The rule of {0} makes a text that is too long.")
    case .failsAtStart:
      FindingWords(
        "คำนวณ {0} ไม่ได้เมื่อเริ่มระเบียน: {1}",
        "{0} cannot be worked out when a record begins: {1}.")
    case .cycle:
      FindingWords("กฎเหล่านี้รอกันเป็นวง: {0}", "These rules wait for each other: {0}.")
    default:
      FindingWords(
        "อ่านสูตรใน {0} ไม่ได้: ไม่คาดว่าจะพบ ‘{1}’ ตรงนี้",
        "The expression in {0} cannot be read: ‘{1}’ was not expected here.")
    }
  }

  private var choiceWords: FindingWords {
    switch self {
    case .duplicateInstance:
      FindingWords("มีรายการชื่อ {0} สองรายการ", "Two lists are called {0}.")
    case .emptyInstance:
      FindingWords(
        "รายการ {0} ว่างและไม่ได้ระบุแฟ้ม", "The list {0} is empty and names no file.")
    case .unknownColumn:
      FindingWords(
        "รายการ {0} ไม่มีช่อง {1} จึงไม่มีตัวเลือกใดตรง",
        "The list {0} has no column {1}, so nothing in it will match.")
    case .noItemset:
      FindingWords(
        "{0} ไม่ได้บอกว่าตัวเลือกมาจากไหน", "{0} does not say where its choices come from.")
    case .noChoices:
      FindingWords("{0} ไม่มีอะไรให้เลือก", "{0} has nothing to choose from.")
    case .duplicateChoice:
      FindingWords(
        "ตัวเลือกสองข้อเก็บเป็น {0} เหมือนกัน จะแยกกันไม่ออกในข้อมูล",
        "Two choices are stored as {0}; the data cannot tell them apart.")
    case .choiceWithoutLabel:
      FindingWords(
        "ตัวเลือก {0} ไม่มีคำอธิบาย ผู้กรอกจะเห็นเพียง {0}",
        "The choice {0} has no label; people will see {0} itself.")
    case .choiceWithoutValue:
      FindingWords(
        "ตัวเลือกนี้ไม่มีค่าที่จะเก็บ", "This choice has no value that could be stored.")
    case .spaceInChoice:
      FindingWords(
        "ค่า {0} มีช่องว่าง จะถูกอ่านเป็นหลายคำตอบ",
        "The value {0} has a space in it, and will be read as several answers.")
    case .unknownChoice:
      FindingWords(
        "{0} ไม่มีตัวเลือก {1} เงื่อนไขนี้จึงไม่มีวันเป็นจริง",
        "{0} has no choice {1}, so this can never be true.")
    default:
      FindingWords("แบบฟอร์มไม่มีรายการชื่อ {0}", "The form has no list called {0}.")
    }
  }

  private var textWords: FindingWords {
    switch self {
    case .duplicateText:
      FindingWords("ข้อความ {0} มีสองแห่งในภาษา {1}", "The text {0} is there twice in {1}.")
    case .duplicateLanguage:
      FindingWords("มีภาษา {0} สองชุด", "The language {0} is there twice.")
    case .missingTranslation:
      FindingWords(
        "ข้อความ {0} ยังไม่มีคำแปลภาษา {1}", "The text {0} has no translation into {1}.")
    case .noLabel:
      FindingWords("คำถาม {0} ไม่มีคำ", "The question {0} has no words.")
    case .missingMedia:
      FindingWords(
        "ไม่มีแฟ้ม {0} โปรดวางไว้ข้างแบบฟอร์ม",
        "The file {0} is missing. Put it beside the form.")
    case .missingAttachment:
      FindingWords(
        "ไม่มีแฟ้มสื่อ {0} ที่แบบฟอร์มอ้างถึง โปรดวางไว้ข้างแบบฟอร์ม",
        "The media file {0} that the form names is not there. Put it beside the form.")
    case .tooMuchMedia:
      FindingWords(
        "แฟ้มข้างแบบฟอร์มรวมกับ {0} ใหญ่กว่า {1} MB",
        "The files beside the form, with {0}, are larger than {1} MB together.")
    case .badMedia:
      FindingWords("อ่านแฟ้ม {0} ไม่ได้: {1}", "The file {0} cannot be read: {1}.")
    default:
      FindingWords(
        "ไม่มีข้อความรหัส {0} ในภาษาใดเลย", "No translation has a text with the id {0}.")
    }
  }

  private var questionWords: FindingWords {
    switch self {
    case .questionTwice:
      FindingWords("{0} ถูกถามสองครั้ง", "{0} is asked twice.")
    case .outsideRepeat:
      FindingWords(
        "{0} อยู่ในกลุ่มซ้ำ {1} แต่ถามนอกกลุ่ม จะได้คำตอบของชุดแรกเท่านั้น",
        "{0} lies inside the repeat {1} but is asked outside of it; only the first one is reached.")
    case .strayRepeat:
      FindingWords(
        "กลุ่มซ้ำ {0} อยู่ในกลุ่มซ้ำ {1} แต่ในระเบียนไม่ได้อยู่ข้างใต้ โปรดย้ายออก หรือให้ชื่อใต้ {1}",
        "The repeat {0} stands in the repeat {1}, but not below it in the record. Move it out, or give it a node below {1}."
      )
    case .countedTwice:
      FindingWords(
        "กลุ่มซ้ำ {0} มีจำนวนกำหนดไว้สองแห่ง ใช้แห่งแรก โปรดเอาแห่งหนึ่งออก",
        "The repeat {0} is counted in two places; the first one counts. Take one of them away.")
    case .emptyGroup:
      FindingWords("กลุ่ม {0} ไม่มีคำถาม", "There is no question in the group {0}.")
    case .badRange:
      FindingWords(
        "ช่วงของ {0} ต้องมีค่าต้น ค่าปลาย และขั้นเป็นตัวเลข",
        "The range of {0} needs a start, an end and a step, all numbers.")
    case .noTarget:
      FindingWords(
        "<{0}> ไม่ได้บอกว่าจะเขียนช่องใดในระเบียน",
        "This <{0}> does not say which node of the record it writes.")
    case .unknownEvent:
      FindingWords(
        "จะไม่เกิดอะไรเมื่อ {0} เพราะไม่ใช่เหตุการณ์ของ ODK",
        "Nothing happens at {0}: it is not an event of ODK's.")
    case .notInTerminal:
      FindingWords(
        "<{0}> ต้องใช้โทรศัพท์ ที่นี่จะไม่เขียนอะไร",
        "<{0}> needs a telephone; nothing is written here.")
    case .filesByPath:
      FindingWords(
        "{0} ต้องการรูปหรือเสียง ที่นี่ไม่มีกล้อง ให้พิมพ์ที่อยู่ของแฟ้ม แฟ้มจะส่งหลังจากแบบทุกฉบับ",
        "{0} wants a photo or a recording: there is no camera here, a file is given by its path; it is sent after all records."
      )
    case .auditWithoutPlaces:
      FindingWords(
        "แบบฟอร์มขอตำแหน่งในบันทึกการกรอก เครื่องนี้ไม่รู้ตำแหน่ง จะบันทึกอย่างอื่นทั้งหมด",
        "The form wants places in its audit log, which a laptop does not know; all else is logged.")
    default:
      FindingWords(
        "ไม่รู้จักคำถามแบบ <{0}> จะข้ามไป",
        "<{0}> is not a question that is known here; it is left out.")
    }
  }
}
