"""The tab with plan and fact of several metrics over the months."""
