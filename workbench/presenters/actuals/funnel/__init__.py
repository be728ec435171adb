"""The funnel of a month: plan against fact, stage after stage."""
