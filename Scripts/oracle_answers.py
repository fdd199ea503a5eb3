"""Random answers to an XForm, plausible and not, as the steps that JavaRosa and `fieldtui form replay` take."""
import csv
import re
import xml.etree.ElementTree as ElementTree

FIRST = ["สมชาย", "มาลี", "บุญมา", "คำแพง", "ทองสุข", "น้ำฝน", "ปรีชา2", "Somchai", ""]
LAST = ["ใจดี", "ดงหลวง", "ศรีสุข", "-", "แก้ว๓", "na Ayutthaya"]
PHONES = ["0812345678", "๐๘๑-๒๓๔-๕๖๗๘", "042712345", "08123", "0512345678", "02 123 4567"]
# All of registry office 0000, which no person has; the last four are wrong. The first of each list is plausible.
CITIZENS = ["1000000001013", "1-0000-00001-02-1", "๑๐๐๐๐๐๐๐๐๑๐๓๐", "1000000001014", "9000000001013", "12345", "๑"]
TEXTS = ["ไม่มี", "12/3", "45 ก", "หมู่ที่ 4", "a b", "12", "#", "   ", "ค้าขาย ตลาดสด", "x < y & z"]
DATES = ["2020-04-10", "2020-04-09", "2020-02-29", "2019-12-31", "2026-01-01", "2599-01-01"]
BY_NAME = {
    "first_name": FIRST, "informant_name": FIRST, "surveyor_name": FIRST, "last_name": LAST, "phone": PHONES,
    "citizen_id": CITIZENS, "house_no": ["12/3", "45 ก", "บ้าน!", "๑๒"], "postcode": ["47230", "10200", "4723", "๔๗๒๓๐"],
    "age": ["61", "0", "14", "15", "120", "121", "-1"], "moo": ["4", "0", "99", "100"],
    "needs_count": ["3", "1", "15", "0", "16"], "income_day": ["300", "0", "1000001", "-5"],
    "income_month": ["9000", "0", "300", "30000001", "9301"],
}
BY_TYPE = {
    "string": TEXTS, "int": ["4", "0", "1", "99", "100", "-7"], "decimal": ["0", "0.5", "-1.75", "3.25"], "date": DATES,
}


class Question:
    def __init__(self, path, control, kind):
        self.path, self.control, self.kind = path, control, kind
        self.name = path.rsplit("/", 1)[-1]
        self.choices, self.filters = [], []


class Form:
    """What a person can answer in an XForm without repeats."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        tag = lambda element: element.tag.rsplit("}", 1)[-1]
        binds = {e.get("nodeset"): e for e in root.iter() if tag(e) == "bind"}
        self.languages = [e.get("lang") for e in root.iter() if tag(e) == "translation"]
        instances = {}
        for instance in (e for e in root.iter() if tag(e) == "instance" and e.get("id")):
            if instance.get("src"):
                file = path.parent / instance.get("src").rsplit("/", 1)[-1]
                with open(file, encoding="utf-8", newline="") as lines:
                    instances[instance.get("id")] = list(csv.DictReader(lines))
            else:
                instances[instance.get("id")] = [
                    {tag(column): column.text or "" for column in item} for item in instance.iter() if tag(item) == "item"
                ]
        self.questions = []
        controls = {"input", "select1", "select", "rank", "trigger"}
        for element in (e for e in root.iter() if tag(e) in controls):
            bind = binds.get(element.get("ref"))
            if bind is None or bind.get("readonly") == "true()":
                continue
            question = Question(element.get("ref"), tag(element), bind.get("type", "string").split(":")[-1])
            for itemset in (e for e in element if tag(e) == "itemset"):
                nodeset = itemset.get("nodeset")
                question.rows = instances[re.search(r"instance\('([^']+)'\)", nodeset).group(1)]
                question.value = next(e.get("ref") for e in itemset if tag(e) == "value")
                question.filters = re.findall(r"([\w-]+) =\s+('[^']*'|/[\w/-]+)", nodeset)
            self.questions.append(question)


class Answers:
    """A random walk through a form; it remembers its answers, so that cascades can fit together.

    Some walks are careful up to the last question, so that there are records that can be finished.
    """

    def __init__(self, form, random):
        self.form, self.random, self.given = form, random, {}
        self.is_careful = random.random() < 0.3

    def offered(self, question):
        """The names of the choices that the answers so far leave."""
        rows = question.rows
        for column, wanted in question.filters:
            wanted = wanted.strip("'") if wanted.startswith("'") else self.given.get(wanted, "")
            rows = [row for row in rows if row[column] == wanted]
        return [row[question.value] for row in rows]

    def value(self, question):
        pick = self.random.choice
        if not self.is_careful and self.random.random() < 0.06:
            return ""
        if question.control == "trigger":
            return "OK"
        if question.control == "select1":
            names = self.offered(question)
            if not names or (not self.is_careful and self.random.random() < 0.05):
                names = [row[question.value] for row in question.rows]
            return pick(names)
        if question.control in ("select", "rank"):
            names = self.offered(question)
            self.random.shuffle(names)
            count = len(names) if self.is_careful or self.random.random() < 0.7 else self.random.randint(0, len(names))
            return " ".join(names[:count])
        values = BY_NAME.get(question.name, BY_TYPE.get(question.kind, TEXTS))
        return values[0] if self.is_careful else pick(values)

    def answer(self, question):
        self.given[question.path] = self.value(question)
        return f"set\t{question.path}\t{self.given[question.path]}"

    def steps(self):
        """One record: all questions in order, or a few here and there, and then some again."""
        steps = ["dump"]
        if self.is_careful or self.random.random() < 0.5:
            for question in self.form.questions:
                if self.is_careful or self.random.random() < 0.95:
                    steps.append(self.answer(question))
            steps += ["dump", "validate"]
        self.is_careful = False
        for _ in range(self.random.randint(5, 40)):
            steps.append(self.answer(self.random.choice(self.form.questions)))
            if self.random.random() < 0.08 and self.form.languages:
                steps.append("language\t" + self.random.choice(self.form.languages))
            if self.random.random() < 0.2:
                steps.append(self.random.choice(["dump", "validate"]))
        return steps + ["dump", "validate"]
