"""The tab with the people of the plan."""
