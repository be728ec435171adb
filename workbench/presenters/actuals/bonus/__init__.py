"""The bonus of a month from its actuals."""
