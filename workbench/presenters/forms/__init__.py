"""Forms of the client's: what their placeholders mean, and the work of filling them."""
