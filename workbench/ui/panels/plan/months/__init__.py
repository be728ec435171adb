"""The tab with the plan by months: the table and the goal above it."""
