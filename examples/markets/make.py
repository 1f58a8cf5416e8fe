"""Makes report.pdf: reportlab. Two tables side by side on a page that is shown turned by a quarter."""
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen import canvas
from reportlab.platypus import Table, TableStyle

APPLES = [
    ["Markt", "2020", "2021"],
    ["Altstadt", "12.450", "13.001"],
    ["Hafen", "8.077", "7.995"],
    ["Neumarkt", "1.020.300", "998.416"],
    ["Zusammen", "1.040.827", "1.019.412"],
]
PEARS = [
    ["Markt", "2020", "2021"],
    ["Altstadt", "3.318,5", "3.400,0"],
    ["Hafen", "905,2", "1.011,8"],
    ["Neumarkt", "25.660,1", "27.090,6"],
    ["Zusammen", "29.883,8", "31.502,4"],
]
STYLE = TableStyle([
    ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
    ("FONT", (0, 0), (-1, -1), "Helvetica", 9),
])

# The page is set upright with its text sideways, as a printer is fed, and says that it is shown turned.
width, height = A4
page = canvas.Canvas("report.pdf", pagesize=landscape(A4), invariant=1)
page.setTitle("Wochenmärkte")
page.setPageRotation(90)
page.translate(width, 0)
page.rotate(90)
page.setFont("Helvetica-Bold", 10)
page.drawString(70, 500, "Äpfel, Kilogramm")
page.drawString(440, 500, "Birnen, Kilogramm")
for rows, left in [(APPLES, 70), (PEARS, 440)]:
    table = Table(rows, colWidths=[90, 90, 90])
    table.setStyle(STYLE)
    table.wrapOn(page, 400, 300)
    table.drawOn(page, left, 400)
page.showPage()
page.save()
