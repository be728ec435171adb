"""The tab with plan and fact of every metric in every month."""
