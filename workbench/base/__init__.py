"""Errors, texts, languages and numbers: what every other layer may use; it knows no KPI."""
