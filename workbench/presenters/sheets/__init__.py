"""The export: what goes into the workbook, whether it is ready, and the work in the background."""
