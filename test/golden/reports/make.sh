#!/bin/sh
# Makes report.xlsx and what LibreOffice reads of it: report.csv (its cells), report.png (its first page).
# Needs LibreOffice and poppler-utils; run when the writer of report workbooks changes on purpose.
set -eu
cd "$(dirname "$0")"
node -r ../../../tools/register.cjs make.ts
soffice --headless --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76 report.xlsx
soffice --headless --convert-to pdf report.xlsx
pdftoppm -r 60 -f 1 -l 1 -singlefile -png report.pdf report
rm report.pdf
soffice --version > written-by.txt
