"""Filled workbooks on their way in: read beside the window, shown, and taken over if agreed."""
