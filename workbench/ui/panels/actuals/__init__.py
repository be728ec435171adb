"""The work place of the actuals, and the table of one month."""
