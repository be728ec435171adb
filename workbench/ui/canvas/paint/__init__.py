"""How cards, arrows and bands are painted, in a window or into a file."""
