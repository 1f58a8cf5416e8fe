"""Makes report.docx: python-docx."""
from docx import Document

document = Document()
document.core_properties.title = "Schools"
document.add_heading("Schools of the valley", level=1)
document.add_paragraph("The council counts pupils on the first of October.")
document.add_heading("Pupils by school and class", level=2)
ROWS = [
    ("Lower school", "Class 1", "31", "29"),
    ("Lower school", "Class 2", "28", "30"),
    ("Upper school", "Class 1", "114", "1,109"),
    ("Upper school", "Class 2", "98", "101"),
    ("Upper school", "Class 3", "n/a", "87"),
]
table = document.add_table(rows=2, cols=4)
table.style = "Table Grid"
table.cell(0, 0).merge(table.cell(1, 0)).text = "School"
table.cell(0, 1).merge(table.cell(1, 1)).text = "Class"
table.cell(0, 2).merge(table.cell(0, 3)).text = "Pupils"
table.cell(1, 2).text, table.cell(1, 3).text = "2022", "2023"
last = None
for school, name, *values in ROWS:
    cells = table.add_row().cells
    if last is not None and last[0] == school:
        last[1].merge(cells[0])
    else:
        cells[0].text = school
        last = (school, cells[0])
    cells[1].text = name
    for cell, value in zip(cells[2:], values):
        cell.text = value
        if value == "1,109":
            mark = cell.paragraphs[0].add_run("a")
            mark.font.superscript = True
note = document.add_paragraph()
note.add_run("a").font.superscript = True
note.add_run(" With the pupils of the closed school.")
document.save("report.docx")
