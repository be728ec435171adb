"""What the method knows: words, gaming, how stages flow, levels in order, who is near a metric."""
