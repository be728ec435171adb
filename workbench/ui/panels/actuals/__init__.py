"""The table of actuals of a month, and the way from month to month."""
