"""The problems panel below the work places."""
