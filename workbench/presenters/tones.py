"""Whether what is shown is good news."""

from __future__ import annotations

from typing import Literal

from workbench.document.metric import Metric

Tone = Literal["", "good", "warn", "bad"]


def tone_of_change(metric: Metric, change: float) -> Tone:
    """Whether a metric went the way it should; neither where the best is a range."""
    if metric.better == "within":
        return ""
    return "good" if (change > 0) == (metric.better == "higher") else "bad"
