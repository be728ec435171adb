"""The growth goal and what it comes down to."""
