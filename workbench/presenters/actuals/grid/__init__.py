"""Plan and fact of every metric in every month."""
