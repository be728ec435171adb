"""The tab of plan and fact: actuals on the left, what made the difference on the right."""
