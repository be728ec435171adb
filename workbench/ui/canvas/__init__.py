"""The Funnel place: the canvas with its cards, gestures, outline and minimap."""
