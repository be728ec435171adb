"""Plan and fact of a month: what made the difference, and whose it is."""
