"""The plan by months: table, scenarios, goal."""
