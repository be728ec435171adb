"""Plan and fact of several metrics over the months."""
