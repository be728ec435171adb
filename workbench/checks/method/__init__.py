"""What the method knows: words for roles and metrics, gaming, how stages flow, usual ranges."""
