#!/bin/sh
# Makes report.pdf from report.ms: groff 1.22 with tbl, Ghostscript 10.
groff -ms -t -Tps report.ms | ps2pdf - report.pdf
