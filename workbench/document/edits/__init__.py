"""Edits: small frozen values with a title that make the next project."""
