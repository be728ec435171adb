"""Sheets of the workbook painted as a spreadsheet prints them, on the screen and in a PDF."""
