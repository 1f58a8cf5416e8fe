#!/bin/sh
# Makes report.pdf from report.html: LibreOffice 7.4.
soffice --headless --infilter='HTML (StarWriter)' --convert-to 'pdf:writer_pdf_Export' report.html
