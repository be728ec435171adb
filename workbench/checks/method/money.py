"""Money coming in: what marketing is not measured by."""

from __future__ import annotations

from workbench.document.metric import Metric


def is_money_coming_in(metric: Metric) -> bool:
    """Whether a metric is an amount that is earned, not an input and not the price of one piece."""
    is_outcome = metric.is_computed or metric.kind == "result"
    is_amount = metric.unit == "money" and metric.over_time in ("sum", "last")
    return is_outcome and is_amount and metric.better == "higher"
