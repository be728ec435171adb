"""The problems panel: what the checks find, why it matters, and the mends."""
