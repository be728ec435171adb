"""The workbook the client receives: planned as data, written by one module."""
