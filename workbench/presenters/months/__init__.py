"""The plan by months: what the table, the scenarios and the goal show, and what typing does."""
