"""The tab with the board of the plan."""
