"""The tab with the bonus of a month."""
