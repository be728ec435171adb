"""What the panels say and do, without Qt: tested without a window."""
