"""Calculations on a project: they answer with numbers or with the reason why there is none."""
