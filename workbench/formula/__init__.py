"""The formula language: one parsed tree for evaluation, Excel, display and units."""
