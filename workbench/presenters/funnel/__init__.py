"""The funnel: from project and forecast to a picture, and from a person's gestures to edits."""
