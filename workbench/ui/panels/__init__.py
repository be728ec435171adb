"""The work places beside the canvas, and the inspectors."""
