"""Filled workbooks on their way in."""
