"""Makes report.pdf: reportlab. A table without any rule: columns and rows are told apart by space alone."""
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

HEAD = ["North line", "South line"]
SUB = ["Summer", "Winter", "Summer", "Winter"]
ROWS = [
    ("Passengers on foot", ["1 204 566", "310 008", "987 412", "299 870"]),
    ("Passengers with a car", ["403 220", "98 415", "377 051", "100 006"]),
    ("Cars", ["181 900", "45 012", "160 333", "47 718"]),
    ("Bicycles", ["22 417", "905", "31 260", "1 112"]),
    ("Crossings", ["2 196", "1 098", "2 190", "1 095"]),
]
RIGHT = [255, 340, 425, 510]

page = canvas.Canvas("report.pdf", pagesize=A4, invariant=1)
page.setTitle("Ferries")
page.setFont("Times-Roman", 11)
page.drawString(60, 770, "The ferry company counts who and what it carries.")
page.setFont("Times-Bold", 11)
page.drawString(60, 735, "Traffic of the ferries by line and season, 2016")
page.setFont("Times-Roman", 10)
for text, left, right in [(HEAD[0], RIGHT[0], RIGHT[1]), (HEAD[1], RIGHT[2], RIGHT[3])]:
    page.drawCentredString((left + right) / 2 - 20, 710, text)
for text, right in zip(SUB, RIGHT):
    page.drawRightString(right, 694, text)
for row, (label, values) in enumerate(ROWS):
    y = 672 - 16 * row
    page.drawString(60, y, label)
    for value, right in zip(values, RIGHT):
        page.drawRightString(right, y, value)
page.drawString(60, 560, "A season is half a year.")
page.save()
