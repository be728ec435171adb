"""Forms: widgets for the rows of an inspector; they show rows and tell wishes."""
