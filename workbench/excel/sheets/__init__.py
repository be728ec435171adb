"""One module per sheet: functions from the book to a sheet plan."""
