"""What really was: the table of a month, the month that is chosen, and what typing does."""
