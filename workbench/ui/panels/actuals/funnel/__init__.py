"""The tab with the funnel of a month."""
