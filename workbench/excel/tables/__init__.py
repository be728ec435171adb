"""Plain tables of actuals: which column is what, and what the rows say."""
